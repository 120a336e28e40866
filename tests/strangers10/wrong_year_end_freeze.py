"""Ring nobody from 15 December to 5 January, when our customers freeze their systems and budgets.

WRONG (guard): outside the freeze it answers None, which is a window without end. Asked on 13 December about a call
that another guard moves to the 15th, it is not asked again, and the call is offered and planned in the middle of the
freeze.
"""

import datetime as dt

from callrules import Contact, History, Named, Reason, Window, hookimpl
from callrules.declared import Besides, Lift


class YearEndFreeze:
    """Are their systems and budgets frozen?"""

    name = "year_end_freeze"
    waits = "their year end freeze"
    opens_daily = True
    declares = (Besides(what="never from 15 December to 5 January", lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        calendar = history.calendar
        day = calendar.day(at)
        frozen = (day.month, day.day) >= (12, 15) or (day.month, day.day) <= (1, 5)
        if contact.hours or not frozen:
            return None
        thaw = dt.date(day.year + (day.month == 12), 1, 6)
        return Window(
            start=calendar.starts(thaw), says="their year end freeze is over", yields=reason.named is Named.HOUR
        )


POLICY = YearEndFreeze()
