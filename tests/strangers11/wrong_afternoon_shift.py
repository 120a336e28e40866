"""We sit at the telephone from noon until seven, so nobody is rung before noon or after seven of their day.

WRONG (clocks): noon is counted on one calendar alone. Of whom we know a country with several zones, or a number that
rings in another place, may be called at nine in the morning or at ten at night, for the rule looked at the wrong clock.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Named, Reason, Window, hookimpl, parameter
from callrules.declared import Lift, Open

DAY = dt.timedelta(days=1)


@attrs.frozen
class AfternoonShift:
    """Is it their afternoon?"""

    name = "afternoon_shift"
    waits = "not in the afternoon shift"
    opens_daily = True

    opens: dt.time = parameter(dt.time(12), says="local time at which our shift begins", source="our contracts")
    closes: dt.time = parameter(dt.time(19), says="local time at which our shift ends", source="our contracts")

    @property
    def declares(self) -> tuple[Open, ...]:
        """The hours of the shift, unless they told us hours or named one."""
        return (Open(opens=self.opens, closes=self.closes, or_as_told=True, lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """From noon until seven on a working day of theirs."""
        if contact.hours:
            return None
        calendar, day = history.calendar, history.calendar.day(at)
        while not calendar.is_working(day) or calendar.wall(day, self.closes) <= at:
            day += DAY
        return Window(
            start=calendar.wall(day, self.opens),
            end=calendar.wall(day, self.closes),
            says=f"our shift is {self.opens:%H:%M} to {self.closes:%H:%M}",
            yields=reason.named is Named.HOUR,
        )


POLICY = AfternoonShift()
