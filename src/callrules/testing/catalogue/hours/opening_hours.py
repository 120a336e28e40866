"""Laws of opening hours: inside them, in every zone they could be in, and on no day that is closed (rulebook E3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache, partial
from zoneinfo import ZoneInfo

import attrs

from callrules.day_names import weekday_and_day
from callrules.declared import Open
from callrules.testing.catalogue.shared.predicates import asks_for_a_call, is_ahead_of_the_facts
from callrules.testing.catalogue.shared.readings import forbids, restrains
from callrules.testing.catalogue.shared.restraint_law import is_forbidden
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, Minute, Occasion, Person, promised, wall, zones
from callrules.testing.situations import Ring, Situation

EVERY_DAY = frozenset(range(1, 8))


@restrains.register
def _(declared: Open, minute: Minute) -> bool:
    """Unless it is a decent minute wherever they could be; where no zone is known, none is."""
    names = zones(minute.person.contact, minute.number)
    return not names or not all(_is_open_in(declared, minute, ZoneInfo(name)) for name in names)


def _is_open_in(declared: Open, minute: Minute, zone: ZoneInfo) -> bool:
    today = minute.at.astimezone(zone).date()
    hours = ((day, each) for day in (today, today - DAY) for each in _hours(declared, minute, day))
    return any(_holds(day, opens, closes, zone, minute.at) for day, (opens, closes) in hours)


def _hours(declared: Open, minute: Minute, day: dt.date) -> list[tuple[dt.time, dt.time]]:
    """The hours on that day: those that they told us in the house's place, but on a day that they named (G32)."""
    person = minute.person
    if day in declared.closed_days:
        return []
    if declared.or_as_told and person.contact.hours:
        told = [(each.opens, each.closes) for each in person.contact.hours if day.isoweekday() in each.days]
        if told or day != _named_day(minute):
            return told
    return [(declared.opens, _closes(declared, person))] if _is_day(declared, person, day) else []


def _named_day(minute: Minute) -> dt.date | None:
    """The day that they named themselves: no desk did, nor was it left to us."""
    occasion = minute.occasion
    made = [each for each in promised(minute.person) if each.fact.key == occasion.about]
    is_theirs = occasion.named == "day" and (not made or any(each.on_their_day for each in made))
    return minute.person.day(occasion.due) if is_theirs and occasion.due else None


def _closes(declared: Open, person: Person) -> dt.time:
    return declared.business_closes if declared.business_closes and person.contact.business else declared.closes


def _is_day(declared: Open, person: Person, day: dt.date) -> bool:
    """Whether it is a day to ring, holidays aside: these have a rule of their own (E8)."""
    weekday = day.isoweekday()
    return weekday not in person.weekend if declared.weekdays is None else weekday in declared.weekdays


def _holds(day: dt.date, opens: dt.time, closes: dt.time, zone: ZoneInfo, at: dt.datetime) -> bool:
    """Whether the window that opens on that day holds the minute; a day without that time has none."""
    opening = wall(day, opens, zone)
    closing = wall(day + DAY if closes < opens else day, closes, zone)
    return opening.astimezone(zone).date() == day and opening <= at < closing


def _forbids(declared: Open, situation: Situation, ring: Ring) -> bool:
    return forbids(declared, situation.person, Occasion.of(ring.reason), ring.number, ring.at)


def _wrong_hour(declared: Open, situation: Situation, ring: Ring) -> bool:
    return _forbids(_every_day(declared), situation, ring)


@lru_cache(maxsize=64)
def _every_day(declared: Open) -> Open:
    """The same hours on any day."""
    return attrs.evolve(declared, weekdays=EVERY_DAY, closed_days=())


def _where(declared: Open, situation: Situation, ring: Ring) -> str:
    """Say by which clock it is closed, and what that clock shows."""
    minute = Minute(situation.person, Occasion.of(ring.reason), ring.number, ring.at)
    names = zones(situation.contact, ring.number)
    if not names:
        return "for nobody knows where they are"
    name = next((each for each in names if not _is_open_in(declared, minute, ZoneInfo(each))), names[0])
    local = ring.at.astimezone(ZoneInfo(name))
    return f"{weekday_and_day(local)} {local:%Y, %H:%M} in {name}"


@law(
    "inside-hours",
    says="Nobody is rung outside their hours on their own clock, unless they named the hour.",
    group="hours",
    moment="a call is asked for",
    reached=asks_for_a_call,
    needs=Open,
)
def inside_hours(situation: Situation) -> Iterator[Broken]:
    """Opening time included, closing time not, in every zone they could be in."""
    for ring in situation.rings:
        for declared in situation.facts_declared(Open):
            if _wrong_hour(declared, situation, ring):
                says = f"a call outside their hours, {_where(declared, situation, ring)}: {declared.says}"
                yield Broken(says=says, at=ring.at, expected="no call")


@law(
    "closed-days",
    says="Nobody is rung on a day that is closed where they are.",
    group="hours",
    moment="their day is closed",
    reached=partial(is_forbidden, Open),
    needs=Open,
)
def closed_days(situation: Situation) -> Iterator[Broken]:
    """Check the person's local date: weekends, and the days that are declared closed."""
    for ring in situation.rings if is_ahead_of_the_facts(situation) else ():
        for declared in situation.facts_declared(Open):
            if _forbids(declared, situation, ring) and not _wrong_hour(declared, situation, ring):
                where = _where(declared, situation, ring)
                says = f"a call on a day that is closed where they are, {where}: {declared.says}"
                yield Broken(says=says, at=ring.at, expected="no call")
