"""Laws of what would be: the next no, dead number or end, in every form in which it can come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Consent, Fact, Message, OptOut
from callrules.step import Call, Write
from callrules.testing.catalogue.shared.predicates import after_all, numbers
from callrules.testing.lawbook import Broken, judged, law
from callrules.testing.oracle import DAY, SOON
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Reply

LATER = (0, 40, 2000)
STRANGER = "a stranger"


def _noes(at: dt.datetime, number: str | None) -> dict[str, Fact]:
    return {
        "an opt-out": OptOut(at=at),
        "an opt-out for one number": OptOut(at=at, number=number),
        "a call": CallAttempt(at=at, disposition=Disposition.DO_NOT_CALL),
        "a call of theirs": CallAttempt(at=at, disposition=Disposition.DO_NOT_CALL, direction=Direction.INBOUND),
        "a mail": Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND, reply=Reply.DO_NOT_CALL),
    }


@law(
    "any-no-will-do",
    says="In whatever form they say stop, it is a no at once and for ever, and only their own consent lifts it.",
    group="consent",
    at_the_end=True,
)
def any_no_will_do(situation: Situation) -> Iterator[Broken]:
    """The next no of theirs; also where somebody else consents."""
    at = after_all(situation)
    for how, no in _noes(at, numbers(situation)[0]).items():
        yield from judged([Consent(at=at + SOON, contact=STRANGER)], partial(_is_unheard, situation, how, no))


def _is_unheard(situation: Situation, how: str, no: Fact, consents: Sequence[Consent]) -> Iterator[Broken]:
    """A call or a note after that no, also where somebody else consents."""
    history = situation.history.add(no, *consents)
    for days in LATER:
        step = situation.asked(no.at + 2 * SOON + days * DAY, history)
        if isinstance(step, (Call, Write)):
            says = f"a {step.type} although they said stop, by {how}"
            yield Broken(says=says, at=step.at, expected="no call", history=history)


def _noes_of_others(at: dt.datetime, number: str) -> dict[str, Fact]:
    said = CallAttempt(at=at, disposition=Disposition.DO_NOT_CALL, contact=STRANGER)
    return {
        "an opt-out": OptOut(at=at, number=number, contact=STRANGER),
        "a call": attrs.evolve(said, number=number),
        "a call from it": attrs.evolve(said, direction=Direction.INBOUND, from_number=number),
    }


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
    for how, no in _noes_of_others(at, number).items():
        for more in ((), (Consent(at=at + SOON),)):
            history = situation.history.add(no, *more)
            step = situation.asked(at + 2 * SOON, history)
            if isinstance(step, Call) and step.number == number:
                says = f"a call on a number refused by {how}"
                yield Broken(says=says, at=step.at, expected="no call", history=history)
