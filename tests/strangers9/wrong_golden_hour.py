"""Best time to call: within an hour or two of the time of day at which they last talked with us.

WRONG (guard): a talk is also a call of theirs at seven in the morning, or a dinner with us at ten in the evening.
Their golden hour then lies outside the house's hours, no moment is left, and even a call that we promised them for
Thursday waits for ever.
"""

import datetime as dt
from functools import partial

import attrs

from callrules import Contact, History, Named, Reason, Window, hookimpl
from callrules.calendars import Calendar, possible_calendars
from callrules.declared import Besides, Lift
from callrules.moments import every_window

DAY = dt.timedelta(days=1)


@attrs.frozen
class GoldenHour:
    """Is it the time of day at which they talk with us?"""

    name = "golden_hour"
    waits = "not the time of day at which they talk with us"
    opens_daily = True
    declares = (Besides(what="only near the time of day of their last talk", lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        calendars = possible_calendars(contact, number)
        if contact.hours or history.last_talk is None or not calendars or reason.is_first_return(history):
            return None
        hour = history.calendar.local(history.last_talk.at).hour
        window = every_window([partial(self.on, each, hour) for each in calendars], at, "the time at which they talk")
        return attrs.evolve(window, yields=reason.named is Named.HOUR)

    def on(self, calendar: Calendar, hour: int, at: dt.datetime) -> Window:
        day = calendar.day(at) - DAY
        opens, closes = dt.time(max(hour - 1, 0)), dt.time(min(hour + 2, 23))
        while calendar.wall(day, closes) <= at:
            day += DAY
        return Window(start=calendar.wall(day, opens), end=calendar.wall(day, closes), says="their golden hour")


POLICY = (GoldenHour(),)
