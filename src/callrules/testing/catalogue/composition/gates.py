"""Laws of the last gate: it opens when a call is due, for a number of theirs, and a refusal says until when."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.step import Call, Errand
from callrules.testing.catalogue.shared.predicates import (
    is_ahead_of_the_facts,
    living_numbers,
    on_their_clock,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import is_refused_number, refused
from callrules.testing.situations import MICROSECOND, PolicyRaised, Situation

GARBAGE = ("", "abc", "+")
"""What stands in a column for telephone numbers and is none."""
NOBODYS = "+19995550199"


@law("gate-agrees", says="The last gate opens exactly when a call is due.", group="composition")
def gate_agrees(situation: Situation) -> Iterator[Broken]:
    """Now, at the call's moment and just before it."""
    step, now = situation.step, situation.now
    due = isinstance(step, Call) and step.is_due(now)
    if due and not situation.gate().allowed:
        yield Broken(says="a call is due, and the gate is shut", expected="call")
    if situation.gate().allowed and not due and not isinstance(step, Errand):
        yield Broken(says=f"the gate is open, and the answer is {step.type}", expected="no call")
    if isinstance(step, Call) and step.at and not situation.gate(step.at, step.number).allowed:
        says = f"the call may be made from {on_their_clock(situation, step.at)} on, and then the gate is shut"
        yield Broken(says=says, at=step.at, expected="call")
    if isinstance(step, Call) and step.at and step.at > now and situation.gate(step.at - MICROSECOND).allowed:
        says = f"the call must wait until {on_their_clock(situation, step.at)}, and just before that the gate is open"
        yield Broken(says=says, at=step.at - MICROSECOND, expected="no call")


def _names_or_should(situation: Situation) -> bool:
    waits = situation.call is not None and is_ahead_of_the_facts(situation)
    return situation.gate().at is not None or waits


@law(
    "refusal-names-the-moment",
    says="A refusal names the first moment at which the phone may ring, or none.",
    group="composition",
    moment="refused at the gate",
    reached=lambda situation: not situation.gate().allowed and _names_or_should(situation),
    at_the_end=True,
)
def refusal_names_the_moment(situation: Situation) -> Iterator[Broken]:
    """Then the gate is open, and just before it is not, unless an errand holds a call up: it may be over by then."""
    at = situation.gate().at
    if at is None:
        yield Broken(says="refused without a moment, although a call waits for one", expected="call")
    elif at <= situation.now:
        yield Broken(says="refused now, and said to be allowed at a moment that is over")
    elif not situation.gate(at).allowed:
        yield Broken(says="refused at the moment that the refusal named", at=at, expected="call")
    elif not isinstance(situation.step, Errand) and situation.gate(at - MICROSECOND).allowed:
        yield Broken(says="allowed before the moment that the refusal named", at=at)


def _asks_about(situation: Situation) -> Iterator[str]:
    """Yield numbers that are none of theirs; of numbers that nobody may ring also other spellings."""
    theirs = [phone.number for phone in situation.contact.phones]
    yield from (each for each in (*GARBAGE, NOBODYS) if each not in theirs)
    for number in theirs:
        if refused(situation.person, situation.now) or is_refused_number(situation.person, number):
            yield from (number[1:], f"00{number[1:]}", f"0{number[3:]}")


def _rings_it(situation: Situation, asked_about: str) -> bool:
    """Whether the gate allows that number. A gate that raises refuses.

    One that answers with another, valid number is taken to mean that one.
    """
    try:
        verdict = situation.gate(number=asked_about)
    except PolicyRaised:
        return False
    is_meant = (verdict.number or asked_about) in living_numbers(situation)
    return verdict.allowed and (refused(situation.person, situation.now) or not is_meant)


@law(
    "gate-knows-their-numbers",
    says="The last gate opens for nothing that is no telephone number of theirs.",
    group="composition",
    moment="a number of theirs is known",
    reached=lambda situation: bool(situation.contact.phones),
    at_the_end=True,
)
def gate_knows_their_numbers(situation: Situation) -> Iterator[Broken]:
    """Asked with what is no number, or nobody's; after a stop also with other spellings of the numbers refused."""
    opens = next((each for each in _asks_about(situation) if _rings_it(situation, each)), None)
    if opens is not None:
        yield Broken(says=f"asked about the number {opens!r}, the gate opens", expected="no call")


@law(
    "refusal-says-why",
    says="Every refusal says because of what, and says nothing twice.",
    group="composition",
    moment="refused at the gate",
    reached=lambda situation: not situation.gate().allowed,
    at_the_end=True,
)
def refusal_says_why(situation: Situation) -> Iterator[Broken]:
    """Whoever answers for the phone must be able to tell why it may not ring."""
    said = [each.says for each in situation.gate().because]
    if not said:
        yield Broken(says="the gate is shut, and nobody says because of what")
    elif len(set(said)) < len(said):
        yield Broken(says=f"the gate says twice: {next(each for each in said if said.count(each) > 1)}")
