"""Where the weekend is Friday and Saturday, Thursday is the evening before it: there nobody is rung on a Thursday.

Decent: a whole day, closed where they are in every zone they may be in, told in words with Besides, and firm.
"""

import datetime as dt

import attrs

from callrules import Contact, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides
from callrules.moments import outside

DAY = dt.timedelta(days=1)
THURSDAY = 4
COUNTRIES = ("SA", "EG", "JO", "KW", "QA", "BH", "OM")


@attrs.frozen
class GulfThursdays:
    """Is it Thursday in a country that rests on Fridays?"""

    name = "gulf_thursdays"
    waits = "it is Thursday there"
    opens_daily = True
    declares = (Besides(what="never on a Thursday where Friday is the day of rest"),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window | None:
        if contact.region is None or contact.region[:2] not in COUNTRIES:
            return None
        thursdays = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 8))
            if day.isoweekday() == THURSDAY
        ]
        return outside(thursdays, at, "not on a Thursday there")


POLICY = GulfThursdays()
