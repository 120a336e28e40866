"""Who runs a machine shop is not to hear from us twice in one week.

Decent: five days between any two attempts are long, but they give way to a moment that they named and to the first
call back, count by person and by number, and are declared as hours, as they pass.
"""

import datetime as dt

import attrs

from callrules import History, Reason, Window, hookimpl
from callrules.declared import POLITE, Gap
from callrules.moments import outside


@attrs.frozen
class FiveDaysApart:
    """Did we ring within the last five days?"""

    name = "five_days_apart"
    waits = "rung within five days"
    declares = (Gap(hours=120, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        stretch = dt.timedelta(hours=self.declares[0].hours)
        made = (*history.attempts, *history.tries_on(number))
        return outside([(each.at, each.at + stretch) for each in made], at, "five days between attempts", yields=True)


POLICY = FiveDaysApart()
