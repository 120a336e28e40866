"""Laws of what would be: the next no, dead number or end, in every form in which it can come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.declared import LetsGo
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Consent, Fact, Message, OptOut
from callrules.step import Call, Write
from callrules.testing.catalogue.shared.predicates import after_all
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle.clock import DAY, SOON
from callrules.testing.oracle.signs import GONE
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Reply

LATER = (0, 40, 2000)
AFTERWARDS = (0, 100)
STRANGER = "a stranger"


def _noes(at: dt.datetime, number: str | None) -> Iterator[tuple[str, Fact]]:
    yield "an opt-out", OptOut(at=at)
    yield "an opt-out for one number", OptOut(at=at, number=number)
    yield "a call", CallAttempt(at=at, disposition=Disposition.DO_NOT_CALL)
    yield "a call of theirs", CallAttempt(at=at, disposition=Disposition.DO_NOT_CALL, direction=Direction.INBOUND)
    yield "a mail", Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND, reply=Reply.DO_NOT_CALL)


@law(
    "any-no-will-do",
    says="In whatever form they say stop, it is a no at once and for ever, and only their own consent lifts it.",
    group="consent",
    at_the_end=True,
)
def any_no_will_do(situation: Situation) -> Iterator[Broken]:
    """The next no of theirs; also where somebody else consents."""
    at = after_all(situation)
    number = situation.contact.phones[0].number if situation.contact.phones else None
    for how, no in _noes(at, number):
        history = situation.history.add(no, Consent(at=at + SOON, contact=STRANGER))
        for days in LATER:
            step = situation.asked(at + 2 * SOON + days * DAY, history)
            if isinstance(step, (Call, Write)):
                says = f"a {step.type} although they said stop, by {how}"
                yield Broken(says=says, at=step.at, expected="no call", history=history)


def _noes_of_others(at: dt.datetime, number: str) -> Iterator[tuple[str, Fact]]:
    said = CallAttempt(at=at, disposition=Disposition.DO_NOT_CALL, contact=STRANGER)
    yield "an opt-out", OptOut(at=at, number=number, contact=STRANGER)
    yield "a call", attrs.evolve(said, number=number)
    yield "a call from it", attrs.evolve(said, direction=Direction.INBOUND, from_number=number)


@law(
    "any-number-refused",
    says="In whatever form somebody refuses a number, it is rung for nobody, whoever else consents.",
    group="consent",
    moment="a number is known",
    reached=lambda situation: bool(situation.contact.phones),
    at_the_end=True,
)
def any_number_refused(situation: Situation) -> Iterator[Broken]:
    """The next no of somebody else on a number of theirs, and a consent of their own after it."""
    at = after_all(situation)
    number = situation.contact.phones[0].number
    for how, no in _noes_of_others(at, number):
        for more in ((), (Consent(at=at + SOON),)):
            history = situation.history.add(no, *more)
            step = situation.asked(at + 2 * SOON, history)
            if isinstance(step, Call) and step.number == number:
                says = f"a call on a number refused by {how}"
                yield Broken(says=says, at=step.at, expected="no call", history=history)


@law(
    "any-number-dies",
    says="One wrong number, or two bad ones, and that number is not rung again.",
    group="consent",
    moment="a number is known",
    reached=lambda situation: bool(situation.contact.phones),
    at_the_end=True,
)
def any_number_dies(situation: Situation) -> Iterator[Broken]:
    """The next dead tones on a number of theirs."""
    at = after_all(situation)
    number = situation.contact.phones[0].number
    for ends in ([Disposition.WRONG_NUMBER], [Disposition.BAD_NUMBER, Disposition.BAD_NUMBER]):
        calls = [CallAttempt(at=at + each * 20 * DAY, disposition=how, number=number) for each, how in enumerate(ends)]
        history = situation.history.add(*calls)
        step = situation.asked(calls[-1].at + 40 * DAY, history)
        if isinstance(step, Call) and step.number == number:
            says = f"a call on a number that ended as {ends[-1].value}"
            yield Broken(says=says, at=step.at, expected="no call", history=history)


def _endings(at: dt.datetime, ends: Disposition) -> Iterator[tuple[str, Fact]]:
    told = CallAttempt(at=at, disposition=ends)
    yield "we were told on the phone", told
    yield "somebody there rang us to say", attrs.evolve(told, direction=Direction.INBOUND)


@law(
    "any-end-counts",
    says="Whether we rang or somebody there rang us: who left, closed down or cannot be helped is let go at once.",
    group="endings",
    needs=LetsGo,
    at_the_end=True,
)
def any_end_counts(situation: Situation) -> Iterator[Broken]:
    """The next news that ends it, another one in each life, told either way."""
    at, ends = after_all(situation), GONE[situation.seed % len(GONE)]
    for how, fact in _endings(at, ends):
        history = situation.history.add(fact)
        for days in AFTERWARDS:
            step = situation.asked(at + SOON + days * DAY, history)
            if isinstance(step, Call):
                says = f"a call although {how} that it is over: {ends.value}"
                yield Broken(says=says, at=step.at, expected="walk_away disqualified", history=history)


WOULD_BE = (any_no_will_do, any_number_refused, any_number_dies, any_end_counts)
