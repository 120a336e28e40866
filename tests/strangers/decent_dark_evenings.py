"""In the dark months we ring nobody after four in the afternoon: farmers are in the stable then."""

import datetime as dt

from callrules import Contact, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides
from callrules.moments import outside

DAY = dt.timedelta(days=1)
DARK = {11, 12, 1, 2}


class DarkEvenings:
    """Is it past four on a winter's day where they are?"""

    name = "dark_evenings"
    waits = "they are in the stable"
    opens_daily = True
    declares = (Besides(what="not after four from November to February"),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window | None:
        evenings = [
            (calendar.wall(day, dt.time(16)), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 8))
            if day.month in DARK
        ]
        return outside(evenings, at, "in the stable after four", yields=True)


POLICY = DarkEvenings()
