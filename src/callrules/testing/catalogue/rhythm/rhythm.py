"""Laws of rhythm: hours, caps, gaps and rests that a rule declares are kept, to the second."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from callrules.declared import (
    AnotherPart,
    Cap,
    Declared,
    Gap,
    LeavesInPeace,
    NoteFirst,
    Open,
    Spacing,
    WaitsForThem,
)
from callrules.step import Write
from callrules.testing.catalogue.shared.predicates import ORDINARY, asks_for_a_call, is_ahead_of_the_facts
from callrules.testing.catalogue.shared.restraints import broken_restraint
from callrules.testing.lawbook import Broken, Check, Reached, law
from callrules.testing.oracle.hang_ups import cycle
from callrules.testing.oracle.occasion import Occasion
from callrules.testing.oracle.restraints import forbids
from callrules.testing.oracle.signs import NOTES
from callrules.testing.situations import Ring, Situation

EVERY_DAY = frozenset(range(1, 8))


def _when_it_forbids(kind: type[Declared]) -> Reached:
    """Find situations in which a restraint of that kind forbids a call for an ordinary reason now."""

    def when(situation: Situation) -> bool:
        number = next((phone.number for phone in situation.contact.phones), None)
        declared, person = situation.facts_declared(kind), situation.person
        return any(forbids(each, person, ORDINARY, number, situation.now) for each in declared)

    return when


def _is_kept(kind: type[Declared]) -> Check:
    """No ring at a moment that a declared restraint of that kind forbids."""

    def check(situation: Situation) -> Iterator[Broken]:
        for ring in situation.rings if is_ahead_of_the_facts(situation) else ():
            broken = broken_restraint(situation, kind, ring)
            if broken:
                yield Broken(says=f"a call although declared: {broken.says}", at=ring.at, expected="no call")

    return check


def _wrong_hour(situation: Situation, declared: Open, ring: Ring) -> bool:
    any_day = attrs.evolve(declared, weekdays=EVERY_DAY, closed_days=())
    return forbids(any_day, situation.person, Occasion.of(ring.reason), ring.number, ring.at)


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
            if _wrong_hour(situation, declared, ring):
                yield Broken(says=f"a call outside their hours: {declared.says}", at=ring.at, expected="no call")


@law(
    "closed-days",
    says="Nobody is rung on a day that is closed where they are.",
    group="hours",
    moment="their day is closed",
    reached=_when_it_forbids(Open),
    needs=Open,
)
def closed_days(situation: Situation) -> Iterator[Broken]:
    """Check the person's local date: weekends, and the days that are declared closed."""
    for ring in situation.rings if is_ahead_of_the_facts(situation) else ():
        for declared in situation.facts_declared(Open):
            occasion, person = Occasion.of(ring.reason), situation.person
            forbidden = forbids(declared, person, occasion, ring.number, ring.at)
            if forbidden and not _wrong_hour(situation, declared, ring):
                says = f"a call on a day that is closed where they are: {declared.says}"
                yield Broken(says=says, at=ring.at, expected="no call")


cap = law(
    "cap",
    says="Nobody is rung more often than the cap allows, in any stretch of days.",
    group="rhythm",
    moment="the cap is reached",
    reached=_when_it_forbids(Cap),
    needs=Cap,
)(_is_kept(Cap))

gap = law(
    "gap",
    says="Between two attempts lie at least the hours that were declared.",
    group="rhythm",
    moment="the gap is pending",
    reached=_when_it_forbids(Gap),
    needs=Gap,
)(_is_kept(Gap))

spacing = law(
    "spacing",
    says="After each unanswered attempt lie the days that were declared.",
    group="rhythm",
    moment="the days are pending",
    reached=_when_it_forbids(Spacing),
    needs=Spacing,
)(_is_kept(Spacing))

another_part = law(
    "another-part",
    says="Nobody is tried twice running in the same part of the day.",
    group="rhythm",
    moment="the same part of the day",
    reached=_when_it_forbids(AnotherPart),
    needs=AnotherPart,
)(_is_kept(AnotherPart))

left_in_peace = law(
    "left-in-peace",
    says="Who is snoozed is left in peace, unless they named a later moment or turned to us.",
    group="rhythm",
    moment="snoozed",
    reached=_when_it_forbids(LeavesInPeace),
    needs=LeavesInPeace,
)(_is_kept(LeavesInPeace))

waits_for_them = law(
    "waits-for-them",
    says="While they owe us a call, we do not ring.",
    group="promises",
    moment="it is their turn",
    reached=_when_it_forbids(WaitsForThem),
    needs=WaitsForThem,
)(_is_kept(WaitsForThem))


def _bad_moments(situation: Situation) -> int:
    rests = min(each.rest_days for each in situation.facts_declared(NoteFirst))
    return len(cycle(situation.person, rests))


def _resting(least: int, most: int) -> Reached:
    forbidden = _when_it_forbids(NoteFirst)
    return lambda situation: least <= _bad_moments(situation) <= most and forbidden(situation)


note_first = law(
    "note-first",
    says="After a hang-up or brush-off there is no call before a note.",
    group="notes",
    moment="a note is owed",
    reached=_resting(1, 1),
    needs=NoteFirst,
)(_is_kept(NoteFirst))


@law(
    "second-hang-up-rests",
    says="After a second hang-up there is no third try and no second note, but rest.",
    group="notes",
    moment="a second hang-up",
    reached=_resting(2, 99),
    needs=NoteFirst,
)
def second_hang_up_rests(situation: Situation) -> Iterator[Broken]:
    """Refuse a call before the rest is over, and another note."""
    yield from _is_kept(NoteFirst)(situation)  # type: ignore[misc]
    step = situation.step
    if isinstance(step, Write) and step.purpose in NOTES:
        yield Broken(says="a second note after a second hang-up", at=step.at, expected="rest")


RHYTHM = (
    inside_hours, closed_days, cap, gap, spacing, another_part, left_in_peace, waits_for_them, note_first,
    second_hang_up_rests,
)  # fmt: skip
