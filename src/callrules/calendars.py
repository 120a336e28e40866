"""The person's own calendar: their days, working days, parts of the day, and the zones they could be in."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import attrs

from callrules.checks import derived_wall_time, zone
from callrules.contact import Contact
from callrules.days_off import NONE, DaysOff, holidays_in
from callrules.places import country_of, is_in, names_a_place, weekend_of, zones_of
from callrules.vocabulary import Word

Stretch = tuple[dt.datetime, dt.datetime]
DAY = dt.timedelta(days=1)
SATURDAY_AND_SUNDAY = frozenset({6, 7})
MIDNIGHT, NOON, THREE = dt.time(0), dt.time(12), dt.time(15)


class PartOfDay(Word):
    """Until 12, from 12 to 15, and from 15 on the person's clock (rulebook, *Words*)."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"


STARTS = {PartOfDay.MORNING: MIDNIGHT, PartOfDay.MIDDAY: NOON, PartOfDay.AFTERNOON: THREE}
ENDS = {PartOfDay.MORNING: NOON, PartOfDay.MIDDAY: THREE, PartOfDay.AFTERNOON: MIDNIGHT}


@attrs.frozen(cache_hash=True)
class Calendar:
    """Days as one person counts them, in one `zone`, with the `weekend` of where they are (ISO weekdays).

    `closed` days are no working days, nor are the public holidays of the regions in `holidays`.
    """

    zone: ZoneInfo = attrs.field(factory=lambda: zone("UTC"))
    weekend: frozenset[int] = SATURDAY_AND_SUNDAY
    closed: frozenset[dt.date] = frozenset()
    holidays: frozenset[str] = frozenset()

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
        local = self.local(at)
        return self.wall(_months_on(local.date(), months) + days * DAY, local.time().replace(fold=0))

    def part(self, at: dt.datetime) -> PartOfDay:
        """The part of the person's day in which the instant lies."""
        hour = self.local(at).hour
        if hour < NOON.hour:
            return PartOfDay.MORNING
        return PartOfDay.MIDDAY if hour < THREE.hour else PartOfDay.AFTERNOON

    def next_part(self, at: dt.datetime) -> dt.datetime:
        """The instant at which the next part of the same day begins; `at` itself in the last part."""
        part, day = self.part(at), self.day(at)
        return at if part is PartOfDay.AFTERNOON else self.wall(day, ENDS[part])

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
        """Whether it is one of the person's working days: no weekend, no closed day, no public holiday of theirs."""
        return day.isoweekday() not in self.weekend and not self.is_off(day)

    def is_off(self, day: dt.date) -> bool:
        """Whether it is a closed day, or a public holiday where they are."""
        return day in self.closed or (bool(self.holidays) and day in holidays_in(self.holidays, day.year))

    def working_days_on(self, day: dt.date, count: int) -> dt.date:
        """The day that lies `count` working days after `day`; Sunday and one working day is Monday."""
        return _working_days_on(self, day, count)

    def working_days_between(self, first: dt.date, last: dt.date) -> int:
        """How many working days on `last` is, seen from `first`."""
        days = (last - first).days
        return sum(self.is_working(first + dt.timedelta(days=each)) for each in range(1, days + 1))


@lru_cache(maxsize=65536)
def _working_days_on(calendar: Calendar, day: dt.date, count: int) -> dt.date:
    """Counted once: the people of one morning ask about the same few days."""
    while count:
        day += DAY
        count -= calendar.is_working(day)
    return day


def _months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of a month that is shorter."""
    if not months:
        return day
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def parts_like(
    calendars: Iterable[Calendar], at: dt.datetime, start: dt.datetime, end: dt.datetime
) -> Iterator[Stretch]:
    """The part of the day in which `at` lies, of every day between two instants, on each of the calendars."""
    for calendar in calendars:
        yield from calendar.stretches(calendar.part(at), start, end)


@lru_cache(maxsize=4096)
def _calendar(name: str, regions: frozenset[str], days_off: DaysOff) -> Calendar:
    weekend = frozenset[int]().union(*map(weekend_of, regions)) if regions else SATURDAY_AND_SUNDAY
    holidays = regions if days_off.holidays else frozenset[str]()
    return Calendar(zone=zone(name), weekend=weekend, closed=days_off.closed, holidays=holidays)


class Whereabouts(NamedTuple):
    """The part of a card that says where somebody is: zones and regions follow from it, alike for all alike."""

    timezone: str | None
    region: str | None
    rings_in: frozenset[str | None] = frozenset()

    @classmethod
    def of(cls, contact: Contact, number: str | None = None) -> Whereabouts:
        """The whereabouts that a card tells for that number, or for any of theirs where none is asked about."""
        phones = contact.phones
        if not phones:
            return cls(contact.timezone, contact.region)
        rings_in = [phone.timezone for phone in phones if number is None or number == phone.number]
        return cls(contact.timezone, contact.region, frozenset(rings_in))


def possible_zones(contact: Contact, number: str | None = None) -> tuple[str, ...]:
    """Every zone in which the person could be when that number rings; empty where nothing names one.

    The contact's zone and the number's both bind where both are known; else every zone of the region. One that
    lies elsewhere than the region binds together with all of the region's (rulebook G20). A telephone number by
    itself names no zone: one prefix can span dozens (rulebook E3, F10).
    """
    return _zones(Whereabouts.of(contact, number))


@lru_cache(maxsize=4096)
def _zones(where: Whereabouts) -> tuple[str, ...]:
    known, region = _known_zones(where), where.region
    if region and not any(is_in(name, region) for name in known):
        return tuple(dict.fromkeys((*known, *zones_of(region))))
    return known


def _known_zones(where: Whereabouts) -> tuple[str, ...]:
    noted = (where.timezone, *sorted(filter(None, where.rings_in)))
    return tuple(dict.fromkeys(name for name in noted if name and names_a_place(name)))


def possible_regions(contact: Contact) -> frozenset[str]:
    """The region of the contact, and the countries of their zones that lie elsewhere, or where no region is noted."""
    return _regions(Whereabouts.of(contact))


@lru_cache(maxsize=4096)
def _regions(where: Whereabouts) -> frozenset[str]:
    home = where.region.partition("-")[0] if where.region else None
    countries = {country for country in map(country_of, _known_zones(where)) if country and country != home}
    return frozenset(countries | {where.region} if where.region else countries)


def calendar_of(contact: Contact, days_off: DaysOff = NONE) -> Calendar:
    """The calendar on which the person's days are counted; UTC's where their zone is unknown."""
    return _calendar_there(Whereabouts.of(contact), days_off)


@lru_cache(maxsize=4096)
def _calendar_there(where: Whereabouts, days_off: DaysOff) -> Calendar:
    zones = _zones(where)
    return _calendar(zones[0] if zones else "UTC", _regions(where), days_off)


def possible_calendars(contact: Contact, number: str | None = None, days_off: DaysOff = NONE) -> tuple[Calendar, ...]:
    """One calendar for every zone they could be in when that number rings, or any of theirs where it is `None`."""
    asked, memory = (number, days_off), contact.memory
    known: tuple[Calendar, ...] | None = memory.get(asked)
    if known is None:
        known = memory[asked] = _calendars(Whereabouts.of(contact, number), Whereabouts.of(contact), days_off)
    return known


@lru_cache(maxsize=4096)
def _calendars(there: Whereabouts, anywhere: Whereabouts, days_off: DaysOff) -> tuple[Calendar, ...]:
    return tuple(_calendar(name, _regions(anywhere), days_off) for name in _zones(there))
