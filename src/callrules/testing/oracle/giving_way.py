"""What lifts a restraint: what it declares to give way to, and for some the later word."""

from __future__ import annotations

from functools import singledispatch

from callrules.declared import NAMED, Declared, LeavesInPeace, NoteFirst, WaitsForThem
from callrules.facts import Snooze
from callrules.testing.oracle.hang_ups import cycle
from callrules.testing.oracle.occasion import (
    RETURNED_CALL,
    Minute,
    is_inside,
    is_later_word,
    lifted,
    lifted_by_a_later_word,
)
from callrules.testing.oracle.person import Person


@singledispatch
def gives_way(declared: Declared, minute: Minute) -> bool:
    """Whether the occasion lifts what is declared."""
    return lifted(declared.lifted_by, minute)


@gives_way.register
def _(declared: NoteFirst, minute: Minute) -> bool:
    """The later word counts: a moment named before the bad one lifts nothing."""
    bad = cycle(minute.person, declared.rest_days)
    return bool(bad) and lifted_by_a_later_word(declared.lifted_by, minute, bad[-1].at)


@gives_way.register
def _(declared: LeavesInPeace, minute: Minute) -> bool:
    """End it, by its own meaning, with a moment named after it, or when they turn to us."""
    snooze, occasion = last_snooze(minute.person), minute.occasion
    if snooze is None or (occasion.name == RETURNED_CALL and occasion.due and occasion.due > snooze.at):
        return True
    is_named = is_inside(minute) and is_later_word(minute.person, occasion, snooze.at)
    return is_named or lifted(declared.lifted_by - NAMED, minute)


@gives_way.register
def _(declared: WaitsForThem, minute: Minute) -> bool:
    """A call back, and a promise whose moment they named, may come before; our own task never (G35)."""
    asked_for = minute.occasion.name == "promise" and minute.occasion.named is not None
    return asked_for or minute.occasion.name == RETURNED_CALL or lifted(declared.lifted_by, minute)


def last_snooze(person: Person) -> Snooze | None:
    """The last time that they were to be left in peace."""
    return next((fact for fact in reversed(person.own) if isinstance(fact, Snooze)), None)
