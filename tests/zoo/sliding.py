"""Broken guards: what they answer for one moment, they do not stand by at another."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.declared import Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.playbook import Playbook
from callrules.step import Step, Verdict
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen


@attrs.frozen
class TomorrowAtNine:
    """Did we speak lately? Tomorrow at nine, counted from the day asked about: always tomorrow."""

    name: ClassVar[str] = "tomorrow_at_nine"
    declares: ClassVar[tuple[Declared, ...]] = ()
    nine: dt.time = dt.time(9)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        if not history.talks:
            return None
        calendar = history.calendar
        return Window(start=calendar.wall(calendar.day(at) + DAY, self.nine), says="tomorrow is a better day")


@attrs.frozen
class ChristmasEveByDay:
    """Is it Christmas Eve? Then tomorrow; on any other day always, it says, and means until the 24th."""

    name: ClassVar[str] = "christmas_eve_by_day"
    declares: ClassVar[tuple[Declared, ...]] = ()
    month: int = 12
    day: int = 24

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        today = history.calendar.day(at)
        if (today.month, today.day) != (self.month, self.day):
            return None
        return Window(start=history.calendar.starts(today + DAY), says="the family waits")


@attrs.frozen
class MonthEndsByDay:
    """Is it the last day of a month? Then the first; on any other day always, also on the last."""

    name: ClassVar[str] = "month_ends_by_day"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        today = history.calendar.day(at)
        if (today + DAY).day != 1:
            return None
        return Window(start=history.calendar.starts(today + DAY), says="they close their books")


@attrs.frozen
class FirstsByDay:
    """Is it the first of a month? Then a day later, and for a moment they named as well."""

    name: ClassVar[str] = "firsts_by_day"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        today = history.calendar.day(at)
        return Window(start=history.calendar.ends(at), says="rents are due") if today.day == 1 else None


@attrs.frozen
class HiddenGuard:
    """An app around a playbook, of which nobody sees the rules; one of its guards counts from when it is asked."""

    inside: Playbook = attrs.field(factory=house_with(MonthEndsByDay))

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.inside.next_step(contact, history, now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.inside.may_call(contact, history, at, number=number)


def _in_other_hands() -> Altered:
    return Altered(Playbook().with_rules(FirstsByDay()))


def _specimen(known_by: str, says: str, make: Any, *breaks: str) -> Specimen:
    return Specimen(id=known_by, group="composition", says=says, make=make, breaks=breaks)


SLIDING = (
    _specimen(
        "tomorrow-at-nine",
        "Whoever spoke with us once is to be rung tomorrow at nine, and tomorrow it says the same.",
        house_with(TomorrowAtNine),
        "windows-stand",
    ),
    _specimen(
        "christmas-eve-by-day",
        "Nobody is rung on Christmas Eve, and on the evening before the list has her down for the morning.",
        house_with(ChristmasEveByDay),
        "windows-stand",
    ),
    _specimen(
        "month-ends-by-day",
        "Our app is to leave them alone when they close their books, and rings at nine on the 31st.",
        HiddenGuard,
        "windows-stand",
    ),
    _specimen(
        "firsts-by-day",
        "On the first of the month nobody has time for us, and the list made the day before does not know it.",
        _in_other_hands,
        "windows-stand",
    ),
)
"""Guards that do not stand by their windows."""
