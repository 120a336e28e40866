"""A person's clock: days as ordinals, instants as microseconds since 1970 in UTC."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

from callrules.calendars import Calendar
from callrules.days_off import holidays_of

SECOND = 1_000_000
HOUR = 3_600 * SECOND
DAY = 24 * HOUR
NOON, THREE = 12 * HOUR, 15 * HOUR
START, END = -(10**18), 10**18
"""Before and after all that ever happens."""
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
EPOCH_DAY = EPOCH.toordinal()
TICK = dt.timedelta.resolution
STRETCH = 36
"""Instants that agree but for so many bits lie within 19 hours, in which at most one day begins."""
MOST = 200_000
"""More answers than that are not remembered."""


def micros(at: dt.datetime) -> int:
    """The instant as a whole number."""
    return (at - EPOCH) // TICK


def instant(at: int) -> dt.datetime:
    """The instant as Python tells it."""
    return EPOCH + dt.timedelta(microseconds=at)


class Table(dict):
    """Answers that are looked up once."""

    def __init__(self, look_up: Callable[[Any], Any]) -> None:
        super().__init__()
        self.look_up = look_up

    def __missing__(self, asked: Any) -> Any:
        if len(self) > MOST:
            self.clear()
        found = self[asked] = self.look_up(asked)
        return found


class Clock:
    """Days as one person counts them. A day on which no clock is moved is plain: its hours are a sum."""

    def __init__(self, of: Calendar) -> None:
        self.zone, self.weekend, self.regions = of.zone, of.weekend, tuple(sorted(of.holidays))
        self.stretches = Table(self.look_up_stretch)
        self.starts = Table(lambda day: self.asked(day, 0))
        self.plain = Table(self.look_up_plain)
        self.works = Table(self.look_up_work)
        self.is_holiday = Table(self.look_up_holiday)
        self.counted = Table(self.count_working_days)

    def look_up_stretch(self, number: int) -> tuple[int, int, int] | None:
        """The day on which a stretch begins, when that day began, and when the next one does; days on which no clock
        is moved alone.
        """
        day = instant(number << STRETCH).astimezone(self.zone).toordinal()
        start, following = self.plain[day], self.plain[day + 1]
        return None if start is None or following is None else (day, start, following)

    def wall(self, day: int, time: int) -> int:
        """The instant of a wall time; a missing one moves forward, of a double one it is the first."""
        start = self.plain[day]
        return self.asked(day, time) if start is None else start + time

    def asked(self, day: int, time: int) -> int:
        """A wall time by Python's own table of zones."""
        wall = dt.datetime.fromordinal(day) + dt.timedelta(microseconds=time)
        return micros(wall.replace(tzinfo=self.zone).astimezone(dt.UTC))

    def look_up_plain(self, day: int) -> int | None:
        """When a plain day begins; nothing where a clock is moved on it."""
        midnight = dt.datetime.fromordinal(day).replace(tzinfo=self.zone)
        same = midnight.utcoffset() == (midnight + dt.timedelta(days=1)).utcoffset()
        start = self.starts[day]
        return start if same and self.starts[day + 1] - start == DAY else None

    def local(self, at: int) -> tuple[int, int]:
        """The day, and the time of day, of an instant."""
        known = self.stretches[at >> STRETCH]
        if known is not None:
            day, start, following = known
            return (day, at - start) if at < following else (day + 1, at - following)
        there = instant(at).astimezone(self.zone)
        midnight = there.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        return there.toordinal(), (there.replace(tzinfo=None) - midnight) // TICK

    def day(self, at: int) -> int:
        """The day it is for the person."""
        known = self.stretches[at >> STRETCH]
        if known is None:
            return self.local(at)[0]
        return known[0] if at < known[2] else known[0] + 1

    def days(self, instants: list[int]) -> list[int]:
        """The days of instants in order, each once."""
        day, days, before = self.day, [], 0
        for at in instants:
            on = day(at)
            if on != before:
                days.append(on)
            before = on
        return days

    def ends(self, at: int) -> int:
        """When that day is over."""
        return self.starts[self.day(at) + 1]

    def part(self, at: int) -> int:
        """The part of the day: 0 until noon, 1 until three, 2 afterwards."""
        time = self.local(at)[1]
        return 0 if time < NOON else 1 if time < THREE else 2

    def add(self, at: int, months: int = 0, days: int = 0) -> int:
        """Months or days later at the same wall time; the last of the month where it has no such day."""
        day, time = self.local(at)
        if months:
            day = months_on(day, months)
        day += days
        start = self.plain[day]
        return self.asked(day, time) if start is None else start + time

    def look_up_work(self, day: int) -> bool:
        """Whether it is a working day."""
        date = dt.date.fromordinal(day)
        off = any(date in (holidays_of(region, date.year) or ()) for region in self.regions)
        return date.isoweekday() not in self.weekend and not off

    def look_up_holiday(self, day: int) -> bool:
        """Whether it is a public holiday by the lists of that year, the one before and the one after."""
        date = dt.date.fromordinal(day)
        years = (date.year - 1, date.year, date.year + 1)
        lists = (holidays_of(region, year) or () for region in self.regions for year in years)
        return any(date in days for days in lists)

    def working_days_on(self, day: int, count: int) -> int:
        """The day that lies so many working days later."""
        return self.counted[day, count]

    def count_working_days(self, asked: tuple[int, int]) -> int:
        """The same, counted."""
        day, count = asked
        while count:
            day += 1
            count -= self.works[day]
        return day


@cache
def months_on(day: int, months: int) -> int:
    """The day so many months later."""
    if not months:
        return day
    date = dt.date.fromordinal(day)
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(date.day, last)).toordinal()


@cache
def clock_of(of: Calendar) -> Clock:
    """The one clock of a calendar, which remembers its days."""
    return Clock(of)
