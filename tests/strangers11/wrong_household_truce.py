"""Where somebody in the house hung up on us or wanted no call, that telephone is left alone for a month.

WRONG (neighbours): the truce is firm. The daughter asked for a call on Tuesday at ten, her father hung up on Monday,
and now her promised hour passes in silence; when she rings us herself, nobody rings her back for weeks.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, History, Window, hookimpl, parameter
from callrules.declared import Besides, WithNeighbours
from callrules.moments import outside


@attrs.frozen
class HouseholdTruce:
    """Did somebody else at that telephone refuse a call within the last month?"""

    name = "household_truce"
    waits = "somebody at that telephone wanted no call"
    declares = (WithNeighbours(), Besides(what="a month of quiet at a telephone where somebody else refused a call"))

    days: int = parameter(30, says="days of quiet at that telephone", source="our complaints of last year", least=1)

    @hookimpl
    def permits(self, history: History, number: str | None, at: dt.datetime) -> Window | None:
        """Not within a month of a refusal of a neighbour's on that number."""
        blocked = [
            (each.at, history.calendar.add(each.at, days=self.days))
            for each in history.neighbours
            if isinstance(each, CallAttempt) and each.is_refusal and each.number in (None, number)
        ]
        return outside(blocked, at, "a month of quiet at that telephone")


POLICY = HouseholdTruce()
