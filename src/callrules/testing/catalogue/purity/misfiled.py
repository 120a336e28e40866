"""Laws of what does not belong in a file: what was taken back, and what happened to strangers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain

import attrs

from callrules.contact import Contact, Role
from callrules.declared import WithNeighbours
from callrules.dispositions import Disposition
from callrules.facts import (
    CallAttempt,
    Commitment,
    Fact,
    Insight,
    Introduction,
    Meeting,
    Message,
    Purchase,
    Research,
    Retraction,
)
from callrules.history import History
from callrules.testing.catalogue.shared.predicates import asked_afresh, in_turn
from callrules.testing.lawbook import Broken, judged, law, where_declared
from callrules.testing.oracle import DAY
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Party

LONG_SINCE, LATELY = 200 * DAY, 10 * DAY
STRANGER = "a stranger"


def _wrong_facts(at: dt.datetime) -> list[Fact]:
    """One of each kind that can open a gate, answer a question or be a reason. None says "stop calling"."""
    return [
        Introduction(at=at, by="a friend"),
        Meeting(at=at),
        Purchase(at=at),
        Insight(at=at, text="a new law"),
        Research(at=at, topic="why", text="they grow"),
        CallAttempt(at=at, disposition=Disposition.HUNG_UP, number="+81312345678"),
        CallAttempt(at=at, disposition=Disposition.CONVERSATION, number="+81312345678"),
        Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND),
        Commitment(at=at, by=Party.US, due=at + DAY),
    ]


def _files(situation: Situation) -> tuple[tuple[str, Contact, History, dt.datetime], ...]:
    """Files in which something may be misfiled, and when: theirs, long ago and now; one new to us; one well known."""
    contact, now = situation.contact, situation.now
    first = min([now, *(fact.at for fact in situation.history.entries)])
    nobody = attrs.evolve(contact, role=Role.DECISION_MAKER)
    talk = CallAttempt(at=now - LATELY, disposition=Disposition.CONVERSATION)
    return (
        ("their own file", contact, situation.history, first),
        ("their own file", contact, situation.history, now),
        ("the empty file of a decision maker", nobody, History(), now),
        ("the file of somebody with whom we talked lately", contact, History([talk]), now - LONG_SINCE),
    )


@law(
    "taken-back-never-was",
    says="What was noted by mistake and taken back changes nothing.",
    group="purity",
    at_the_end=True,
)
def taken_back_never_was(situation: Situation) -> Iterator[Broken]:
    """One of each kind, but no refusal: that cannot be taken back. One file for each life."""
    whose, contact, history, at = in_turn(situation, _files(situation))
    mistakes = [attrs.evolve(fact, id=f"mistake {place}") for place, fact in enumerate(_wrong_facts(at))]
    pairs: list[tuple[Fact, Fact]] = [(each, Retraction(at=at, of=each.id or "")) for each in mistakes]

    def changed(pairs: Sequence[tuple[Fact, Fact]]) -> Iterator[Broken]:
        never, taken_back = history.add(*(back for _, back in pairs)), history.add(*chain.from_iterable(pairs))
        says = f"what was noted by mistake in {whose}, and taken back, changed the answer"
        yield from _otherwise(situation, contact, (never, taken_back), says)

    yield from judged(pairs, changed)


def _otherwise(
    situation: Situation, contact: Contact, histories: tuple[History, History], says: str
) -> Iterator[Broken]:
    """The answer with the second history is another than with the first."""
    usual, other = (asked_afresh(situation, each, contact) for each in histories)
    if other != usual:
        yield Broken(says=says, history=histories[1], contact=contact, answers=(other, usual))


@law(
    "strangers-do-not-leak",
    says="What happened to strangers changes nothing.",
    group="purity",
    at_the_end=True,
    exempts=where_declared(WithNeighbours, "a rule declares that it heeds what happens to others"),
)
def strangers_do_not_leak(situation: Situation) -> Iterator[Broken]:
    """One of each kind of fact about somebody else, on numbers and accounts of their own. One file for each life."""
    whose, contact, history, at = in_turn(situation, _files(situation))
    strange = [attrs.evolve(fact, contact=STRANGER) for fact in _wrong_facts(at)]

    def changed(facts: Sequence[Fact]) -> Iterator[Broken]:
        says = f"what happened to a stranger changed the answer in {whose}"
        yield from _otherwise(situation, contact, (history, history.add(*facts)), says)

    yield from judged(strange, changed)
