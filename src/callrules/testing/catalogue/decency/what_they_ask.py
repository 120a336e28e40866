"""Laws of decency about what they ask of us: an hour that they named, a call of theirs, also after one of ours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.declared import Dated
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Message, Purchase
from callrules.history import History
from callrules.playbook import EPOCH
from callrules.step import Call, Errand, Step, WalkAway, Write
from callrules.testing.catalogue.shared.decency import OF_THEIRS, decent
from callrules.testing.catalogue.shared.host import VAIN, follow
from callrules.testing.catalogue.shared.predicates import can_be_reached, in_turn, living_numbers
from callrules.testing.catalogue.shared.restraints import held_up, silent_rules
from callrules.testing.lawbook import Broken
from callrules.testing.oracle import DAY, HOUR, SOON, Occasion
from callrules.testing.policies import Declaration, Policy
from callrules.testing.situations import Situation, asked
from callrules.vocabulary import Channel, Direction

A_WEEK, TWO_WEEKS, THREE_WEEKS, A_MONTH = 7, 14, 21, 31
"""So many days may pass; the more where a guard tells in words alone what it forbids."""
IN, OUT = Direction.INBOUND, Direction.OUTBOUND
A_NO_OF_OTHERS: Mapping[str, Any] = {"disposition": Disposition.NOT_INTERESTED, "contact": "somebody else there"}
SIX_WEEKS, HALF_A_MINUTE = 42 * DAY, SOON / 2


def _rings_of_its_own(situation: Situation) -> bool:
    """Whether somebody like them is rung this week for a reason of our own."""
    if not can_be_reached(situation, situation.now):
        return False
    step = situation.remembered(_first_step)
    soon = step.at is not None and step.at < situation.now + A_WEEK * DAY
    return soon and isinstance(step, Call) and step.reason.name not in OF_THEIRS


def _first_step(situation: Situation) -> Step:
    return asked(situation.policy, situation.contact, History(), situation.now)


owed = partial(decent, moment="somebody like them is rung", reached=_rings_of_its_own)


@owed(
    "keeps-some-promises",
    says="Who rings for reasons of its own also rings within a week of the hour they named; within two or three weeks "
    "where a guard tells in words alone what it forbids.",
)
def keeps_some_promises(situation: Situation) -> Iterator[Broken]:
    """An hour on a working day of theirs, named by somebody to whom nothing else ever happened; no call before."""
    person, at = situation.person, situation.now
    due = person.wall(person.working_days_on(person.day(at), 4), dt.time(11).hour)
    asked_for = CallAttempt(at=at, disposition=Disposition.CALLBACK_REQUESTED, callback_at=due)
    days = _patience(situation, asked_for, due)
    first = _first_answer(situation, [asked_for], (due - at).days + days, (Call,))
    could = first is not None or _could_be_rung(situation, asked_for, due, days)
    if could and (first is None or first < due - HOUR):
        says = "they named an hour, and are rung before it" if first else "they named an hour, and are not rung"
        yield Broken(says=says, at=first or due, expected="call promise", history=History([asked_for]))


@owed("returns-some-calls", says="Who rings for reasons of its own answers whoever rang in vain, within two weeks.")
def returns_some_calls(situation: Situation) -> Iterator[Broken]:
    """A call or a letter, for somebody to whom nothing else ever happened, or who bought something some time ago.

    That a machine of ours wrote to them at once, by turns, is no answer.
    """
    rang = CallAttempt(at=situation.now, disposition=Disposition.NO_ANSWER, direction=IN)
    bought = Purchase(at=rang.at - SIX_WEEKS)
    text = Message(at=rang.at + HALF_A_MINUTE, channel=Channel.TEXT, direction=OUT)
    facts: Sequence[Fact] = in_turn(situation, ([rang], [bought, rang, text], [bought, rang]))
    if bought in facts and _is_let_go(situation, bought):
        facts = [rang]
    days = A_MONTH if _is_held_up_silently(situation, facts, rang.at) else TWO_WEEKS
    if _first_answer(situation, facts, days, (Call, Write)) is None:
        says = f"they rang in vain, and hear nothing for {days} days"
        yield Broken(says=says, at=situation.now, expected="call returned_call", history=History(facts))


def _tells_all(policy: Policy, declared: Sequence[Declaration]) -> str | None:
    anybody = Situation(policy, Contact(id="anybody"), History(), EPOCH, tuple(declared))
    return None if silent_rules(anybody) else "no guard tells in words alone what it forbids"


@owed(
    "what-they-ask-is-not-held-up",
    says="What came before, be it our voicemails, calls and mails of theirs, or a no of somebody else at their "
    "telephone, holds up no call that they ask for.",
    exempts=_tells_all,
)
def what_they_ask_is_not_held_up(situation: Situation) -> Iterator[Broken]:
    """They ring in vain or name an hour; what is declared to be forbidden then may hold it up."""
    before = _came_before(situation)
    for asked_for in _asks(situation, situation.now):
        facts = [*before, asked_for]
        usual, then = (_first_answer(situation, each, A_MONTH, (Call,)) for each in ([asked_for], facts))
        if usual and (then is None or then > usual + DAY) and _is_held_up_in_words(situation, facts, asked_for, usual):
            held = "for ever" if then is None else f"for {(then - usual).days} days"
            says = f"they asked for a call, and what came before holds it up {held}: {_told(before)}"
            yield Broken(says=says, at=usual, expected="call", history=History(facts))


def _is_held_up_in_words(situation: Situation, facts: Sequence[Fact], asked_for: CallAttempt, at: dt.datetime) -> bool:
    """Whether a guard in words is named, and nothing declared forbids that moment."""
    there = attrs.evolve(situation, history=History(facts), now=at, answers={})
    name = "promise" if asked_for.callback_at else "returned_call"
    occasion = Occasion(name, at, asked_for.key)
    declared = any(held_up(there, occasion, number, at) for number in living_numbers(there))
    return not declared and _is_silent(situation, there.step)


def _came_before(situation: Situation) -> list[Fact]:
    """Three calls in the last days that reached nobody, ours or theirs; three mails of theirs, or noes of others."""
    turn, at, days = situation.seed + len(situation.history.entries), situation.now, (5, 3, 1)
    if turn % 5 == 0:
        return [CallAttempt(at=at - each * DAY, disposition=Disposition.NO_ANSWER, direction=IN) for each in days]
    if turn % 5 == 1:
        return [Message(at=at - each, channel=Channel.EMAIL, direction=IN) for each in (5 * DAY, 3 * DAY, HOUR)]
    number = next(iter(living_numbers(situation)), None)
    if turn % 5 == 2 and number:  # noqa: PLR2004 - one turn of five
        return [CallAttempt(at=at - each * DAY, number=number, **A_NO_OF_OTHERS) for each in days]
    return [CallAttempt(at=at - each * DAY, disposition=VAIN[(turn + turn // 5) % len(VAIN)]) for each in days]


def _told(before: Sequence[Fact]) -> str:
    first = before[0]
    if not isinstance(first, CallAttempt):
        return f"{len(before)} mails of theirs"
    if first.contact:
        return f"{len(before)} noes of somebody else at their telephone"
    whose = "of theirs" if first.is_inbound else f"of ours ({first.disposition.value})"
    return f"{len(before)} calls {whose}"


def _asks(situation: Situation, at: dt.datetime) -> Iterator[CallAttempt]:
    """Yield a call of theirs in vain, and one in which they name an hour two days on."""
    person = situation.person
    hour = person.wall(person.working_days_on(person.day(at), 2), dt.time(11).hour)
    yield CallAttempt(at=at, disposition=Disposition.NO_ANSWER, direction=IN)
    yield CallAttempt(at=at, disposition=Disposition.CALLBACK_REQUESTED, direction=IN, callback_at=hour)


def _could_be_rung(situation: Situation, asked_for: CallAttempt, due: dt.datetime, days: int) -> bool:
    """Whether so many days hold a moment that nothing declared forbids, be it not the hour that they named."""
    there = attrs.evolve(situation, history=History([asked_for]), now=due, answers={})
    person, occasion = there.person, Occasion("promise", due, asked_for.key)
    moments = (person.wall(person.day(due) + each * DAY, hour) for each in range(1, days) for hour in (9, 11, 14, 17))
    numbers = living_numbers(there)
    return any(not held_up(there, occasion, number, at) for at in moments for number in numbers)


def _patience(situation: Situation, asked_for: CallAttempt, due: dt.datetime) -> int:
    """So many days after that hour they are rung at the latest: dates that are known can be told while promising."""
    if not _is_held_up_silently(situation, [asked_for], due):
        return A_WEEK
    dated = {each.rule for each in situation.declared if isinstance(each.fact, Dated)}
    return TWO_WEEKS if silent_rules(situation) & dated else THREE_WEEKS


def _is_let_go(situation: Situation, fact: Fact) -> bool:
    """Whether we walk away from whoever had that alone: theirs is another desk, then."""
    return isinstance(asked(situation.policy, situation.contact, History([fact]), situation.now), WalkAway)


def _is_held_up_silently(situation: Situation, facts: Sequence[Fact], due: dt.datetime) -> bool:
    """Whether the answer to these facts alone names a guard that does not tell all that it forbids."""
    step = asked(situation.policy, situation.contact, History(facts), due + SOON)
    return bool(silent_rules(situation)) and (isinstance(step, Errand) or _is_silent(situation, step))


def _is_silent(situation: Situation, step: Step) -> bool:
    return bool({each.rule for each in step.because} & silent_rules(situation))


def _first_answer(
    situation: Situation, facts: Sequence[Fact], days: int, kinds: tuple[type, ...]
) -> dt.datetime | None:
    """When the first step of these kinds is done within so many days of these facts alone."""
    alone = attrs.evolve(situation, history=History(facts), now=facts[-1].at + SOON, answers={})
    return next((at for at, step, _ in follow(alone, days=days, most=0) if isinstance(step, kinds)), None)
