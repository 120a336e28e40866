"""Farm suppliers: from 15 July to the end of August businesses bring in the harvest, and are left in peace.

Decent: returns with the calendar each year, so it is not dated; a moment that they named and a first call back come through;
declared in words.
"""

import datetime as dt

from callrules import Contact, History, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import POLITE, Besides
from callrules.moments import outside


class Harvest:
    """Are they bringing in the harvest?"""

    name = "harvest"
    waits = "the harvest is on"
    declares = (Besides(what="not during the harvest", lifted_by=POLITE),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if not contact.business or reason.is_first_return(history):
            return None
        harvests = [
            (calendar.starts(dt.date(year, 7, 15)), calendar.starts(dt.date(year, 9, 1)))
            for calendar in possible_calendars(contact, number)
            for year in range(calendar.day(at).year - 1, calendar.day(at).year + 3)
        ]
        return outside(harvests, at, "the harvest is in from September on", yields=True)


POLICY = Harvest()
