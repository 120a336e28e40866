"""Retail: nobody in a shop has time at stocktaking. Three days in June and three in December, as the trade fixed them.

Decent: whole days where they are, a list of dates and declared as one; gives way to what they named, and to a return.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import POLITE, Besides, Dated
from callrules.moments import outside

DAY = dt.timedelta(days=1)
TAKES = (
    dt.date(2025, 6, 25),
    dt.date(2025, 12, 29),
    dt.date(2026, 6, 24),
    dt.date(2026, 12, 28),
    dt.date(2027, 6, 28),
    dt.date(2027, 12, 27),
)


@attrs.frozen
class Stocktaking:
    """Do they count their shelves?"""

    name = "stocktaking"
    waits = "stocktaking"
    declares = (Besides(what="not at stocktaking", lifted_by=POLITE), Dated())
    days: int = 3

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [
            (calendar.starts(first), calendar.starts(first + self.days * DAY))
            for calendar in possible_calendars(contact, number)
            for first in TAKES
        ]
        return outside(blocked, at, "they count their shelves", yields=True)


POLICY = Stocktaking()
