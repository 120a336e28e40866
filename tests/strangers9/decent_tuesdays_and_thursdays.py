"""The brand's team works on Tuesdays and Thursdays, so this brand calls on these days.

Decent: days count where they are, in each zone that they may be in; an hour that they named is kept on any day, and
who told us hours of their own is not held up. Everybody else waits a few days, and then is rung.
"""

import datetime as dt

import attrs

from callrules import Contact, Named, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides, Lift
from callrules.moments import outside

DAY = dt.timedelta(days=1)


@attrs.frozen
class TuesdaysAndThursdays:
    """Is it a day of the team, where they are?"""

    name = "tuesdays_and_thursdays"
    waits = "the team is not there on that day"
    opens_daily = True
    declares = (Besides(what="only on Tuesdays and Thursdays", lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if contact.hours:
            return None
        closed = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 10))
            if day.isoweekday() not in (2, 4)
        ]
        return outside(closed, at, "only on Tuesdays and Thursdays", yields=reason.named is Named.HOUR)


POLICY = (TuesdaysAndThursdays(),)
