"""E3: nobody is rung at midnight."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, lru_cache, partial
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Calendar, Stretch, calendar_of, possible_calendars
from callrules.contact import Contact
from callrules.declared import Dated, Declared, Lift, Open
from callrules.errors import InvalidValue
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Window, every_window
from callrules.preferred_hours import PreferredHours
from callrules.promises import Named
from callrules.step import Reason

WEEK = 7


@attrs.frozen(cache_hash=True)
class Week:
    """The hours of a week: the house's on working days, or those that they told us.

    On a day that they named and for which they told us no hours, the house's count.
    """

    house: tuple[dt.time, dt.time]
    told: tuple[PreferredHours, ...] = ()
    named_day: dt.date | None = None

    def on(self, calendar: Calendar, day: dt.date) -> list[tuple[dt.time, dt.time]]:
        """The hours on that day, each from opening to closing, in the order in which they begin."""
        told = sorted((each.opens, each.closes) for each in self.told if day.isoweekday() in each.days)
        is_house = not self.told or (day == self.named_day and not told)
        return [self.house] if is_house and calendar.is_working(day) else told

    @cached_property
    def says(self) -> str:
        """The hours, in one phrase."""
        if self.told:
            return f"they like to be called {'; '.join(map(str, self.told))}"
        opens, closes = self.house
        return f"their hours are {opens:%H:%M}–{closes:%H:%M}"


@attrs.frozen(cache_hash=True)
class Hours:
    """Is this a decent hour on the person's own clock, on a working day of theirs?

    Rulebook E3, F7–F11, G20, G32. Where their zone is unknown, only moments that are fine in every zone they could
    be in; where nothing names a zone there is no call. Opening hours give way to an hour the person named, and to
    nothing else. Hours that they told us take the place of the house's (G32): on their days, weekends too, and on no
    other, but for a day that they named, on which the house's count. Closed days stay closed. A closing time before
    the opening time belongs to the next day; equal ones are refused.
    """

    name: ClassVar[str] = "hours"
    waits: ClassVar[str] = "outside their hours"
    opens_daily: ClassVar[bool] = True
    opens: dt.time = parameter(dt.time(9), says="local time from which we ring", source="rulebook E3")
    closes: dt.time = parameter(dt.time(20), says="local time until which we ring", source="rulebook E3")
    business_closes: dt.time = parameter(
        dt.time(18), says="local time until which we ring a business", source="rulebook E3"
    )
    closed_days: tuple[dt.date, ...] = parameter(
        (), says="days on which we ring nobody, besides weekends", source="yours: public holidays"
    )

    def __attrs_post_init__(self) -> None:
        for closes in (self.closes, self.business_closes):
            if closes == self.opens:
                raise InvalidValue("Hours.closes", f"{closes:%H:%M}", "a time other than the opening time")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """Opening hours, on their working days but for the closed ones."""
        return (
            Open(
                opens=self.opens,
                closes=self.closes,
                business_closes=self.business_closes,
                closed_days=self.closed_days,
                or_as_told=True,
                lifted_by={Lift.NAMED_HOUR},
            ),
            *([Dated()] if self.closed_days else []),
        )

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        yields = reason.named is Named.HOUR
        calendars = possible_calendars(contact, number)
        if not calendars:
            return Window.never("their zone is unknown: note a timezone or a region", yields=yields)
        week = self._week(contact, reason)
        window = _first_opening(self, calendars, week, at.replace(hour=0, minute=0, second=0, microsecond=0))
        if window.closes <= at:
            window = _first_opening(self, calendars, week, at)
        return attrs.evolve(window, yields=True) if yields else window

    def _week(self, contact: Contact, reason: Reason) -> Week:
        """The hours that count for this call: those that they told us, else the house's (rulebook G32)."""
        house = (self.opens, self.business_closes if contact.business else self.closes)
        if not contact.hours:
            return _week_of_the_house(house)
        named_day = calendar_of(contact).day(reason.due) if reason.named is Named.DAY and reason.due else None
        asked, memory = (house, named_day), contact.memory
        known: Week | None = memory.get(asked)
        if known is None:
            known = memory[asked] = Week(house, contact.hours, named_day)
        return known

    def in_all(self, calendars: tuple[Calendar, ...], week: Week, at: dt.datetime) -> Window:
        """The first window that ends after `at` in which it is open on each of these calendars."""
        asks = [partial(self._opening, calendar, week) for calendar in calendars]
        return every_window(asks, at, _in_each(calendars, week))

    def _opening(self, calendar: Calendar, week: Week, at: dt.datetime) -> Window:
        day = calendar.day(at) - DAY
        for _ in range(WEEK * (2 + len(self.closed_days))):
            for opening in () if day in self.closed_days else _openings_on(day, calendar, week):
                if opening.closes > at:
                    return opening
            day += DAY
        return Window.never("no day is a working day")


@lru_cache(maxsize=1024)
def _week_of_the_house(house: tuple[dt.time, dt.time]) -> Week:
    return Week(house)


@lru_cache(maxsize=65536)
def _first_opening(hours: Hours, calendars: tuple[Calendar, ...], week: Week, at: dt.datetime) -> Window:
    """Asked from midnight on, one answer serves for every moment until that window closes."""
    return hours.in_all(calendars, week, at)


def _in_each(calendars: tuple[Calendar, ...], week: Week) -> str:
    return f"{week.says} in each of {len(calendars)} possible zones"


@lru_cache(maxsize=65536)
def _openings_on(day: dt.date, calendar: Calendar, week: Week) -> tuple[Window, ...]:
    says = f"{week.says}, {calendar.zone.key}"
    hours = [_from_to(calendar, day, *each) for each in week.on(calendar, day)]
    return tuple(
        Window(start=start, end=end, says=says) for start, end in hours if calendar.day(start) == day and start < end
    )


def _from_to(calendar: Calendar, day: dt.date, opens: dt.time, closes: dt.time) -> Stretch:
    return calendar.wall(day, opens), calendar.wall(day + DAY if closes < opens else day, closes)
