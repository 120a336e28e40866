"""Shift workers ring by turns. At most two attempts in any seven days, so that the shifts do not add up.

WRONG (declares what is not so): it counts the calls of the contact's own rep and of nobody, not those of the other
shift; somebody whom the late shift tried twice is rung a third time within the week, although it declares a cap.
"""

import datetime as dt
from collections.abc import Sequence

from callrules import CallAttempt, Contact, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Cap
from callrules.moments import outside

WEEK = dt.timedelta(days=7)


class TwiceAWeekEach:
    """Have both shifts together tried twice in seven days?"""

    name = "twice_a_week_each"
    waits = "tried twice this week"
    declares = (Cap(most=2, days=7, lifted_by=POLITE),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = []
        for calls in (history.attempts, history.tries_on(number)):
            blocked += self.full_weeks([call for call in calls if call.rep in (None, contact.owner)])
        return outside(blocked, at, "twice in seven days is enough", yields=True)

    def full_weeks(self, calls: Sequence[CallAttempt]) -> list[tuple[dt.datetime, dt.datetime]]:
        pairs = zip(calls, calls[1:], strict=False)
        return [(second.at, first.at + WEEK) for first, second in pairs if second.at < first.at + WEEK]


POLICY = TwiceAWeekEach()
