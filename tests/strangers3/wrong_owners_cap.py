"""The house's caps, counted for each rep: what a colleague tried is the colleague's business.

WRONG (cap, declared but not so): where a contact has an owner, attempts by other reps (a stand-in, a second desk) are
not counted, so the customer is rung four, five, six times a week, once several reps have called; each rep alone keeps the cap.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from callrules import CallAttempt, Contact, History, Reason, Window, hookimpl, parameter
from callrules.declared import POLITE, Cap
from callrules.moments import outside


@attrs.frozen
class OwnersCaps:
    """Has their rep rung them too often of late?"""

    name = "caps"
    waits = "rung too often of late"
    in_7_days: int = parameter(3, says="attempts in any 7 days", source="rulebook B5", least=1)
    in_30_days: int = parameter(6, says="attempts in any 30 days", source="rulebook B5", least=1)

    @property
    def declares(self) -> tuple[Cap, ...]:
        return (
            Cap(most=self.in_7_days, days=7, lifted_by=POLITE),
            Cap(most=self.in_30_days, days=30, lifted_by=POLITE),
        )

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked: list[tuple[dt.datetime, dt.datetime]] = []
        for calls in (history.attempts, history.tries_on(number)):
            ours = [each for each in calls if self.is_their_reps(contact, each)]
            blocked.extend(self.full(ours, self.in_7_days, 7))
            blocked.extend(self.full(ours, self.in_30_days, 30))
        return outside(blocked, at, "their rep has rung them often enough", yields=True)

    def is_their_reps(self, contact: Contact, call: CallAttempt) -> bool:
        return contact.owner is None or call.rep is None or call.rep == contact.owner

    def full(self, calls: Sequence[CallAttempt], most: int, days: int) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        stretch = dt.timedelta(days=days)
        for first, last in zip(calls, calls[most - 1 :], strict=False):
            if last.at < first.at + stretch:
                yield last.at, first.at + stretch


POLICY = OwnersCaps()
