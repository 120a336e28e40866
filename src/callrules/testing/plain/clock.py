"""Their own clock and calendar, and the zones they could be in."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from zoneinfo import ZoneInfo

from callrules.contact import Contact
from callrules.places import weekend_of, zones_of

DAY = dt.timedelta(days=1)
SHORTEST_MONTH = 28 * DAY
SOON = dt.timedelta(minutes=1)
"""After so long a law asks again what follows."""
NOON, THREE = 12, 15


def zones(contact: Contact, number: str | None) -> tuple[str, ...]:
    """Every zone in which they could be when that number rings; none where nothing names one."""
    rings_in = sorted(phone.timezone for phone in contact.phones if phone.timezone and number in {None, phone.number})
    return (*([contact.timezone] if contact.timezone else []), *rings_in) or tuple(zones_of(contact.region or ""))


class Clock:
    """The clock and the working days of one contact; UTC's where no zone is known."""

    def __init__(self, contact: Contact) -> None:
        """Of several zones it is the first."""
        self.zone = ZoneInfo((zones(contact, None) or ("UTC",))[0])
        self.weekend = weekend_of(contact.region)

    def local(self, at: dt.datetime) -> dt.datetime:
        """What their clock shows."""
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
        hour = self.local(at).hour
        return 0 if hour < NOON else 1 if hour < THREE else 2

    def works(self, day: dt.date) -> bool:
        """Whether it is a working day where they live."""
        return day.isoweekday() not in self.weekend

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


def wall(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    """The instant of a wall time: a double one is the first, a missing one moves on."""
    return dt.datetime.combine(day, time, tzinfo=zone).astimezone(dt.UTC)
