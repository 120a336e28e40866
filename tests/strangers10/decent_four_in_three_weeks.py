"""Try nobody more than four times in three weeks.

Decent: it is stricter than the house in the long run only, counts by person and by number and by hours as they pass,
and gives way to what they named and to the first call back, as it declares.
"""

import datetime as dt

import attrs

from callrules import History, Reason, Window, hookimpl, parameter
from callrules.declared import POLITE, Cap
from callrules.moments import outside


@attrs.frozen
class FourInThreeWeeks:
    """Have we tried four times in three weeks?"""

    name = "four_in_three_weeks"
    waits = "tried often enough for now"
    most: int = parameter(4, says="attempts in the days", source="our reply figures", least=1)
    days: int = parameter(21, says="days in which they count", source="our reply figures", least=1)

    @property
    def declares(self) -> tuple[Cap, ...]:
        return (Cap(most=self.most, days=self.days, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        span = dt.timedelta(days=self.days)
        full = [
            (last.at, first.at + span)
            for calls in (history.attempts, history.tries_on(number))
            for first, last in zip(calls, calls[self.most - 1 :], strict=False)
            if last.at < first.at + span
        ]
        return outside(full, at, "four attempts in three weeks are enough", yields=True)


POLICY = FourInThreeWeeks()
