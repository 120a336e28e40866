"""Twice in a fortnight is enough."""

import datetime as dt
from collections.abc import Iterable, Iterator

from callrules import CallAttempt, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Cap
from callrules.moments import outside

DAY = dt.timedelta(days=1)


class SofterCap:
    """Twice in a fortnight is enough.

    DECENT: rolling, by person and by number, polite, and declared.
    """

    name = "softer_cap"
    waits = "rung twice within a fortnight"
    declares = (Cap(most=2, days=14, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [each for calls in (history.attempts, history.tries_on(number)) for each in self.full(calls)]
        return outside(blocked, at, "twice in a fortnight is enough", yields=True)

    def full(self, calls: Iterable[CallAttempt]) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        made = list(calls)
        for first, second in zip(made, made[1:], strict=False):
            if second.at < first.at + 14 * DAY:
                yield second.at, first.at + 14 * DAY


POLICY = SofterCap()
