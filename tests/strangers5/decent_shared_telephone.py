"""A telephone that several people share rings twice in seven days at most, whomever of them we want.

Decent: stricter than the house, counted by number with the neighbours' facts, polite, and declared as such.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, History, Reason, Window, hookimpl, parameter
from callrules.declared import POLITE, Besides, WithNeighbours
from callrules.moments import outside


@attrs.frozen
class SharedTelephone:
    """Has that telephone rung twice of late, for whomever?"""

    days: int = parameter(
        7, says="days in which a shared telephone rings twice", source="what families told us", least=1
    )

    name = "shared_telephone"
    waits = "their shared telephone rang twice of late"
    declares = (Besides(what="twice a week on a shared telephone", lifted_by=POLITE), WithNeighbours())
    only_with = (CallAttempt,)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if number is None or not history.is_shared(number) or reason.is_first_return(history):
            return None
        span = dt.timedelta(days=self.days)
        tries = history.tries_on(number)
        blocked = [
            (second.at, first.at + span)
            for first, second in zip(tries, tries[1:], strict=False)
            if second.at < first.at + span
        ]
        return outside(blocked, at, "a shared telephone rings twice a week at most", yields=True)


POLICY = SharedTelephone()
