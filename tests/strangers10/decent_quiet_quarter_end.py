"""Ring nobody on the last three days of a quarter, when small firms close their books.

Decent: it closes whole days that no fact names, but counts them on every clock that may be theirs, answers with whole
windows, gives way to an hour that they named, is silent where they told us hours, and is over after three days.
"""

import datetime as dt
from collections.abc import Iterator

from callrules import Contact, Named, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides, Lift
from callrules.moments import outside

THREE = dt.timedelta(days=3)


class QuietQuarterEnd:
    """Do they close their books?"""

    name = "quiet_quarter_end"
    waits = "they close their books"
    opens_daily = True
    declares = (Besides(what="never on the last three days of a quarter", lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if contact.hours:
            return None
        closed = [
            (calendar.starts(first - THREE), calendar.starts(first))
            for calendar in possible_calendars(contact, number)
            for first in self.quarters(calendar.day(at).year)
        ]
        return outside(closed, at, "their books are closed", yields=reason.named is Named.HOUR)

    def quarters(self, year: int) -> Iterator[dt.date]:
        for each in (year, year + 1, year + 2):
            for month in (1, 4, 7, 10):
                yield dt.date(each, month, 1)


POLICY = QuietQuarterEnd()
