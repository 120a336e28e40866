"""Is it Friday where they are?"""

import datetime as dt

from callrules import Contact, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides
from callrules.moments import outside

DAY = dt.timedelta(days=1)


class NoFridays:
    """Is it Friday where they are?

    DECENT: a strict rule about a weekday, written as the how-to says; firm, so a promise for a Friday moves on.
    """

    name = "no_fridays"
    waits = "it is Friday there"
    opens_daily = True
    declares = (Besides(what="never on a Friday"),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window | None:
        fridays = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 8))
            if day.isoweekday() == 5
        ]
        return outside(fridays, at, "never on a Friday")


POLICY = NoFridays()
