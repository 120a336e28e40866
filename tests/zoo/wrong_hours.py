"""Hours that open on the wrong day, at the wrong minute, or for the wrong place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.calendars import DAY, MIDNIGHT, Calendar, Stretch, possible_zones
from callrules.contact import Contact
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.rules import Hours
from callrules.rules.hours import Week
from callrules.step import Reason

OFFICE = "Europe/London"
SATURDAY = 6
HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
A_FORTNIGHT = 14


class NightShiftByDate(Hours):
    """Hours past midnight belong to the date on which they lie, not to the evening on which they began."""

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        _, closes = week.house
        for count in range(A_FORTNIGHT):
            day = calendar.day(at) + count * DAY
            for start, end in self._shifts(calendar, closes, day) if calendar.is_working(day) else ():
                if max(start, at) < end:
                    return Window(start=start, end=end, says="their hours")
        return Window.never("no day is a working day")

    def _shifts(self, calendar: Calendar, closes: dt.time, day: dt.date) -> Iterator[Stretch]:
        yield calendar.wall(day, MIDNIGHT), calendar.wall(day, closes)
        yield calendar.wall(day, self.opens), calendar.wall(day + DAY, MIDNIGHT)


class HolidaysByUtcDate(Hours):
    """Looks up the date in Greenwich in the list of holidays."""

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        window = Hours().permits(contact, reason, number, at)
        while not window.is_never and window.opens.date() in self.closed_days:
            window = Hours().permits(contact, reason, number, window.closes)
        return window


class HolidaysNeverFound(Hours):
    """Looks for a moment in a list of days."""

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        return Hours().permits(contact, reason, number, at)


class ClosesAMomentLate(Hours):
    """At eight sharp it is not yet past eight."""

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        window = super().permits(contact, reason, number, at - at.resolution)
        return attrs.evolve(window, end=window.end + at.resolution) if window.end else window


class OpensAMinuteEarly(Hours):
    """The list is made a minute before the phones are."""

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        window = super().permits(contact, reason, number, at)
        return window if window.is_never else attrs.evolve(window, start=window.opens - MINUTE)


class HoursOfHouseholds(Hours):
    """The evening hours, for businesses as well."""

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        return super().permits(attrs.evolve(contact, business=False), reason, number, at)


class FirstZoneOfTheRegion(Hours):
    """Takes the first of several possible zones."""

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        first = next(iter(possible_zones(contact, number)), None)
        return super().permits(attrs.evolve(contact, timezone=first), reason, number, at)


class ZoneOfTheContactAlone(Hours):
    """Never looks where the number rings."""

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        return super().permits(attrs.evolve(contact, phones=()), reason, number, at)


class OurZoneWhereUnknown(Hours):
    """Who names no zone is taken to live where we do."""

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        known = possible_zones(contact, number)
        return super().permits(contact if known else attrs.evolve(contact, timezone=OFFICE), reason, number, at)
