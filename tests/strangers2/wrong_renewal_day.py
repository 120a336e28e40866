"""The day on which their contract ends, which they told us."""

import datetime as dt
from collections.abc import Iterator

from callrules import History, KeyDate, Reason, hookimpl

DAY = dt.timedelta(days=1)


class RenewalDay:
    """The day on which their contract ends, which they told us.

    WRONG (named): they told us the date of the renewal, and did not ask for a call on it. `named` makes it break through
    pace, caps and whatever else gives way to a moment that they asked for.
    """

    name = "renewal_day"
    declares = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        calendar = history.calendar
        for date in history.of(KeyDate):
            if not date.yearly:
                yield Reason(
                    name="renewal",
                    about=f"{date.on}",
                    due=calendar.starts(date.on),
                    expires=calendar.starts(date.on + 5 * DAY),
                    named="day",
                    says="the day that they told us",
                )


POLICY = RenewalDay()
