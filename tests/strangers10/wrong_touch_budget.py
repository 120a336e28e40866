"""Let nobody have more than four touches in two weeks, calls and mails together.

WRONG (guard): their own mails and calls count as touches, and a first call back does not pass. Whoever writes to us
three times for help after one call of ours waits for the call back until the fortnight is over.
"""

import datetime as dt

import attrs

from callrules import History, Window, hookimpl, parameter
from callrules.declared import NAMED, Besides
from callrules.moments import outside


@attrs.frozen
class TouchBudget:
    """Did they have four touches in two weeks?"""

    name = "touch_budget"
    waits = "had enough touches for now"
    declares = (Besides(what="four touches in any fourteen days, calls and mails", lifted_by=NAMED),)
    most: int = parameter(4, says="touches in the days", source="our survey", least=1)
    days: int = parameter(14, says="days in which they count", source="our survey", least=1)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        touches = sorted(each.at for each in (*history.calls, *history.messages))
        span = dt.timedelta(days=self.days)
        full = [
            (last, first + span)
            for first, last in zip(touches, touches[self.most - 1 :], strict=False)
            if last < first + span
        ]
        return outside(full, at, "four touches in two weeks are enough", yields=True)


POLICY = TouchBudget()
