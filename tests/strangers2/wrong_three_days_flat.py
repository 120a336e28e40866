"""In the place of the house's pace: three days between any two calls, and nothing else."""

import datetime as dt

from callrules import History, Reason, Window, hookimpl
from callrules.declared import POLITE, Gap
from callrules.moments import outside


class ThreeDaysFlat:
    """In the place of the house's pace: three days between any two calls, and nothing else.

    WRONG (clock change): 72 hours are declared, and three days on the wall clock are kept. Over the last weekend of
    March that is 71 hours, from Friday at ten to Monday at ten.
    """

    name = "pace"
    waits = "rung within three days"
    declares = (Gap(hours=72, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        made = (*history.attempts, *history.tries_on(number))
        blocked = [(call.at, history.calendar.add(call.at, days=3)) for call in made]
        return outside(blocked, at, "three days between calls", yields=True)


POLICY = ThreeDaysFlat()
