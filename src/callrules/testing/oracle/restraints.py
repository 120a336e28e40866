"""May this minute be used? One plain answer to each kind of restraint that a rule can declare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import singledispatch
from zoneinfo import ZoneInfo

import attrs

from callrules.declared import (
    AnotherPart,
    Cap,
    Declared,
    Gap,
    HoldsDials,
    LeavesInPeace,
    NoteFirst,
    Open,
    RestsBad,
    Spacing,
    WaitsForThem,
)
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.testing.oracle.clock import DAY, part, zones
from callrules.testing.oracle.giving_way import gives_way, last_snooze
from callrules.testing.oracle.grounds import calls_on, row, row_on, tries
from callrules.testing.oracle.hang_ups import cycle, other_channel, owed_a_note
from callrules.testing.oracle.occasion import Minute, Occasion, is_inside
from callrules.testing.oracle.opening import is_open
from callrules.testing.oracle.person import Person, once
from callrules.testing.oracle.signs import HOUR, is_busy
from callrules.testing.oracle.their_turn import their_open

ANOTHER_PART_FOR = 14 * DAY
"""After the rest that no note could shorten, how long the part of the day of the bad moment is left alone."""


def forbids(declared: Declared, person: Person, occasion: Occasion, number: str | None, at: dt.datetime) -> bool:
    """Whether what is declared forbids to ring that number then, on that occasion, for all that lifts it."""
    return _forbids(declared, Minute(person, on_their_day(person, occasion, number), number, at))


def _forbids(declared: Declared, minute: Minute) -> bool:
    return _holds(declared, minute) and not gives_way(declared, minute)


@once
def on_their_day(person: Person, occasion: Occasion, number: str | None) -> Occasion:
    """The occasion, where it is a named day on which they are closed moved to the first on which they open (E8)."""
    if occasion.named != "day" or occasion.due is None or occasion.moved_to:
        return occasion
    for at in _minutes_from(occasion.due):
        then = attrs.evolve(occasion, moved_to=person.day(at))
        if are_open(Minute(person, then, number, at)):
            return then
    return occasion


def _minutes_from(due: dt.datetime) -> Iterator[dt.datetime]:
    """The moment itself, each quarter of an hour of the next weeks, and each hour of some months."""
    yield due
    hour = due.replace(minute=0, second=0, microsecond=0)
    yield from (hour + each * HOUR / 4 for each in range(1, 21 * 96) if hour + each * HOUR / 4 > due)
    yield from (hour + each * HOUR for each in range(21 * 24, 120 * 24))


def are_open(minute: Minute) -> bool:
    """Whether that minute lies within all opening hours, and on no holiday."""
    hours = [each for each in minute.person.restraints if isinstance(each, Open)]
    return not is_holiday_somewhere(minute) and not any(_forbids(each, minute) for each in hours)


def keeps_a_holiday(minute: Minute) -> bool:
    """Whether it is a public holiday of theirs, outside an hour that they named (E8)."""
    return is_holiday_somewhere(minute) and not (minute.occasion.named == "hour" and is_inside(minute))


def is_holiday_somewhere(minute: Minute) -> bool:
    """Whether it is a public holiday of theirs wherever they could be, where these are kept (E8)."""
    names = zones(minute.person.contact, minute.number)
    days = {minute.at.astimezone(ZoneInfo(name)).date() for name in names}
    return any(minute.person.keeps(day) for day in days)


@singledispatch
def _holds(_declared: Declared, _minute: Minute) -> bool:
    """Whether the minute is restrained, whatever the occasion; what is no restraint never holds."""
    return False


@_holds.register
def _(declared: Open, minute: Minute) -> bool:
    return not is_open(declared, minute)


@_holds.register
def _(declared: Cap, minute: Minute) -> bool:
    period = declared.days * DAY
    by_whom = (minute.person.ours, tries(minute.person, minute.number))
    recent = [[call for call in made if call.at <= minute.at < call.at + period] for made in by_whom]
    return any(len(made) >= declared.most for made in recent)


@_holds.register
def _(declared: Gap, minute: Minute) -> bool:
    busy_hours = declared.hours if declared.busy_hours is None else declared.busy_hours
    made = (*minute.person.ours, *tries(minute.person, minute.number))
    hours = ((call.at, busy_hours if is_busy(call) else declared.hours) for call in made)
    return any(at <= minute.at < at + each * HOUR for at, each in hours)


@_holds.register
def _(declared: Spacing, minute: Minute) -> bool:
    return any(_is_within_days(declared.days, vain, minute) for vain in _rows(minute))


def _rows(minute: Minute) -> Iterator[tuple[CallAttempt, ...]]:
    """Count rows by person, and by number where somebody else may have been rung there."""
    yield row(minute.person)
    if any(not minute.person.is_own(call) for call in tries(minute.person, minute.number)):
        yield row_on(minute.person, minute.number)


def _is_within_days(days: tuple[int, ...], vain: tuple[CallAttempt, ...], minute: Minute) -> bool:
    answered = [(place, call) for place, call in enumerate(vain) if not is_busy(call)]
    if not answered or not days:
        return False
    place, call = answered[-1]
    person = minute.person
    ends = person.day(call.at) + days[min(place, len(days) - 1)] * DAY
    return call.at <= minute.at and person.day(minute.at) < ends


@_holds.register
def _(declared: AnotherPart, minute: Minute) -> bool:
    vain = row(minute.person)
    return bool(vain) and _is_same_part(minute, vain[-1].at, vain[-1].at + declared.days * DAY)


def _is_same_part(minute: Minute, tried: dt.datetime, until: dt.datetime) -> bool:
    """Whether it is the same part of the day in any zone in which they could be (G38)."""
    names = zones(minute.person.contact, minute.number)
    clocks = [ZoneInfo(name) for name in names] or [minute.person.zone]
    return minute.at < until and any(part(minute.at, clock) == part(tried, clock) for clock in clocks)


@_holds.register
def _(declared: RestsBad, minute: Minute) -> bool:
    bad = [call.at for call in calls_on(minute.person, minute.number) if call.disposition is Disposition.BAD_NUMBER]
    return any(minute.at < each + declared.days * DAY for each in bad)


@_holds.register
def _(declared: HoldsDials, minute: Minute) -> bool:
    made = (*minute.person.ours, *tries(minute.person, minute.number))
    dials = [call.at for call in made if call.disposition is Disposition.DIALING]
    return any(minute.at < each + declared.hours * HOUR for each in dials)


@_holds.register
def _(_declared: LeavesInPeace, minute: Minute) -> bool:
    snooze = last_snooze(minute.person)
    return snooze is not None and minute.at < minute.person.begins(snooze.until)


@_holds.register
def _(declared: WaitsForThem, minute: Minute) -> bool:
    theirs = their_open(minute.person, declared.grace_days, declared.dateless_days)
    return any(minute.at < lapse for _, lapse in theirs)


@_holds.register
def _(declared: NoteFirst, minute: Minute) -> bool:
    bad = cycle(minute.person, declared.rest_days)
    if len(bad) > 1:
        return minute.at < bad[-1].at + declared.rest_days * DAY
    if owed_a_note(minute.person, declared.rest_days) is None:
        return False
    is_owed = minute.person.owes(bad[0].at) and other_channel(minute.person, bad[0]) is not None
    return is_owed or _rests(declared, minute, bad[0].at)


def _rests(declared: NoteFirst, minute: Minute, bad: dt.datetime) -> bool:
    """With no other channel: some working days of rest, then another part of the day."""
    person = minute.person
    rested = person.wall(person.working_days_on(person.day(bad), declared.no_channel_days))
    return minute.at < rested or _is_same_part(minute, bad, rested + ANOTHER_PART_FOR)
