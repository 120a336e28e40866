"""At most two calls in ten days, remembered because counting was slow."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from callrules import CallAttempt, Contact, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Cap
from callrules.moments import outside

DAY = dt.timedelta(days=1)
WEEKS: dict[tuple[str, str | None, dt.datetime | None], list[tuple[dt.datetime, dt.datetime]]] = {}


class RememberedWeeks:
    """At most two calls in ten days, remembered because counting was slow.

    WRONG (memory): remembered by person, number and the moment of the latest fact. An older call that is imported or
    typed in later, or taken back, is not seen.
    """

    name = "remembered_weeks"
    waits = "rung twice within ten days"
    declares = (Cap(most=2, days=10, lifted_by=POLITE),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        key = (contact.id, number, history.latest)
        if key not in WEEKS:
            WEEKS[key] = [*self.full(history.attempts), *self.full(history.tries_on(number))]
        return outside(WEEKS[key], at, "twice in ten days is enough", yields=True)

    def full(self, calls: Iterable[CallAttempt]) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        for first, second in pairwise(calls):
            if second.at < first.at + 10 * DAY:
                yield second.at, first.at + 10 * DAY


POLICY = RememberedWeeks()
