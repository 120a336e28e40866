"""May this minute be used? How each kind of restraint is read stands in the law file of that kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import TypeVar
from zoneinfo import ZoneInfo

import attrs

from callrules.declared import Declared, HoldsDials, Open, RestsBad
from callrules.testing.oracle import HOUR, Minute, Occasion, Person, is_inside, lifted, once, part, zones

D = TypeVar("D", bound=Declared)
FLOOR = (RestsBad, HoldsDials)
"""What the floor of every playbook forbids, declared or not."""


@singledispatch
def restrains(_declared: Declared, _minute: Minute) -> bool:
    """Whether the minute is restrained, whatever the occasion; what is no restraint never restrains."""
    return False


@singledispatch
def gives_way(declared: Declared, minute: Minute) -> bool:
    """Whether the occasion lifts what is declared."""
    return lifted(declared.lifted_by, minute)


def is_restraint(declared: Declared) -> bool:
    """Whether it says when nobody is rung: a kind that some law file reads, the floor's aside."""
    is_read = restrains.dispatch(type(declared)) is not restrains.dispatch(object)
    return is_read and not isinstance(declared, FLOOR)


def forbids(declared: Declared, person: Person, occasion: Occasion, number: str | None, at: dt.datetime) -> bool:
    """Whether what is declared forbids to ring that number then, on that occasion, for all that lifts it."""
    return first_to_forbid([declared], person, occasion, number, at) is not None


def first_to_forbid(
    declared: Iterable[D], person: Person, occasion: Occasion, number: str | None, at: dt.datetime
) -> D | None:
    """The first of what is declared that forbids to ring that number then, on that occasion."""
    minute = Minute(person, on_their_day(person, occasion, number), number, at)
    return next((each for each in declared if _forbids(each, minute)), None)


def _forbids(declared: Declared, minute: Minute) -> bool:
    return restrains(declared, minute) and not gives_way(declared, minute)


@once
def on_their_day(person: Person, occasion: Occasion, number: str | None) -> Occasion:
    """The occasion, where it is a named day on which they are closed moved to the first on which they open (E8)."""
    if occasion.named != "day" or occasion.due is None or occasion.moved_to:
        return occasion
    for at in _minutes_from(occasion.due):
        then = attrs.evolve(occasion, moved_to=person.day(at))
        if _are_open(Minute(person, then, number, at)):
            return then
    return occasion


def _minutes_from(due: dt.datetime) -> Iterator[dt.datetime]:
    """The moment itself, each quarter of an hour of the next weeks, and each hour of some months."""
    yield due
    hour = due.replace(minute=0, second=0, microsecond=0)
    yield from (hour + each * HOUR / 4 for each in range(1, 21 * 96) if hour + each * HOUR / 4 > due)
    yield from (hour + each * HOUR for each in range(21 * 24, 120 * 24))


def _are_open(minute: Minute) -> bool:
    """Whether that minute lies within all opening hours, and on no holiday."""
    hours = (each for each in minute.person.restraints if isinstance(each, Open))
    return not _is_holiday_somewhere(minute) and not any(_forbids(each, minute) for each in hours)


def keeps_a_holiday(minute: Minute) -> bool:
    """Whether it is a public holiday of theirs, outside an hour that they named (E8)."""
    return _is_holiday_somewhere(minute) and not (minute.occasion.named == "hour" and is_inside(minute))


def _is_holiday_somewhere(minute: Minute) -> bool:
    """Whether it is a public holiday of theirs wherever they could be, where these are kept (E8)."""
    names = zones(minute.person.contact, minute.number)
    return any(minute.person.keeps(minute.at.astimezone(ZoneInfo(name)).date()) for name in names)


def is_same_part(minute: Minute, tried: dt.datetime, until: dt.datetime) -> bool:
    """Whether it is the same part of the day in any zone in which they could be (G38)."""
    clocks = [ZoneInfo(name) for name in zones(minute.person.contact, minute.number)] or [minute.person.zone]
    return minute.at < until and any(part(minute.at, clock) == part(tried, clock) for clock in clocks)
