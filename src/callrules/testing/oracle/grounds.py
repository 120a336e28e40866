"""Grounds to stop, which numbers can be rung, and which attempts were in vain (rulebook B5, D6, F13)."""

from __future__ import annotations

import datetime as dt

from callrules.declared import GivesUp
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.testing.oracle.person import Person, once
from callrules.testing.oracle.signs import (
    asked_for_a_call,
    breaks_a_row,
    came_back,
    is_attempt,
    is_inbound,
    is_talk,
    is_unanswered,
    speaks_with_us,
)


@once
def is_dead(person: Person, number: str | None) -> bool:
    """F13: a wrong number is dead, a bad one the second time, until it shows that it lives (G36)."""
    return died_at(person, number) is not None


@once
def died_at(person: Person, number: str | None) -> dt.datetime | None:
    """When it turned out that this number does not reach them."""
    bad = 0
    for call in calls_on(person, number):
        bad += call.disposition is Disposition.BAD_NUMBER
        if bad > 1 or (call.disposition is Disposition.WRONG_NUMBER and person.is_own(call)):
            return call.at
    return _none_is_left(person)


def _none_is_left(person: Person) -> dt.datetime | None:
    """Count wrong numbers: where none was noted nobody knows which it was, until as many were wrong as there are."""
    known = len(person.contact.phones)
    unnoted = [call for call in person.ours if call.number is None]
    spoke = max((call.at for call in unnoted if speaks_with_us(call)), default=None)
    wrong = [call.at for call in unnoted if call.disposition is Disposition.WRONG_NUMBER]
    wrong = [at for at in wrong if spoke is None or at > spoke]
    return wrong[known - 1] if 1 < known <= len(wrong) else None


@once
def calls_on(person: Person, number: str | None) -> tuple[CallAttempt, ...]:
    """The attempts on that number since it showed that it lives: they rang from it, or spoke with us on it (G36).

    Where the card has one number, calls whose number nobody noted were on it.
    """
    meant = {number, None} if len(person.contact.phones) <= 1 else {number}
    lively = (call.at for call in person.calls if (is_inbound(call) or speaks_with_us(call)) and _used(call) & meant)
    alive = max(lively, default=None)
    return tuple(call for call in tries(person, number) if call.number in meant and (alive is None or call.at > alive))


def _used(call: CallAttempt) -> set[str | None]:
    if not is_inbound(call):
        return {call.number}
    return {each for each in (call.number, call.from_number) if each}


@once
def tries(person: Person, number: str | None) -> tuple[CallAttempt, ...]:
    """Attempts on one number, ours on the person and those on others."""
    if number is None:
        return person.ours
    own = [call for call in person.ours if call.number in {number, None}]
    on_others = [fact for fact in person.others if is_attempt(fact) and fact.number == number]
    return tuple(sorted([*own, *on_others], key=lambda call: call.at))


@once
def row_on(person: Person, number: str | None) -> tuple[CallAttempt, ...]:
    """The unanswered attempts in a row on one number."""
    vain: list[CallAttempt] = []
    broken = [fact.at for fact in person.own if breaks_a_row(fact)]
    for call in tries(person, number):
        if any(at >= call.at for at in broken):
            continue
        vain = [*vain, call] if is_unanswered(call) else [] if breaks_a_row(call) else vain
    return tuple(vain)


@once
def row(person: Person) -> tuple[CallAttempt, ...]:
    """The unanswered attempts in a row on the person."""
    broken = max((fact.at for fact in person.own if breaks_a_row(fact)), default=None)
    return tuple(call for call in person.ours if is_unanswered(call) and (broken is None or call.at > broken))


def in_vain(person: Person, gives_up: GivesUp) -> tuple[tuple[CallAttempt, ...], CallAttempt | None]:
    """The attempts that count against going on, and the one with which it was enough, if it was.

    So many unanswered ones in a row, or so many of any kind without a talk.
    """
    vain, made = vain_since_they_came_back(person), made_since_they_came_back(person)
    enough = [vain[gives_up.after - 1]] if len(vain) >= gives_up.after else []
    if gives_up.of_any_kind is not None and len(made) >= gives_up.of_any_kind:
        enough.append(made[gives_up.of_any_kind - 1])
    return vain if len(vain) >= gives_up.after else made, min(enough, key=lambda call: call.at, default=None)


@once
def made_since_they_came_back(person: Person) -> tuple[CallAttempt, ...]:
    """Our attempts since they turned to us, asked for a call or talked with us."""
    back = [fact.at for fact in person.own if came_back(fact) or asked_for_a_call(fact) or is_talk(fact)]
    return tuple(call for call in person.ours if not back or call.at > max(back))


@once
def vain_since_they_came_back(person: Person) -> tuple[CallAttempt, ...]:
    """The unanswered attempts in a row since they turned to us or asked for a call."""
    back = [fact.at for fact in person.own if came_back(fact) or asked_for_a_call(fact)]
    return tuple(call for call in row(person) if not back or call.at > max(back))
