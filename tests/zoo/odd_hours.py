"""Odd guards that are lawful all the same: each says honestly what it keeps to, where there is a word for it."""

from __future__ import annotations

import datetime as dt
import zlib
from functools import cache, partial
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Calendar, PartOfDay, possible_calendars
from callrules.contact import Contact
from callrules.declared import Declared, Open, Sampled
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, every_window, outside

TUESDAY, FRIDAY = 2, 5
HOUR = dt.timedelta(hours=1)
HALF_AN_HOUR = dt.timedelta(minutes=30)


@attrs.frozen
class Never:
    """Is there anything to be said for ringing at all? No."""

    name: ClassVar[str] = "never"

    @hookimpl
    def permits(self) -> Window:
        """At no time."""
        return Window.never("we write letters")


@attrs.frozen
class OpenOn:
    """Are these our hours and weekdays, in every zone they could be in? Gives way to nothing."""

    name: str = "open_on"
    opens: dt.time = dt.time(9)
    closes: dt.time = dt.time(20)
    weekdays: frozenset[int] = frozenset(range(1, 8))

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The hours and weekdays."""
        return (Open(opens=self.opens, closes=self.closes, weekdays=self.weekdays),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window:
        """Between these times on these days."""
        calendars = possible_calendars(contact, number)
        if not calendars:
            return Window.never("we do not know where they are")
        return every_window([partial(self._opening, each) for each in calendars], at, "our hours are others")

    def _opening(self, calendar: Calendar, at: dt.datetime) -> Window:
        day = calendar.day(at)
        while not (day.isoweekday() in self.weekdays and _wall(calendar, day, self.closes) > at):
            day += DAY
        return Window(start=_wall(calendar, day, self.opens), end=_wall(calendar, day, self.closes), says="our hours")


_wall = cache(Calendar.wall)


@attrs.frozen
class OnTheHalfHour:
    """Does a half hour begin? Then for five minutes."""

    name: ClassVar[str] = "on_the_half_hour"
    minutes: int = 5

    @hookimpl
    def permits(self, at: dt.datetime) -> Window:
        """From each half hour on, as the clocks of Greenwich show it."""
        begins = at.replace(minute=at.minute // 30 * 30, second=0, microsecond=0)
        if at >= begins + dt.timedelta(minutes=self.minutes):
            begins += HALF_AN_HOUR
        return Window(start=begins, end=begins + dt.timedelta(minutes=self.minutes), says="calls are made together")


@attrs.frozen
class TheirTimeOfDay:
    """Who buys elsewhere is rung in the morning, everybody else after noon."""

    name: ClassVar[str] = "their_time_of_day"
    noon: dt.time = dt.time(12)

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window:
        """One half of their day."""
        calendar = history.calendar
        day = calendar.day(at)
        while True:
            noon, ends = calendar.wall(day, self.noon), calendar.starts(day + DAY)
            start, end = (calendar.starts(day), noon) if contact.buys_from else (noon, ends)
            if end > at:
                return Window(start=start, end=end, says="the other half of the day suits them better")
            day += DAY


@attrs.frozen
class NotOnTheThirteenth:
    """Is it the thirteenth where they are?"""

    name: ClassVar[str] = "not_on_the_thirteenth"
    day: int = 13

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """On any other day."""
        calendar = history.calendar
        around = (calendar.day(at) + each * DAY for each in range(-1, 33))
        blocked = [(calendar.starts(day), calendar.starts(day + DAY)) for day in around if day.day == self.day]
        return outside(blocked, at, "nobody likes to be rung on the thirteenth")


@attrs.frozen
class LeapDaysOnly:
    """Is it the 29th of February where they are?"""

    name: ClassVar[str] = "leap_days_only"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window:
        """Once in four years."""
        calendar = history.calendar
        day = calendar.day(at)
        while (day.month, day.day) != (2, 29):
            day += DAY
        return Window(start=calendar.starts(day), end=calendar.starts(day + DAY), says="once in four years is enough")


@attrs.frozen
class QuietFridays:
    """Is it Friday where they are? Then not at all, but for a moment that they named."""

    name: ClassVar[str] = "quiet_fridays"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """On any other day."""
        calendar = history.calendar
        around = (calendar.day(at) + each * DAY for each in range(-1, 9))
        fridays = [day for day in around if day.isoweekday() == FRIDAY]
        blocked = [(calendar.starts(day), calendar.starts(day + DAY)) for day in fridays]
        return outside(blocked, at, "Fridays are quiet", yields=True)


@attrs.frozen
class AtLunch:
    """Are they at table?"""

    name: ClassVar[str] = "at_lunch"
    noon: dt.time = dt.time(12)
    one: dt.time = dt.time(13)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """Before noon and after one."""
        calendar = history.calendar
        days = (calendar.day(at) + each * DAY for each in (-1, 0, 1))
        blocked = [(calendar.wall(day, self.noon), calendar.wall(day, self.one)) for day in days]
        return outside(blocked, at, "they are at table")


@attrs.frozen
class HalfTheBook:
    """Divides the book by the letters of an id: these in even hours, those in odd ones."""

    name: ClassVar[str] = "half_the_book"
    declares: ClassVar[tuple[Declared, ...]] = (Sampled(),)

    @hookimpl
    def permits(self, contact: Contact, at: dt.datetime) -> Window:
        """Every other hour."""
        hour = at.replace(minute=0, second=0, microsecond=0)
        start = hour if hour.hour % 2 == zlib.crc32(contact.id.encode()) % 2 else hour + HOUR
        return Window(start=start, end=start + HOUR, says="the other half of the book is rung at this hour")


@attrs.frozen
class ByTheAlphabet:
    """Who comes before N in the alphabet is rung in the morning, the others after noon."""

    name: ClassVar[str] = "by_the_alphabet"
    declares: ClassVar[tuple[Declared, ...]] = (Sampled(),)

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window:
        """One half of the day."""
        calendar, day = history.calendar, history.calendar.day(at)
        part = PartOfDay.MORNING if contact.called.upper() < "N" else PartOfDay.AFTERNOON
        start, end = next(each for each in _halves(calendar, part, day) if each[1] > at)
        return Window(start=start, end=end, says="one half of the alphabet at a time")


@cache
def _halves(calendar: Calendar, part: PartOfDay, day: dt.date) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
    return tuple(calendar.stretches(part, calendar.starts(day), calendar.starts(day + 2 * DAY)))
