"""Laws of consent: a no is kept, whoever said it, wherever it was said, whatever comes later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.declared import LetsGo
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Meeting, Message, OptOut, Purchase, Retraction
from callrules.history import History
from callrules.step import Call, Step, WalkAway, Write
from callrules.testing.catalogue.shared.predicates import asks_for_a_call, numbers, own_facts
from callrules.testing.catalogue.shared.restraints import is_being_dialled, rests_as_bad
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle.clock import DAY, SOON
from callrules.testing.oracle.grounds import is_dead
from callrules.testing.oracle.noes import is_refused_number, refused
from callrules.testing.oracle.signs import GONE, came_back, speaks_with_us
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Party, Reply


def _is_refused(situation: Situation) -> bool:
    return refused(situation.person, situation.now)


def _turns_to_them(step: Step) -> bool:
    says_goodbye = isinstance(step, WalkAway) and step.channel is not None
    return isinstance(step, (Call, Write)) or says_goodbye


@law(
    "opted-out-never-rung",
    says="Who asked us to stop is never rung and never written to again.",
    group="consent",
    moment="opted out",
    reached=_is_refused,
)
def opted_out_never_rung(situation: Situation) -> Iterator[Broken]:
    """Now, in a month and after a year."""
    if situation.gate().allowed:
        yield Broken(says="the last gate lets the phone ring after a stop", expected="no call")
    for days in (0, 31, 400):
        at = situation.now + days * DAY
        step = situation.asked(at)
        if _turns_to_them(step):
            yield Broken(says=f"{_named(step)} after they asked us to stop", at=at, expected="no call")


def _named(step: Step) -> str:
    """A call, or what is written, and by which channel."""
    what = {"walk_away": "a goodbye", "write": "a note"}.get(step.type, f"a {step.type}")
    channel = step.channel if isinstance(step, (Write, WalkAway)) else None
    return f"{what} by {channel.value}" if channel else what


def _opted_out_themselves(situation: Situation) -> bool:
    return bool(situation.person.refusals) and _is_refused(situation)


@law(
    "opt-out-survives",
    says="No import, merge, correction or promise takes an opt-out back.",
    group="consent",
    moment="opted out, then imported",
    reached=_opted_out_themselves,
    at_the_end=True,
)
def opt_out_survives(situation: Situation) -> Iterator[Broken]:
    """Each way in which later facts could cover an earlier no."""
    latest = max([situation.now, *(fact.at for fact in own_facts(situation))])
    for how, facts in _what_comes_later(situation.person.refusals[-1], latest):
        merged = History(facts).merge(situation.history) if how == "a merge" else situation.history.add(*facts)
        if _turns_to_them(situation.asked(latest + SOON, merged)):
            yield Broken(says=f"{how} undid their stop", at=latest + SOON, expected="no call", history=merged)


def _what_comes_later(refusal: Fact, at: dt.datetime) -> Iterator[tuple[str, list[Fact]]]:
    yield "a purchase", [Purchase(at=at)]
    yield "a promise of ours", [Commitment(at=at, by=Party.US, due=at + DAY)]
    yield "a talk", [CallAttempt(at=at, disposition=Disposition.CONVERSATION), Meeting(at=at)]
    answer = Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND, reply=Reply.ANSWER)
    yield "an answer of theirs", [answer]
    yield "a merge", [attrs.evolve(answer, at=refusal.at - DAY), Purchase(at=refusal.at + SOON)]
    if refusal.id:
        yield "a retraction", [Retraction(at=at, of=refusal.id)]
        yield "a correction", [_corrected(refusal, at)]


def _corrected(refusal: Fact, at: dt.datetime) -> Fact:
    if isinstance(refusal, CallAttempt):
        return attrs.evolve(refusal, recorded=at, disposition=Disposition.CONVERSATION)
    if isinstance(refusal, Message):
        return attrs.evolve(refusal, recorded=at, reply=Reply.ANSWER)
    return attrs.evolve(refusal, recorded=at, channel=Channel.EMAIL) if isinstance(refusal, OptOut) else refusal


def _has_a_refused_number(situation: Situation) -> bool:
    return any(is_refused_number(situation.person, phone.number) for phone in situation.contact.phones)


@law(
    "refused-number-never-rung",
    says="A number on which somebody said stop is rung for nobody.",
    group="consent",
    moment="a number was refused",
    reached=_has_a_refused_number,
)
def refused_number_never_rung(situation: Situation) -> Iterator[Broken]:
    """Check the step and the gate."""
    for phone in situation.contact.phones:
        if is_refused_number(situation.person, phone.number):
            if any(ring.number == phone.number for ring in situation.rings):
                yield Broken(says="a call on a number that was refused", expected="no call")
            if situation.gate(number=phone.number).allowed:
                yield Broken(says="the gate permits a number that was refused", expected="no call")


def _has_a_bad_number(situation: Situation) -> bool:
    return any(_does_not_reach(situation, each, situation.now) for each in numbers(situation))


def _does_not_reach(situation: Situation, number: str | None, at: dt.datetime) -> bool:
    return is_dead(situation.person, number) or rests_as_bad(situation, number, at)


@law(
    "dead-number-never-rung",
    says="A wrong number is never rung again, a bad one rests fifteen days and dies the second time.",
    group="consent",
    moment="a number is dead or resting",
    reached=_has_a_bad_number,
)
def dead_number_never_rung(situation: Situation) -> Iterator[Broken]:
    """Check the step, now and later, and the gate."""
    for ring in situation.rings:
        if _does_not_reach(situation, ring.number, ring.at):
            yield Broken(says="a call on a number that does not reach them", at=ring.at, expected="no call")
    for phone in situation.contact.phones:
        dead = _does_not_reach(situation, phone.number, situation.now)
        if dead and situation.gate(number=phone.number).allowed:
            yield Broken(says="the gate permits a number that does not reach them", expected="no call")


def _somebody_dials(situation: Situation) -> bool:
    on = {None, *numbers(situation)}
    return any(is_being_dialled(situation, number, situation.now) for number in on)


@law(
    "open-dial",
    says="While somebody is dialling, nobody else rings.",
    group="consent",
    moment="somebody dials",
    reached=_somebody_dials,
)
def open_dial(situation: Situation) -> Iterator[Broken]:
    """For two hours from the moment of dialling."""
    for ring in situation.rings:
        if is_being_dialled(situation, ring.number, ring.at):
            yield Broken(says="a second call while somebody dials", at=ring.at, expected="no call")
    for number in numbers(situation):
        if is_being_dialled(situation, number, situation.now) and situation.gate(number=number).allowed:
            yield Broken(says="the gate permits a second call while somebody dials", expected="no call")


def _a_fact_lies_ahead(situation: Situation) -> bool:
    return any(fact.at > situation.now for fact in own_facts(situation))


@law(
    "clock-back",
    says="Where a fact lies ahead of now, clocks disagree, and nobody is rung.",
    group="time",
    moment="a fact lies ahead of now",
    reached=_a_fact_lies_ahead,
)
def clock_back(situation: Situation) -> Iterator[Broken]:
    """Check the step and the gate."""
    if situation.call is not None and situation.call.is_due(situation.now):
        yield Broken(says="a call is due although a fact lies ahead of now", expected="no call")
    if situation.gate().allowed:
        yield Broken(says="the gate permits a call although a fact lies ahead of now", expected="no call")


def _is_gone(situation: Situation) -> bool:
    gone = (call for call in situation.person.calls if call.disposition in GONE)
    return any(not _turned_up_since(situation, call) for call in gone)


def _turned_up_since(situation: Situation, gone: CallAttempt) -> bool:
    """Whether they came back since, or who was said to have left spoke with us (G36)."""
    may_be_there = gone.disposition is Disposition.LEFT_COMPANY
    own = situation.person.own
    spoke = may_be_there and any(speaks_with_us(fact) and fact.at > gone.at for fact in own)
    return spoke or any(came_back(fact) and fact.at >= gone.at for fact in own)


@law(
    "gone-is-gone",
    says="Who left, closed down or is nobody we can help is not rung until they turn up themselves.",
    group="endings",
    moment="they have gone",
    reached=_is_gone,
    needs=LetsGo,
)
def gone_is_gone(situation: Situation) -> Iterator[Broken]:
    """No call, now or later."""
    if asks_for_a_call(situation):
        yield Broken(says="a call to somebody who has gone", at=situation.rings[0].at, expected="no call")


CONSENT = (
    opted_out_never_rung, opt_out_survives, refused_number_never_rung, dead_number_never_rung, open_dial, clock_back,
    gone_is_gone,
)  # fmt: skip
