"""Laws of what would be: the next no, dead number or talk, in every form in which it can come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.declared import GivesUp, TakesOffTheTable
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Consent, Fact, Message, OptOut
from callrules.history import History
from callrules.step import Call, Step, WalkAway, Write
from callrules.terms import Channel, Direction, Outcome, Reply
from callrules.testing.catalogue.looking import after_all
from callrules.testing.lawbook import Broken, law
from callrules.testing.plain.clock import DAY, SHORTEST_MONTH
from callrules.testing.plain.promises import promised
from callrules.testing.situations import Situation

SOON = dt.timedelta(minutes=1)
LATER = (0, 40, 2000)
STRANGER = "a stranger"
Talk = tuple[Outcome, str | None]
"""How a talk ended, and what was agreed in it."""
NOWHERE: Talk = (Outcome.CONTINUATION, None)
OLD_YES: Talk = (Outcome.CONTINUATION, "an old yes")
MOVED_ON: Talk = (Outcome.ADVANCE, "one more yes")


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
    when=lambda situation: bool(situation.contact.phones),
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
    when=lambda situation: bool(situation.contact.phones),
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


def _talks(at: dt.datetime, *ends: Talk, apart: dt.timedelta = 2 * DAY) -> list[Fact]:
    return [
        CallAttempt(
            at=at + each * apart,
            disposition=Disposition.CONVERSATION,
            outcome=outcome,
            agreed=(agreed,) if agreed else (),
        )
        for each, (outcome, agreed) in enumerate(ends)
    ]


@law(
    "talks-must-move",
    says="So many talks in a row that lead nowhere end the calls; one that moves on, or a new yes, does not.",
    group="endings",
    moment="nothing promised",
    when=lambda situation: not promised(situation.person),
    needs=TakesOffTheTable,
    at_the_end=True,
)
def talks_must_move(situation: Situation) -> Iterator[Broken]:
    """The next talks, within the months declared."""
    declared = min(situation.facts_declared(TakesOffTheTable), key=lambda each: each.times)
    apart = min(2 * DAY, declared.within_months * SHORTEST_MONTH / (declared.times + 1))
    if not apart:
        return
    for how, talks in _stuck(declared.times):
        step, history = _after(situation, talks, apart)
        if isinstance(step, Call):
            says = f"a call after {declared.times} talks that {how}"
            yield Broken(says=says, at=step.at, expected="walk_away stalled", history=history)
    for how, talks in _moving(declared.times):
        step, history = _after(situation, talks, apart)
        if isinstance(step, WalkAway) and step.grounds == "stalled" and step.at:
            yield Broken(says=f"walks away as stalled in spite of {how}", at=step.at, history=history)


def _stuck(times: int) -> Iterator[tuple[str, list[Talk]]]:
    yield "led nowhere", [NOWHERE] * times
    yield "repeated an old yes", [OLD_YES] * (times + 1)


def _moving(times: int) -> Iterator[tuple[str, list[Talk]]]:
    yield "a new yes each time", [(Outcome.CONTINUATION, f"yes {each}") for each in range(times)]
    yield "a talk that moved on", [*[NOWHERE] * times, MOVED_ON, *[NOWHERE] * (times - 1)]


def _after(situation: Situation, talks: list[Talk], apart: dt.timedelta) -> tuple[Step, History]:
    told = _talks(after_all(situation), *talks, apart=apart)
    history = situation.history.add(*told)
    return situation.asked(told[-1].at + SOON, history), history


@law(
    "a-talk-starts-anew",
    says="Who talks with us is not let go as somebody who never answers, and a faulty line is no attempt.",
    group="endings",
    moment="nothing promised",
    when=lambda situation: not promised(situation.person),
    needs=GivesUp,
    at_the_end=True,
)
def a_talk_starts_anew(situation: Situation) -> Iterator[Broken]:
    """One unanswered attempt less than is enough, a talk, and as many again; and a week of faults."""
    at, most = after_all(situation), min(each.fewest for each in situation.facts_declared(GivesUp))
    days = (at + each * DAY for each in range(2 * most - 1))
    vain: list[Fact] = [CallAttempt(at=day, disposition=Disposition.NO_ANSWER) for day in days]
    vain[most - 1 : most] = _talks(vain[most - 1].at, MOVED_ON)
    faults = [CallAttempt(at=vain[-1].at + each * SOON, disposition=Disposition.TECHNICAL) for each in range(1, 8)]
    history = situation.history.add(*vain, *faults)
    step = situation.asked(faults[-1].at + SOON, history)
    if isinstance(step, WalkAway) and step.grounds == "unanswered":
        yield Broken(says="walks away as unanswered soon after a talk", at=step.at, history=history)


WOULD_BE = (any_no_will_do, any_number_refused, any_number_dies, talks_must_move, a_talk_starts_anew)
