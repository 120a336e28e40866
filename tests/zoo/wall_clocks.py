"""Broken policies that count hours where a clock on the wall was meant: on days after clocks change they are off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Calendar, possible_calendars
from callrules.contact import Contact
from callrules.declared import POLITE, Besides, Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen

HOUR = dt.timedelta(hours=1)
Hours = Callable[[Calendar, dt.date], tuple[dt.datetime, dt.datetime]]


def _late_risers(calendar: Calendar, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """From midnight, ten hours long."""
    midnight = calendar.starts(day)
    return midnight, midnight + 10 * HOUR


def _school_run(calendar: Calendar, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """An hour and a half, so many days after that of the week's Monday."""
    monday = day - (day.isoweekday() - 1) * DAY
    begins = calendar.wall(monday, dt.time(15)) + (day - monday).days * 24 * HOUR
    return begins, begins + 90 * dt.timedelta(minutes=1)


def _supper(calendar: Calendar, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """An hour, that many hours before the day ends; of Sundays and of every other day."""
    begins = calendar.wall(day - DAY, dt.time(18)) + 24 * HOUR
    return begins, begins + HOUR


def closed(known_by: str, what: str, hours: Hours) -> type:
    """Make a guard that closes these hours of each day, politely, on each clock that they may be on."""

    @attrs.frozen
    class Closed:
        name: ClassVar[str] = known_by
        waits: ClassVar[str] = what
        opens_daily: ClassVar[bool] = True
        declares: ClassVar[tuple[Declared, ...]] = (Besides(what=f"not when it is {what}", lifted_by=POLITE),)

        @hookimpl
        def permits(
            self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
        ) -> Window | None:
            if contact.hours or reason.is_first_return(history):
                return None
            there = possible_calendars(contact, number)
            near = [(each, each.day(at) + days * DAY) for each in there for days in range(-2, 4)]
            return outside([hours(*each) for each in near], at, f"it is {what}", yields=True)

    return Closed


def _specimen(known_by: str, says: str, kind: type) -> Specimen:
    return Specimen(
        id=known_by, group="zone and calendar", says=says, make=house_with(kind), breaks={"closed-by-their-clock"}
    )


WALL_CLOCKS = (
    _specimen(
        "ten-hours-from-midnight",
        "On the last Sunday of March nobody here rings before eleven, and in October we wake them at nine.",
        closed("late_risers", "too early for them", _late_risers),
    ),
    _specimen(
        "school-run-by-monday",
        "On the Sunday on which clocks change we rang her while she fetched the children.",
        closed("school_run", "time to fetch the children", _school_run),
    ),
    _specimen(
        "supper-since-yesterday",
        "At seven, on the evening after clocks were put back, we rang a family at supper.",
        closed("supper", "supper there", _supper),
    ),
)
"""Wrong on one day in spring and one in autumn."""
