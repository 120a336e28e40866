"""Laws of silence: calls that nobody answers come to an end, and nothing of ours breaks it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from callrules.declared import GivesUp
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact
from callrules.step import Call
from callrules.testing.catalogue.shared.host import follow, our_events
from callrules.testing.catalogue.shared.predicates import after_all, in_turn, is_ahead_of_the_facts
from callrules.testing.lawbook import Broken, judged, law
from callrules.testing.oracle import DAY, LONG_AGO, SHORTEST_MONTH, SOON, Person, in_vain, over, promised, waits
from callrules.testing.situations import Situation

FOLLOWED = 200
"""So many days do we follow a policy: the rest of 90 days after enough in vain, twice (rulebook B5)."""


def _is_enough(situation: Situation) -> bool:
    person = situation.person
    return is_ahead_of_the_facts(situation) and any(
        _ends_now(person, each, situation.now) for each in situation.facts_declared(GivesUp)
    )


def _ends_now(person: Person, declared: GivesUp, now: dt.datetime) -> bool:
    made, enough = in_vain(person, declared)
    if enough is None or waits(person, over(enough), now, looks_again=declared.looks_again):
        return False
    return now < _looked_again(person, declared, made)


def _looked_again(person: Person, declared: GivesUp, made: Sequence[CallAttempt]) -> dt.datetime:
    """A day before we look again: nobody is accused for the hour at which that day begins."""
    last = made[-1].at
    if len(made) > declared.after and declared.then_months is not None:
        return person.months_on(last, declared.then_months) - DAY
    return last + (400 if declared.revisit_days is None else declared.revisit_days) * DAY - DAY


@law(
    "enough-is-enough",
    says="After as many unanswered attempts as were declared nobody is rung until we look again.",
    group="endings",
    moment="tried often enough",
    reached=_is_enough,
    needs=GivesUp,
)
def enough_is_enough(situation: Situation) -> Iterator[Broken]:
    """Unless a promise of ours is open that was made before."""
    again = max(_look_again(situation, each) for each in situation.facts_declared(GivesUp))
    for ring in situation.rings[:1]:
        if ring.at < again:
            yield Broken(says="another attempt after enough in vain", at=ring.at, expected="walk_away unanswered")


def _look_again(situation: Situation, declared: GivesUp) -> dt.datetime:
    made, enough = in_vain(situation.person, declared)
    return _looked_again(situation.person, declared, made) if enough else LONG_AGO


@law(
    "gives-up",
    says="Wherever we stand, silence comes to an end: calls that nobody answers stop.",
    group="endings",
    moment="nobody ever answers again",
    reached=is_ahead_of_the_facts,
    needs=GivesUp,
    at_the_end=True,
)
def gives_up(situation: Situation) -> Iterator[Broken]:
    """Counted over two hundred days of doing what the policy asks, with a mix of unanswered endings."""
    declared = max(situation.facts_declared(GivesUp), key=lambda each: each.after)
    promises = len(promised(situation.person)) + sum(isinstance(fact, Commitment) for fact in situation.person.own)
    looks = FOLLOWED // max(1, min(FOLLOWED, _soonest(declared).days))
    most = declared.after + promises + 2 + looks
    done = follow(situation, days=FOLLOWED, most=most)
    calls = [(at, history) for at, step, history in done if isinstance(step, Call)]
    if len(calls) > most:
        says = f"{len(calls)} unanswered calls in {FOLLOWED} days, and no end"
        yield Broken(says=says, at=calls[-1][0], expected="walk_away", history=calls[-1][1])


@law(
    "silence-is-an-answer",
    says="After as many unanswered attempts as were declared, nothing of ours brings them back before we look again.",
    group="endings",
    moment="nothing promised",
    reached=lambda situation: not promised(situation.person),
    needs=GivesUp,
    at_the_end=True,
)
def silence_is_an_answer(situation: Situation) -> Iterator[Broken]:
    """The next attempts, all in vain, and three days later an event of ours, another one in each life."""
    at = after_all(situation)
    declared = max(situation.facts_declared(GivesUp), key=lambda each: each.after)
    vain = [CallAttempt(at=at + each * DAY, disposition=Disposition.NO_ANSWER) for each in range(declared.after)]
    how, fact = in_turn(situation, our_events(vain[-1].at + 3 * DAY))
    yield from judged(vain, partial(_is_brought_back, situation, declared, how, fact))


def _is_brought_back(
    situation: Situation, declared: GivesUp, how: str, event: Fact, vain: Sequence[CallAttempt]
) -> Iterator[Broken]:
    """Rung after an event of ours, although enough attempts were in vain."""
    history = situation.history.add(*vain, event)
    person = attrs.evolve(situation, history=history, answers={}).person
    if not vain or in_vain(person, declared)[1] is None:
        return
    step = situation.asked(event.at + SOON, history)
    if isinstance(step, Call) and step.at and step.at < vain[-1].at + _soonest(declared):
        yield Broken(says=f"{how} of ours brought them back", at=step.at, expected="no call", history=history)


def _soonest(declared: GivesUp) -> dt.timedelta:
    """The earliest that we look again, less a day."""
    looks = (declared.revisit_days, DAY), (declared.then_months, SHORTEST_MONTH)
    return min((count * unit for count, unit in looks if count is not None), default=400 * DAY) - DAY
