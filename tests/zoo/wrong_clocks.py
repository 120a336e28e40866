"""Calendars and hours that are wrong about where the person is, which day it is there, or what o'clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property, partial

import attrs

from callrules.calendars import DAY, MIDNIGHT, SATURDAY_AND_SUNDAY, Calendar, Stretch
from callrules.checks import zone
from callrules.contact import Contact
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.moments import Window, every_window
from callrules.rules import Hours, Pace
from callrules.rules.hours import Week
from zoo.altered import Altered

OFFICE = "Europe/London"
SATURDAY = 6
HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
A_FORTNIGHT = 14


class OffsetOfJanuary(Calendar):
    """Keeps the offset that held when the contacts were imported."""

    @property
    def _clock(self) -> dt.timezone:
        return dt.timezone(dt.datetime(2026, 1, 15, tzinfo=self.zone).utcoffset() or dt.timedelta())

    def wall(self, day: dt.date, time: dt.time) -> dt.datetime:
        return dt.datetime.combine(day, time, tzinfo=self._clock).astimezone(dt.UTC)


class WholeHours(Calendar):
    """Takes every offset for a whole number of hours."""

    def wall(self, day: dt.date, time: dt.time) -> dt.datetime:
        right = super().wall(day, time)
        return right + (self.local(right).utcoffset() or dt.timedelta()) % HOUR


class DaysOfTwentyFourHours(Calendar):
    """Counts the hours from midnight, also on the day on which the clocks change."""

    def wall(self, day: dt.date, time: dt.time) -> dt.datetime:
        return super().wall(day, MIDNIGHT) + dt.timedelta(hours=time.hour, minutes=time.minute)


class HoursOfTheOffice(Hours):
    """The office's clock for everybody."""

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        return super()._opening(attrs.evolve(calendar, zone=zone(OFFICE)), week, at)


class HoursByOffsetOfJanuary(Hours):
    """An hour off while it is summer there."""

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        return super()._opening(OffsetOfJanuary(calendar.zone, calendar.weekend), week, at)


class HoursByWholeHours(Hours):
    """Half an hour off in India."""

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        return super()._opening(WholeHours(calendar.zone, calendar.weekend), week, at)


class HoursSinceMidnight(Hours):
    """An hour off on the day on which the clocks change."""

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        return super()._opening(DaysOfTwentyFourHours(calendar.zone, calendar.weekend), week, at)


class WeekendByUtcDate(Hours):
    """The person's hours, on the days that are working days in Greenwich."""

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        any_day = attrs.evolve(calendar, weekend=frozenset())
        asks = [partial(super()._opening, any_day, week), partial(_working_in_greenwich, calendar.weekend)]
        return every_window(asks, at, "their hours, on a working day")


def _working_in_greenwich(weekend: frozenset[int], at: dt.datetime) -> Window:
    greenwich = Calendar(weekend=weekend)
    day = greenwich.day(at)
    while not greenwich.is_working(day):
        day += DAY
    return Window(start=greenwich.starts(day), end=greenwich.starts(day + DAY), says="a working day")


class SixDayWeek(Hours):
    """Saturday is a working day."""

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        return super()._opening(attrs.evolve(calendar, weekend=calendar.weekend - {SATURDAY}), week, at)


class WeekendOfTheWest(Hours):
    """Everybody rests on Saturday and Sunday."""

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        return super()._opening(attrs.evolve(calendar, weekend=SATURDAY_AND_SUNDAY), week, at)


class DaysApartByUtc(Pace):
    """Counts the days between attempts in Greenwich."""

    def _days_after(self, calendar: Calendar, row: tuple[CallAttempt, ...]) -> Iterator[Stretch]:
        return super()._days_after(attrs.evolve(calendar, zone=zone("UTC")), row)


class HistoryInGreenwich(History):
    """Counts days, and their parts, in Greenwich."""

    @cached_property
    def calendar(self) -> Calendar:
        return attrs.evolve(super().calendar, zone=zone("UTC"))


class PartsOfTheDayByUtc(Pace):
    """Asks for another part of the day in Greenwich."""

    def _too_soon(self, contact: Contact, history: History, number: str | None) -> Iterator[Stretch]:
        nowhere = attrs.evolve(contact, timezone=None, region=None, phones=())
        return super()._too_soon(nowhere, HistoryInGreenwich(history.entries, contact=history.contact), number)


class DigitsOfAnyClock(Altered):
    """Reads the digits of the moment it is given, whatever zone stands beside them."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        """The moment as it is read."""
        return contact, history, now.replace(tzinfo=dt.UTC)
