"""Laws of dead numbers: a wrong one is never rung again, a bad one rests, and dies the second time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.declared import RestsBad
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.step import Call
from callrules.testing.catalogue.shared.predicates import (
    after_all,
    numbers,
)
from callrules.testing.catalogue.shared.readings import restrains
from callrules.testing.catalogue.shared.restraints import floor_forbids
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, Minute, calls_on, is_dead
from callrules.testing.situations import Situation


@restrains.register
def _(declared: RestsBad, minute: Minute) -> bool:
    bad = (call.at for call in calls_on(minute.person, minute.number) if call.disposition is Disposition.BAD_NUMBER)
    return any(minute.at < each + declared.days * DAY for each in bad)


def _does_not_reach(situation: Situation, number: str | None, at: dt.datetime) -> bool:
    return is_dead(situation.person, number) or floor_forbids(situation, RestsBad, number, at)


@law(
    "dead-number-never-rung",
    says="A wrong number is never rung again, a bad one rests fifteen days and dies the second time.",
    group="consent",
    moment="a number is dead or resting",
    reached=lambda situation: any(_does_not_reach(situation, each, situation.now) for each in numbers(situation)),
)
def dead_number_never_rung(situation: Situation) -> Iterator[Broken]:
    """Check the step, now and later, and the gate."""
    for ring in situation.rings:
        if _does_not_reach(situation, ring.number, ring.at):
            yield Broken(says="a call on a number that does not reach them", at=ring.at, expected="no call")
    for phone in situation.contact.phones:
        if _does_not_reach(situation, phone.number, situation.now) and situation.gate(number=phone.number).allowed:
            yield Broken(says="the gate permits a number that does not reach them", expected="no call")


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
