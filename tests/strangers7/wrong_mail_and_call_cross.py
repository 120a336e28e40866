"""Let two days pass after a mail, so that our call and a mail do not cross.

WRONG (the wrong list of facts): mails of theirs count as well, and the first call back is no exception. Who writes
"my press stands still, please ring" is rung two days later, and who writes again each day is put off by every mail.
"""

import datetime as dt

import attrs

from callrules import History, Window, hookimpl, parameter
from callrules.declared import Besides, Lift
from callrules.moments import outside


@attrs.frozen
class NoCrossing:
    """Did a mail go to and fro within the last two days?"""

    name = "no_crossing"
    waits = "a mail is on its way"
    declares = (Besides(what="not within two days of a mail", lifted_by={Lift.NAMED_HOUR, Lift.NAMED_DAY}),)
    days: int = parameter(2, says="days after a mail", source="our service desk")

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        stretch = dt.timedelta(days=self.days)
        fresh = [(each.at, each.at + stretch) for each in history.messages]
        return outside(fresh, at, "time to read a mail", yields=True)


POLICY = NoCrossing()
