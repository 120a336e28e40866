"""Workshops begin early and go home early: ring them from eight to five, or at the hours that they told us.

WRONG (people in several zones): hours are counted on one calendar, and on that alone. A contact of whom we know only
the United States may be rung at two in the morning in Honolulu, and one whose zone nobody knows is rung by a clock
that is not theirs.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Named, Reason, Window, hookimpl
from callrules.declared import Lift, Open

DAY = dt.timedelta(days=1)
OPENS, CLOSES = dt.time(8), dt.time(17)


@attrs.frozen
class WorkshopHours:
    """Are they in the workshop at this hour?"""

    name = "hours"
    waits = "the workshop is closed"
    opens_daily = True
    declares = (Open(opens=OPENS, closes=CLOSES, or_as_told=True, lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Window:
        calendar, yields = history.calendar, reason.named is Named.HOUR
        told = sorted((each.opens, each.closes, tuple(each.days)) for each in contact.hours)
        day = calendar.day(at) - DAY
        while True:
            for opens, closes, days in told or [(OPENS, CLOSES, (1, 2, 3, 4, 5, 6, 7))]:
                start = calendar.wall(day, opens)
                end = calendar.wall(day if opens < closes else day + DAY, closes)
                if end > max(at, start) and day.isoweekday() in days and (told or calendar.is_working(day)):
                    return Window(start=start, end=end, says="the workshop is open", yields=yields)
            day += DAY


POLICY = WorkshopHours()
