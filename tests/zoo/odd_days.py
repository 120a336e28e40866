"""Lawful policies that keep to clocks and days of their own: neighbours of those that count hours."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Calendar, calendar_of, possible_calendars
from callrules.contact import Contact
from callrules.declared import POLITE, Besides, Dated, Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen

OFFICE = Contact(id="the office", timezone="Europe/Berlin", region="DE")


@attrs.frozen
class OfficeLunch:
    """Are we at lunch? Our office keeps to its own clock, wherever they are."""

    name: ClassVar[str] = "office_lunch"
    waits: ClassVar[str] = "we are at lunch"
    opens_daily: ClassVar[bool] = True
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="not while our office eats", lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        ours = calendar_of(OFFICE)
        days = [ours.day(at) + each * DAY for each in range(-1, 3)]
        lunches = [(ours.wall(day, dt.time(12)), ours.wall(day, dt.time(13))) for day in days]
        return outside(lunches, at, "we are at lunch", yields=True)


@attrs.frozen
class QuietHours:
    """Do they rest? In Greece from three to half past five, on each clock that they may be on."""

    name: ClassVar[str] = "quiet_hours"
    waits: ClassVar[str] = "quiet hours there"
    opens_daily: ClassVar[bool] = True
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="not in the quiet hours", lifted_by=POLITE),)
    regions: ClassVar[frozenset[str]] = frozenset({"GR", "ES", "IT", "DE", "FR"})

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if contact.region not in self.regions or contact.hours or reason.is_first_return(history):
            return None
        near = [
            (each, each.day(at) + days * DAY) for each in possible_calendars(contact, number) for days in range(-1, 4)
        ]
        rests = [(each.wall(day, dt.time(15)), each.wall(day, dt.time(17, 30))) for each, day in near]
        return outside(rests, at, "they rest until half past five", yields=True)


@attrs.frozen
class ClocksAreSet:
    """Is it the Monday after clocks changed? Then we set all of ours, and ring nobody before noon."""

    name: ClassVar[str] = "clocks_are_set"
    waits: ClassVar[str] = "we set our clocks"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="a morning for our clocks", lifted_by=POLITE), Dated())
    mondays: ClassVar[tuple[dt.date, ...]] = (
        dt.date(2026, 3, 30), dt.date(2026, 10, 26), dt.date(2027, 3, 29), dt.date(2027, 11, 1),
    )  # fmt: skip

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        there = possible_calendars(contact, number)
        mornings = [morning(each, day) for each in there for day in self.mondays]
        return outside(mornings, at, "our clocks are set", yields=True)


def morning(calendar: Calendar, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """Give that morning, until noon on their wall."""
    return calendar.starts(day), calendar.wall(day, dt.time(12))


def _lawful(known_by: str, says: str, kind: type) -> Specimen:
    return Specimen(id=known_by, group="herd", says=says, make=house_with(kind))


ODD_DAYS = (
    _lawful("office-lunch", "From twelve to one we eat, by the clock of our own office.", OfficeLunch),
    _lawful("quiet-hours", "In the afternoon nobody is rung where people rest.", QuietHours),
    _lawful("clocks-are-set", "On the Monday after clocks change we ring nobody before noon.", ClocksAreSet),
)
"""Decent: hours on a wall, be it theirs or ours."""
