"""Nobody is rung at lunch, from twelve to two on their own clock, Monday to Friday, unless they named the hour.

WRONG (beside a clock change): lunches are counted in 24 hours from yesterday's midnight. On the Monday after the clocks changed
on Sunday (and whenever it is asked over a change) lunch is an hour off: people are rung while they eat, and windows disagree.
"""

import datetime as dt

from callrules import Contact, History, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import POLITE, Besides
from callrules.moments import outside

DAY = dt.timedelta(days=1)
NOON = dt.timedelta(hours=12)
LUNCH = dt.timedelta(hours=2)


class Lunch:
    """Are they at lunch?"""

    name = "lunch"
    waits = "they are at lunch"
    opens_daily = True
    declares = (Besides(what="never at lunch", lifted_by=POLITE),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if contact.hours or reason.is_first_return(history):
            return None
        lunches = []
        for calendar in possible_calendars(contact, number):
            yesterday = calendar.day(at) - DAY
            midnight = calendar.starts(yesterday)
            for each in range(9):
                if (yesterday + each * DAY).isoweekday() <= 5:
                    begins = midnight + each * DAY + NOON
                    lunches.append((begins, begins + LUNCH))
        return outside(lunches, at, "they are at lunch until two", yields=True)


POLICY = Lunch()
