"""Moments at which calendars go wrong: clock changes, midnights, edges of windows, gaps and caps."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, partial
from zoneinfo import ZoneInfo

import pendulum

from callrules.checks import zone
from callrules.days_off import holidays_of
from callrules.places import country_of

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
FROM, TO = dt.datetime(2010, 1, 1, tzinfo=dt.UTC), dt.datetime(2040, 1, 1, tzinfo=dt.UTC)

Move = Callable[[dt.datetime, str], dt.datetime]
"""From one moment to another, in a zone."""


@cache
def clock_changes(name: str) -> tuple[dt.datetime, ...]:
    """The first instants of a new offset, found by halving."""
    where, found, at = zone(name), [], FROM
    while at < TO:
        later = at + 7 * DAY
        if _offset(where, at) != _offset(where, later):
            found.append(_change_between(where, at, later))
        at = later
    return tuple(found)


def _offset(where: ZoneInfo, at: dt.datetime) -> dt.timedelta | None:
    return at.astimezone(where).utcoffset()


def _change_between(where: ZoneInfo, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    while after - before > dt.timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (middle, after) if _offset(where, middle) == _offset(where, before) else (before, middle)
    return after


def next_clock_change(at: dt.datetime, name: str) -> dt.datetime:
    """The first clock change after a moment; the moment itself where there is none."""
    changes = clock_changes(name)
    place = bisect_right(changes, at)
    return changes[place] if place < len(changes) else at


def odd_wall_time(at: dt.datetime, name: str) -> dt.datetime:
    """A wall time without zone that does not exist at the next clock change, or exists twice."""
    change, where = next_clock_change(at, name), zone(name)
    before = _offset(where, change - dt.timedelta(seconds=1)) or dt.timedelta()
    after = _offset(where, change) or dt.timedelta()
    return (change + min(before, after) + abs(after - before) / 2).replace(tzinfo=None)


def later(at: dt.datetime, _: str, by: dt.timedelta) -> dt.datetime:
    """So much later, as time passes."""
    return at + by


def on_the_calendar(at: dt.datetime, name: str, months: int = 0, days: int = 0) -> dt.datetime:
    """Months and days later, at the same wall time."""
    moved = pendulum.instance(at).in_timezone(name).add(months=months, days=days)
    return dt.datetime.fromtimestamp(moved.timestamp(), dt.UTC).replace(microsecond=moved.microsecond)


def next_wall_time(at: dt.datetime, name: str, time: dt.time) -> dt.datetime:
    """The next moment at which the clock shows that time."""
    day = at.astimezone(zone(name)).date()
    moments = (dt.datetime.combine(day + each * DAY, time, tzinfo=zone(name)).astimezone(dt.UTC) for each in range(3))
    return next(moment for moment in moments if moment > at)


def next_date(at: dt.datetime, name: str, month: int, day: int) -> dt.datetime:
    """Ten in the morning on the next such date; for 29 February in the next leap year."""
    days = [dt.date(year, month, 1) + (day - 1) * DAY for year in range(at.year, at.year + 9)]
    exact = (each for each in days if each.month == month)
    return next(moment for moment in (_at_ten(each, name) for each in exact) if moment > at)


def next_weekday(at: dt.datetime, name: str, *, weekday: int) -> dt.datetime:
    """Ten in the morning on the next such ISO weekday."""
    day = at.astimezone(zone(name)).date()
    return _at_ten(day + ((weekday - day.isoweekday() - 1) % 7 + 1) * DAY, name)


def next_of_days(at: dt.datetime, name: str, *, days: frozenset[dt.date]) -> dt.datetime:
    """Ten in the morning on the next of these days; the moment itself where none comes."""
    return min((moment for moment in (_at_ten(day, name) for day in days) if moment > at), default=at)


def last_of_days(at: dt.datetime, name: str, *, days: frozenset[dt.date]) -> dt.datetime:
    """The same on the last day of the next run of them."""
    return next_of_days(at, name, days=frozenset(day for day in days if day + DAY not in days))


def next_holiday(at: dt.datetime, name: str) -> dt.datetime:
    """Ten in the morning on the next public holiday where that zone is; the moment itself where none is known."""
    country = country_of(name) or ""
    days = frozenset(day for year in (at.year, at.year + 1) for day in holidays_of(country, year) or ())
    return next_of_days(at, name, days=days)


def _at_ten(day: dt.date, name: str) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(10), tzinfo=zone(name)).astimezone(dt.UTC)


MOVES: tuple[Move, ...] = (
    partial(later, by=HOUR),
    partial(later, by=dt.timedelta()),
    partial(later, by=dt.timedelta(minutes=1)),
    partial(later, by=dt.timedelta(minutes=20)),
    *(partial(later, by=each * HOUR) for each in (2, 4, 20)),
    *(partial(later, by=each * DAY) for each in (2, 7, 15, 30, 90)),
    *(partial(on_the_calendar, days=each) for each in (1, 2, 3, 5)),
    *(partial(on_the_calendar, months=each) for each in (1, 3, 6, 12)),
    *(partial(next_wall_time, time=dt.time(each)) for each in (0, 9, 10, 11, 12, 13, 15, 16, 18, 20)),
    next_clock_change,
    next_clock_change,
    partial(next_date, month=2, day=29),
    partial(next_date, month=12, day=31),
    next_holiday,
    partial(later, by=-HOUR),
    partial(later, by=-2 * DAY),
)
"""Plainest first; the edges of every gap, cap, rest and window of the rulebook are among them."""

NEARBY = (0, 0, 0, 0, 0, -1, 1, 0, -60, 60)
"""How far from a landmark, in the smallest unit."""
