"""Ring on Tuesdays, our best day, and try another day of the week than last time.

WRONG (rules at odds): each guard is sensible alone. Together, once somebody was rung on a Tuesday, no day at all is
left, and whoever then rings or writes back in vain is never called and never told goodbye.
"""

import datetime as dt

from callrules import Contact, History, Named, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides, Lift
from callrules.moments import outside

DAY = dt.timedelta(days=1)


class BestDay:
    """Is it Tuesday where they are?"""

    name = "best_day"
    waits = "not a Tuesday there"
    opens_daily = True
    declares = (Besides(what="only on Tuesdays", lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if contact.hours:
            return None
        closed = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 16))
            if day.isoweekday() != 2
        ]
        return outside(closed, at, "it is Tuesday there", yields=reason.named is Named.HOUR)


class AnotherWeekday:
    """Is it another day of the week than at our last attempt?"""

    name = "another_weekday"
    waits = "tried on that day of the week"
    declares = (Besides(what="never twice running on one day of the week", lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if not history.attempts:
            return None
        calendar = history.calendar
        tried = calendar.day(history.attempts[-1].at).isoweekday()
        closed = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for day in (calendar.day(at) + DAY * each for each in range(-1, 16))
            if day.isoweekday() == tried
        ]
        return outside(closed, at, "another day of the week", yields=reason.named is Named.HOUR)


POLICY = (BestDay(), AnotherWeekday())
