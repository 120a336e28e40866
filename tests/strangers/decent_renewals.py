"""A month before their contract renews we ring, so that nobody is surprised by the bill."""

import datetime as dt
from collections.abc import Iterator

from callrules import History, KeyDate, Reason, hookimpl

MONTH = dt.timedelta(days=30)


class Renewals:
    """Does a contract of theirs renew soon?"""

    name = "renewals"
    declares = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        calendar = history.calendar
        for date in history.of(KeyDate):
            day = calendar.day(date.on) if isinstance(date.on, dt.datetime) else date.on
            due, ends = calendar.starts(day - MONTH), calendar.starts(day)
            says = f"{date.what} comes on {day:%d %b %Y}"
            yield Reason(name="renewal", due=due, about=str(day), says=says, expires=ends)


POLICY = Renewals()
