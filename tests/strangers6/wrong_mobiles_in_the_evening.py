"""A mobile telephone is rung from six in the evening on only: by day people carry it about, and are busy.

WRONG (rules beside each other): the house rings a business until 18:00. A business of which we know a mobile number alone
is therefore never rung: neither a call promised for a day nor one that they asked for by ringing us in vain.
"""

import datetime as dt
from functools import partial

import attrs

from callrules import Contact, Line, Named, Reason, Window, hookimpl
from callrules.calendars import Calendar, possible_calendars
from callrules.declared import Besides, Lift
from callrules.moments import every_window

DAY = dt.timedelta(days=1)


@attrs.frozen
class MobilesInTheEvening:
    """Is it a mobile, and are they done with work?"""

    name = "mobiles_in_the_evening"
    waits = "a mobile telephone, which rings in the evening only"
    opens_daily = True
    declares = (Besides(what="mobiles in the evening only", lifted_by={Lift.NAMED_HOUR}),)
    opens = dt.time(18)
    closes = dt.time(21)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        mobile = any(phone.number == number and phone.line is Line.MOBILE for phone in contact.phones)
        if not mobile or contact.hours:
            return None
        yields = reason.named is Named.HOUR
        calendars = possible_calendars(contact, number)
        if not calendars:
            return Window.never("nobody knows where they are", yields=yields)
        evening = every_window([partial(self.evening, each) for each in calendars], at, "never an evening in all zones")
        return attrs.evolve(evening, yields=yields)

    def evening(self, calendar: Calendar, at: dt.datetime) -> Window:
        day = calendar.day(at)
        while True:
            window = Window(start=calendar.wall(day, self.opens), end=calendar.wall(day, self.closes), says="evening")
            if window.closes > at:
                return window
            day += DAY


POLICY = MobilesInTheEvening()
