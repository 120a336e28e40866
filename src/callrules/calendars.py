"""The person's own calendar: their days, working days, parts of the day, and the zones they could be in."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo

import attrs

from callrules.checks import derived_wall_time, zone
from callrules.contact import Contact
from callrules.places import weekend_of, zones_of

Stretch = tuple[dt.datetime, dt.datetime]
DAY = dt.timedelta(days=1)
SATURDAY_AND_SUNDAY = frozenset({6, 7})
MIDNIGHT, NOON, THREE = dt.time(0), dt.time(12), dt.time(15)


class PartOfDay(enum.Enum):
    """Until 12, from 12 to 15, and from 15 on the person's clock (rulebook, *Words*)."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"


STARTS = {PartOfDay.MORNING: MIDNIGHT, PartOfDay.MIDDAY: NOON, PartOfDay.AFTERNOON: THREE}
ENDS = {PartOfDay.MORNING: NOON, PartOfDay.MIDDAY: THREE, PartOfDay.AFTERNOON: MIDNIGHT}


@attrs.frozen(cache_hash=True)
class Calendar:
    """Days as one person counts them, in one zone, with the weekend of their region (ISO weekdays)."""

    zone: ZoneInfo = attrs.field(factory=lambda: zone("UTC"))
    weekend: frozenset[int] = SATURDAY_AND_SUNDAY

    def local(self, at: dt.datetime) -> dt.datetime:
        """The instant on the person's clock."""
        return at.astimezone(self.zone)

    def day(self, at: dt.datetime) -> dt.date:
        """The day it is for the person."""
        return at.astimezone(self.zone).date()

    def wall(self, day: dt.date, time: dt.time) -> dt.datetime:
        """The instant of a wall time. A missing one moves forward, of a double one it is the first."""
        return dt.datetime.combine(day, time, tzinfo=self.zone).astimezone(dt.UTC)

    def starts(self, moment: dt.date) -> dt.datetime:
        """The instant at which a moment begins: of a day, its first moment (midnight may not exist)."""
        if isinstance(moment, dt.datetime):
            return derived_wall_time(moment, "moment").astimezone(dt.UTC)
        return self.wall(moment, MIDNIGHT)

    def ends(self, at: dt.datetime) -> dt.datetime:
        """The instant at which the person's day ends that holds `at`."""
        return self.wall(self.day(at) + DAY, MIDNIGHT)

    def same_time(self, at: dt.datetime, day: dt.date) -> dt.datetime:
        """The same wall time on another day."""
        return self.wall(day, self.local(at).time())

    def add(self, at: dt.datetime, *, months: int = 0, days: int = 0) -> dt.datetime:
        """Months and days later on the calendar, at the same wall time; 31 August and six months is 28 February."""
        import pendulum  # noqa: PLC0415 - slow to import, and most decisions count no months

        wall = pendulum.instance(self.local(at).replace(tzinfo=None), tz=None)
        later = wall.add(months=months, days=days)
        return self.wall(later.date(), later.time())

    def part(self, at: dt.datetime) -> PartOfDay:
        """The part of the person's day in which the instant lies."""
        hour = self.local(at).hour
        if hour < NOON.hour:
            return PartOfDay.MORNING
        return PartOfDay.MIDDAY if hour < THREE.hour else PartOfDay.AFTERNOON

    def stretches(self, part: PartOfDay, start: dt.datetime, end: dt.datetime) -> Iterator[Stretch]:
        """That part of every day between two instants, each as start (included) and end (excluded)."""
        day = self.day(start)
        while self.starts(day) < end:
            opens = max(self.wall(day, STARTS[part]), start)
            closes = min(self.wall(day + DAY if part is PartOfDay.AFTERNOON else day, ENDS[part]), end)
            if opens < closes:
                yield opens, closes
            day += DAY

    def is_working(self, day: dt.date) -> bool:
        """Whether it is one of the person's working days, by the weekend of their region."""
        return day.isoweekday() not in self.weekend

    def working_days_on(self, day: dt.date, count: int) -> dt.date:
        """The day that lies `count` working days after `day`; Sunday and one working day is Monday."""
        while count:
            day += DAY
            count -= self.is_working(day)
        return day

    def working_days_between(self, first: dt.date, last: dt.date) -> int:
        """How many working days on `last` is, seen from `first`."""
        days = (last - first).days
        return sum(self.is_working(first + dt.timedelta(days=each)) for each in range(1, days + 1))


@lru_cache(maxsize=4096)
def _calendar(name: str, region: str | None) -> Calendar:
    return Calendar(zone=zone(name), weekend=weekend_of(region))


def possible_zones(contact: Contact, number: str | None = None) -> tuple[str, ...]:
    """Every zone in which the person could be when that number rings; empty where nothing names one.

    The contact's zone and the number's both bind where both are known; else every zone of the region. A
    telephone number by itself names no zone: one prefix can span dozens (rulebook E3, F10).
    """
    rings_in = {phone.timezone for phone in contact.phones if number in {None, phone.number}}
    known = dict.fromkeys(name for name in (contact.timezone, *sorted(filter(None, rings_in))) if name)
    if known:
        return tuple(known)
    return zones_of(contact.region) if contact.region else ()


def calendar_of(contact: Contact) -> Calendar:
    """The calendar on which the person's days are counted; UTC's where their zone is unknown."""
    zones = possible_zones(contact)
    return _calendar(zones[0] if zones else "UTC", contact.region)


def possible_calendars(contact: Contact, number: str | None = None) -> tuple[Calendar, ...]:
    """One calendar for every zone in which the person could be when that number rings."""
    return tuple(_calendar(name, contact.region) for name in possible_zones(contact, number))
