"""An experiment: one half of the book is rung before two in the afternoon only, the other half as ever.

WRONG (determinism): the half is drawn with `hash` of a text, which Python salts anew in each process. The worker of the night and the
one of the day put one person into different halves: due at nine here, refused at three there, and the figures mean nothing.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Reason, Window, hookimpl, parameter
from callrules.calendars import possible_calendars
from callrules.declared import POLITE, Besides, Sampled
from callrules.moments import outside

DAY = dt.timedelta(days=1)


@attrs.frozen
class HalfAndHalf:
    """Are they in the half that is rung early?"""

    name = "half_and_half"
    waits = "in the half that is rung early in the day"
    opens_daily = True
    declares = (Besides(what="one half before two o'clock only", lifted_by=POLITE), Sampled())
    closes: dt.time = parameter(dt.time(14), says="local time until which that half is rung", source="an experiment")

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if hash(contact.id) % 2 or contact.hours or reason.is_first_return(history):
            return None
        calendars = possible_calendars(contact, number)
        if len(calendars) != 1:
            return None
        (calendar,) = calendars
        today = calendar.day(at)
        late = [
            (calendar.wall(today + each * DAY, self.closes), calendar.starts(today + (each + 1) * DAY))
            for each in range(-1, 3)
        ]
        return outside(late, at, "rung before two o'clock", yields=True)


POLICY = HalfAndHalf()
