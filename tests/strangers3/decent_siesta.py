"""Spain: from two to five shops are shut and people eat, so nobody there is rung then.

Decent: counted on each clock they may be on, whole windows, gives way to a moment they named and to a first call back
(and to hours that they told us); says so in `Besides`.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Reason, Window, hookimpl, parameter
from callrules.calendars import possible_calendars
from callrules.declared import POLITE, Besides
from callrules.moments import outside

DAY = dt.timedelta(days=1)


@attrs.frozen
class Siesta:
    """Is it siesta where they are?"""

    name = "siesta"
    waits = "siesta there"
    opens_daily = True
    declares = (Besides(what="not during the siesta in Spain", lifted_by=POLITE),)
    begins: dt.time = parameter(dt.time(14), says="local time at which siesta begins", source="our Seville office")
    ends: dt.time = parameter(dt.time(17), says="local time at which siesta ends", source="our Seville office")

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if not (contact.region or "").startswith("ES") or contact.hours or reason.is_first_return(history):
            return None
        siestas = [
            (calendar.wall(day, self.begins), calendar.wall(day, self.ends))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + each * DAY for each in range(-1, 4))
        ]
        return outside(siestas, at, "no calls during the siesta", yields=True)


POLICY = Siesta()
