"""Firms count their stock on the first day of a month: leave them alone on that day.

Decent: it closes one whole day a month, in every zone they may be in. It gives way to an hour that they named, and is
silent where they told us their hours. It looks far enough ahead to see the next first day from any moment.
"""

import datetime as dt

import attrs

from callrules import Contact, Named, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides, Lift
from callrules.moments import outside

DAY = dt.timedelta(days=1)


@attrs.frozen
class Stocktaking:
    """Is it the first day of a month where this firm is?"""

    name = "stocktaking"
    waits = "they take stock today"
    opens_daily = True
    declares = (Besides(what="no firm on the first day of a month", lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if contact.hours or not contact.business:
            return None
        firsts = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 34))
            if day.day == 1
        ]
        return outside(firsts, at, "they take stock on the first", yields=reason.named is Named.HOUR)


POLICY = Stocktaking()
