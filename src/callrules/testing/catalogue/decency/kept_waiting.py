"""The law of decency about waiting: whom we owe a call is rung some day, or told goodbye."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

import attrs

from callrules.checks import zone
from callrules.deciding.agreeing import NOT_FOUND_YET
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, OptOut
from callrules.history import History
from callrules.moments import next_agreement
from callrules.step import Rest, Step, Write
from callrules.testing.catalogue.shared.own_rules import scope_of_a_call
from callrules.testing.catalogue.shared.predicates import (
    after_all,
    can_be_reached,
    in_turn,
    living_in,
    living_numbers,
    names_no_rule,
)
from callrules.testing.catalogue.shared.restraints import held_up
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, HOUR, SOON, Occasion, zones
from callrules.testing.policies import own_answerers, own_rules
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Kind, Party

REMEDY = " (whom we never ring is told goodbye: answer walk_away)"
A_YEAR = 366
FAR_APART = ("Africa/Abidjan", "Asia/Dhaka", "Pacific/Tarawa", "America/Bogota")
"""Zones whose clocks never change, about six hours apart."""


@attrs.frozen
class Owed:
    """A call that we owe: how it came about, the fact that says so, and what the call would be about."""

    says: str
    fact: Fact
    occasion: Occasion


def _owed(situation: Situation) -> tuple[Owed, ...]:
    """A promise of ours, a call that they ask for at an hour, and a call of theirs in vain."""
    person, at = situation.person, after_all(situation)
    hour = person.wall(person.working_days_on(person.day(at), 4), dt.time(11).hour)
    ours = Commitment(at=at, by=Party.US, kind=Kind.CALL, asked_by=Party.US, due=hour)
    asked_for = CallAttempt(at=at, disposition=Disposition.CALLBACK_REQUESTED, callback_at=hour)
    rang = CallAttempt(at=at, disposition=Disposition.NO_ANSWER, direction=Direction.INBOUND)
    return (
        Owed("we promised them a call", ours, Occasion("promise", hour, ours.key)),
        Owed("they asked for a call", asked_for, Occasion("promise", hour, asked_for.key)),
        Owed("they rang us in vain", rang, Occasion("returned_call", at, rang.key)),
    )


@law(
    "nobody-waits-for-ever",
    says="Who was promised a call, asked for one or rang us in vain is rung some day, or told goodbye: no rule lets "
    "them wait for ever.",
    group="decency",
    moment="they can be rung, and we know where they are",
    reached=lambda situation: can_be_reached(situation, after_all(situation)) and _is_somewhere(situation),
    decent=True,
)
def nobody_waits_for_ever(situation: Situation) -> Iterator[Broken]:
    """One way to owe a call for each life, where else nothing is to be done.

    What their hours and declared restraints forbid all year may wait, and so may who could be in several zones, which
    may have no hour in common. Whom we never ring because of who they are is a matter of a ground: it is told.
    Where a note of the author's comes first, somebody like them is looked at to whom it cannot be written.
    """
    there = _cut_off(situation) if _is_written_first(situation) else situation
    if not _is_for_good(there.step):
        return
    owed = in_turn(there, _owed(there))
    history, now = there.history.add(owed.fact), owed.fact.at + SOON
    later = attrs.evolve(there, history=history, now=now, answers={})
    if _waits_for_ever(later, owed.fact) and _may_be_rung(later, owed.occasion):
        says = f"{owed.says}, and they wait for ever: {later.step.because[0].says}{REMEDY}"
        call = f"call {owed.occasion.name}"
        yield Broken(says=says, at=now, expected=call, history=history, contact=later.contact)


def _is_written_first(situation: Situation) -> bool:
    """Whether a note is asked for, and a rule of the author's says why."""
    rules = {each.rule for each in situation.step.because}
    return isinstance(situation.step, Write) and bool(rules & own_rules(situation.policy))


def _cut_off(situation: Situation) -> Situation:
    """Somebody like them who has a telephone and nothing else, or wants nothing in writing: by turns."""
    if in_turn(situation, (True, False)):
        contact = attrs.evolve(situation.contact, email=None, postal_address=None, fax=None)
        return attrs.evolve(situation, contact=contact, answers={})
    at = after_all(situation)
    refused = (OptOut(at=at, channel=each) for each in Channel if each is not Channel.PHONE)
    return attrs.evolve(situation, history=situation.history.add(*refused), now=at + SOON, answers={})


def _is_somewhere(situation: Situation) -> bool:
    """Whether they go by one clock, be it that of several zones, whichever of their numbers rings."""
    return all(len(_clocks(situation, each)) == 1 for each in living_numbers(situation))


def _clocks(situation: Situation, number: str | None) -> set[tuple[dt.timedelta | None, ...]]:
    """How far ahead of UTC it is where they may be, now and half a year later."""
    moments = (situation.now, situation.now + A_YEAR * DAY / 2)
    places = map(zone, zones(situation.contact, number))
    return {tuple(at.astimezone(each).utcoffset() for at in moments) for each in places}


def _waits_for_ever(situation: Situation, owed: Fact) -> bool:
    """Whether some rule lets no moment be the one for the call.

    Where rules never agree, that is so for somebody like them in any zone: hours that they told us, or the clock of
    our desk, may leave them no hour in one. Or what happened alone keeps them waiting: nobody else there waits. Or
    the author's own guards never agree, whatever the hours are.
    """
    step = situation.step
    if names_no_rule(step) or not _is_for_good(step):
        return False
    if step.at is None or situation.contact.hours:
        return step.at is None
    is_their_past = not _is_for_good(situation.asked(history=History([owed])))
    return is_their_past or _own_guards_never_agree(situation) or all(map(_is_for_good, _elsewhere(situation)))


def _own_guards_never_agree(situation: Situation) -> bool:
    scope = scope_of_a_call(situation)
    guards = [(each.rule, partial(each.window, scope)) for each in own_answerers(situation.policy, "permits")]
    return bool(next_agreement(guards, situation.now).conflict)


def _elsewhere(situation: Situation) -> Iterator[Step]:
    """Yield the answers about somebody like them in zones far from each other."""
    yield from (situation.asked(contact=living_in(situation.contact, each)) for each in FAR_APART)


def _is_for_good(step: Step) -> bool:
    """Whether no moment is named, or none was found as far as anybody looked."""
    undecided = any(each.code == NOT_FOUND_YET for each in step.because)
    return isinstance(step, Rest) and (step.at is None or undecided)


def _may_be_rung(situation: Situation, occasion: Occasion) -> bool:
    """Whether within a year there is a moment that nothing declared forbids, be it not the hour that they named."""
    person, start = situation.person, max(situation.now, occasion.due or situation.now)
    days = (person.day(start) + each * DAY for each in range(A_YEAR))
    moments = [start + HOUR / 2, *(person.wall(day, hour) for day in days for hour in (9, 11, 14, 17, 19))]
    numbers = living_numbers(situation)
    return any(not held_up(situation, occasion, each, at) for at in moments if at >= start for each in numbers)
