"""Their own clock and calendar, and the zones they could be in."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from zoneinfo import ZoneInfo

from callrules.contact import Contact
from callrules.days_off import NONE, DaysOff, is_holiday
from callrules.places import country_of, is_in, names_a_place, weekend_of, zones_of

DAY = dt.timedelta(days=1)
SHORTEST_MONTH = 28 * DAY
SOON = dt.timedelta(minutes=1)
"""After so long a law asks again what follows."""
NOON, THREE = 12, 15


def zones(contact: Contact, number: str | None) -> tuple[str, ...]:
    """Every zone in which they could be when that number rings; none where nothing names one.

    What names no place is no zone (G20). With a zone elsewhere than their region, those of both count.
    """
    noted = noted_zones(contact, number)
    region = contact.region or ""
    is_there = any(is_in(name, region) for name in noted) if region else True
    return noted if noted and is_there else (*noted, *(name for name in zones_of(region) if name not in noted))


def noted_zones(contact: Contact, number: str | None) -> tuple[str, ...]:
    """The zones noted on the card that name a place: the contact's, and those of that number (of all, for `None`)."""
    rings_in = sorted(phone.timezone for phone in contact.phones if phone.timezone and number in {None, phone.number})
    noted = [*([contact.timezone] if contact.timezone else []), *rings_in]
    return tuple(dict.fromkeys(name for name in noted if names_a_place(name)))


def places(contact: Contact) -> frozenset[str]:
    """Give the places where their working days are counted.

    The region, and the country of every zone that lies elsewhere (G20).
    """
    noted = noted_zones(contact, None)
    if not contact.region:
        return frozenset(country for country in map(country_of, noted) if country)
    home = contact.region[:2]
    return frozenset({contact.region, *(each for each in map(country_of, noted) if each and each != home)})


class Clock:
    """The clock and the working days of one contact; UTC's where no zone is known."""

    def __init__(self, contact: Contact, days_off: DaysOff = NONE) -> None:
        """Keep the first of several zones."""
        self.zone = ZoneInfo((zones(contact, None) or ("UTC",))[0])
        self.places = places(contact)
        self.weekend = frozenset(day for place in self.places for day in weekend_of(place)) or weekend_of(None)
        self.days_off = days_off

    def local(self, at: dt.datetime) -> dt.datetime:
        """Give what their clock shows."""
        return at.astimezone(self.zone)

    def day(self, at: dt.datetime) -> dt.date:
        """The day it is for them."""
        return self.local(at).date()

    def wall(self, day: dt.date, hour: int = 0) -> dt.datetime:
        """The instant at which it is that hour of their day."""
        return wall(day, dt.time(hour), self.zone)

    def begins(self, moment: dt.date) -> dt.datetime:
        """The instant at which a day of theirs, or a moment, begins."""
        return moment.astimezone(dt.UTC) if isinstance(moment, dt.datetime) else self.wall(moment)

    def part(self, at: dt.datetime) -> int:
        """The part of their day: 0 until twelve, 1 until three, 2 from then on."""
        return part(at, self.zone)

    def works(self, day: dt.date) -> bool:
        """Whether it is a working day where they live: no weekend, holiday or closed day (E8)."""
        return day.isoweekday() not in self.weekend and day not in self.days_off.closed and not self.keeps(day)

    def keeps(self, day: dt.date) -> bool:
        """Whether it is a public holiday where they could be, and such days are kept."""
        return self.days_off.holidays and any(is_holiday(place, day) for place in self.places)

    def working_days_on(self, day: dt.date, count: int) -> dt.date:
        """The day so many working days after it."""
        while count:
            day += DAY
            count -= self.works(day)
        return day

    def months_on(self, at: dt.datetime, months: int) -> dt.datetime:
        """So many months later by their clock; the last day of a month that is too short."""
        local = self.local(at)
        year, month = divmod(local.year * 12 + local.month - 1 + months, 12)
        _, days = monthrange(year, month + 1)
        return wall(dt.date(year, month + 1, min(local.day, days)), local.time(), self.zone)

    def days_on(self, at: dt.datetime, days: int) -> dt.datetime:
        """So many days later by their clock."""
        local = self.local(at)
        return wall(local.date() + days * DAY, local.time(), self.zone)


def part(at: dt.datetime, zone: ZoneInfo) -> int:
    """The part of the day in that zone: 0 until twelve, 1 until three, 2 from then on."""
    hour = at.astimezone(zone).hour
    return 0 if hour < NOON else 1 if hour < THREE else 2


def wall(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    """The instant of a wall time: a double one is the first, a missing one moves on."""
    return dt.datetime.combine(day, time, tzinfo=zone).astimezone(dt.UTC)
