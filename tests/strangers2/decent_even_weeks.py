"""Is it an even week where they are?"""

import datetime as dt

from callrules import Contact, History, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import POLITE, Besides
from callrules.moments import outside

DAY = dt.timedelta(days=1)


class EvenWeeks:
    """Is it an even week where they are?

    DECENT: we ring in even weeks only; what they named and a first call back are made all the same.
    """

    name = "even_weeks"
    waits = "it is an odd week"
    declares = (Besides(what="even weeks only", lifted_by=POLITE),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        odd = []
        for calendar in possible_calendars(contact, number):
            day = calendar.day(at)
            monday = day - DAY * day.weekday()
            for start in (monday + 7 * DAY * each for each in range(-1, 6)):
                if start.isocalendar().week % 2:
                    odd.append((calendar.starts(start), calendar.starts(start + 7 * DAY)))
        return outside(odd, at, "even weeks only", yields=True)


POLICY = EvenWeeks()
