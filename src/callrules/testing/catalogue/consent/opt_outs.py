"""Laws of consent: a no is kept, whoever said it, wherever it was said, whatever comes later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Meeting, Message, OptOut, Purchase, Retraction
from callrules.history import History
from callrules.step import Call, Step, WalkAway, Write
from callrules.testing.catalogue.shared.predicates import after_all
from callrules.testing.lawbook import Broken, judged, law
from callrules.testing.oracle import DAY, SOON, is_refused_number, refused
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Party, Reply


def _is_refused(situation: Situation) -> bool:
    return refused(situation.person, situation.now)


def _turns_to_them(step: Step) -> bool:
    return isinstance(step, (Call, Write)) or (isinstance(step, WalkAway) and step.channel is not None)


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


@law(
    "opt-out-survives",
    says="No import, merge, correction or promise takes an opt-out back.",
    group="consent",
    moment="opted out, then imported",
    reached=lambda situation: bool(situation.person.refusals) and _is_refused(situation),
    at_the_end=True,
)
def opt_out_survives(situation: Situation) -> Iterator[Broken]:
    """Each way in which later facts could cover an earlier no."""
    at = after_all(situation)
    for how, facts in _what_comes_later(situation.person.refusals[-1], at - SOON).items():
        yield from judged(facts, partial(_is_undone, situation, how, at))


def _is_undone(situation: Situation, how: str, at: dt.datetime, facts: Sequence[Fact]) -> Iterator[Broken]:
    merged = History(facts).merge(situation.history) if how == "a merge" else situation.history.add(*facts)
    if facts and _turns_to_them(situation.asked(at, merged)):
        yield Broken(says=f"{how} undid their stop", at=at, expected="no call", history=merged)


def _what_comes_later(refusal: Fact, at: dt.datetime) -> dict[str, list[Fact]]:
    answer = Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND, reply=Reply.ANSWER)
    later: dict[str, list[Fact]] = {
        "a purchase": [Purchase(at=at)],
        "a promise of ours": [Commitment(at=at, by=Party.US, due=at + DAY)],
        "a talk": [CallAttempt(at=at, disposition=Disposition.CONVERSATION), Meeting(at=at)],
        "an answer of theirs": [answer],
        "a merge": [attrs.evolve(answer, at=refusal.at - DAY), Purchase(at=refusal.at + SOON)],
    }
    if refusal.id:
        later |= {"a retraction": [Retraction(at=at, of=refusal.id)], "a correction": [_corrected(refusal, at)]}
    return later


def _corrected(refusal: Fact, at: dt.datetime) -> Fact:
    if isinstance(refusal, CallAttempt):
        return attrs.evolve(refusal, recorded=at, disposition=Disposition.CONVERSATION)
    if isinstance(refusal, Message):
        return attrs.evolve(refusal, recorded=at, reply=Reply.ANSWER)
    return attrs.evolve(refusal, recorded=at, channel=Channel.EMAIL) if isinstance(refusal, OptOut) else refusal


@law(
    "refused-number-never-rung",
    says="A number on which somebody said stop is rung for nobody.",
    group="consent",
    moment="a number was refused",
    reached=lambda situation: any(
        is_refused_number(situation.person, phone.number) for phone in situation.contact.phones
    ),
)
def refused_number_never_rung(situation: Situation) -> Iterator[Broken]:
    """Check the step and the gate."""
    for phone in situation.contact.phones:
        if is_refused_number(situation.person, phone.number):
            if any(ring.number == phone.number for ring in situation.rings):
                yield Broken(says="a call on a number that was refused", expected="no call")
            if situation.gate(number=phone.number).allowed:
                yield Broken(says="the gate permits a number that was refused", expected="no call")
