"""Grounds to stop, which numbers can be rung, and which attempts were in vain (rulebook B5, D6, F13)."""

from __future__ import annotations

import datetime as dt

from callrules.declared import GivesUp
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.testing.plain.person import Person, once
from callrules.testing.plain.promises import Promised, kept_by, promised
from callrules.testing.plain.signs import (
    asked_for_a_call,
    breaks_a_row,
    came_back,
    is_attempt,
    is_goodbye,
    is_inbound,
    is_talk,
    is_unanswered,
)


@once
def is_dead(person: Person, number: str | None) -> bool:
    """F13: a wrong number is dead, a bad one the second time; a call of theirs from it shows that it lives."""
    bad = 0
    for call in calls_on(person, number):
        bad += call.disposition is Disposition.BAD_NUMBER
        if bad > 1 or (call.disposition is Disposition.WRONG_NUMBER and person.is_own(call)):
            return True
    return False


@once
def calls_on(person: Person, number: str | None) -> tuple[CallAttempt, ...]:
    """The attempts on that number since they last used it themselves; the first number is meant where none is noted."""
    first = person.contact.phones[0].number if person.contact.phones else None
    used = (call for call in person.calls if number and is_inbound(call) and number in {call.number, call.from_number})
    alive = max((call.at for call in used), default=None)
    tried = [call for call in tries(person, number) if (call.number or first) == number]
    return tuple(call for call in tried if alive is None or call.at > alive)


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


def waited_for(person: Person, enough: CallAttempt) -> list[Promised]:
    """The open promises that were made by the end of that day: giving up waits for them."""
    day = person.day(enough.at)
    return [each for each in promised(person) if kept_by(person, each) is None and person.day(each.fact.at) <= day]


def said_goodbye(person: Person, since: dt.datetime) -> bool:
    """Whether we said goodbye from then on."""
    return any(fact.at >= since and is_goodbye(fact) for fact in person.own)
