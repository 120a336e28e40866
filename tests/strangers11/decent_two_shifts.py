"""One half of the book is rung until three, the other from noon on, to learn which of the two reaches more people."""

import datetime as dt
import hashlib

import attrs

from callrules import Contact, Named, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides, Lift, Sampled

DAY = dt.timedelta(days=1)


@attrs.frozen
class TwoShifts:
    """Is it the shift in which we try this half of the book?"""

    name = "two_shifts"
    waits = "tried in another shift"
    opens_daily = True
    declares = (
        Sampled(),
        Besides(what="one half until three, the other from noon on", lifted_by={Lift.NAMED_HOUR}),
    )
    shifts = ((dt.time(9), dt.time(15)), (dt.time(12), dt.time(20)))

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        """The shift of this person, where there is one clock to count it on and they told us no hours."""
        calendars = tuple(possible_calendars(contact, number))
        if contact.hours or len(calendars) != 1:
            return None
        (calendar,) = calendars
        opens, closes = self.shifts[hashlib.sha256(contact.id.encode()).digest()[0] % 2]
        day = calendar.day(at)
        while calendar.wall(day, closes) <= at:
            day += DAY
        return Window(
            start=calendar.wall(day, opens),
            end=calendar.wall(day, closes),
            says=f"their shift is {opens:%H:%M} to {closes:%H:%M}",
            yields=reason.named is Named.HOUR,
        )


POLICY = TwoShifts()
