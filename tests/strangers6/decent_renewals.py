"""An insurer: sixty days before a renewal of which they told us the date we ring, and for a month at most.

Decent: a reason of its own that rests on a `KeyDate` of theirs, due on a day counted from it, names no moment as theirs, is told
apart by the key of the fact, and is none where they told us too late for it.
"""

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules import History, KeyDate, Reason, hookimpl


@attrs.frozen
class Renewals:
    """Does a contract of theirs come up for renewal?"""

    name = "renewals"
    declares = ()
    only_with = (KeyDate,)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for told in history.of(KeyDate):
            if told.yearly or "renewal" not in told.what.casefold():
                continue
            day = history.calendar.day(history.calendar.starts(told.on))
            due = history.calendar.starts(day - dt.timedelta(days=60))
            if due < told.at:
                continue
            yield Reason(
                name="renewal",
                due=due,
                expires=history.calendar.starts(day - dt.timedelta(days=30)),
                about=told.key,
                says="a contract of theirs comes up for renewal, as they told us",
            )


POLICY = Renewals()
