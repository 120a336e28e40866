"""Leave three days between any two attempts.

WRONG (untrue declares): a Gap holds by person and by number, but only the person's own attempts are counted. At a
small firm with one telephone the same receptionist is rung today for the owner and tomorrow for the bookkeeper.
"""

import datetime as dt

import attrs

from callrules import History, Reason, Window, hookimpl, parameter
from callrules.declared import POLITE, Gap
from callrules.moments import outside


@attrs.frozen
class ThreeDaysApart:
    """Did we ring within the last three days?"""

    name = "three_days_apart"
    waits = "rung within three days"
    hours: int = parameter(72, says="hours between two attempts", source="our survey", least=1)

    @property
    def declares(self) -> tuple[Gap, ...]:
        return (Gap(hours=self.hours, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        gap = dt.timedelta(hours=self.hours)
        blocked = [(call.at, call.at + gap) for call in history.attempts]
        return outside(blocked, at, "three days between attempts", yields=True)


POLICY = ThreeDaysApart()
