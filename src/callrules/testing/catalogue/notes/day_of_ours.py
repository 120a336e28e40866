"""The law of the day of ours: what a note names can be kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from callrules.facts import Fact
from callrules.history import History
from callrules.step import Write
from callrules.testing.catalogue.shared.host import done, other_words_sent
from callrules.testing.catalogue.shared.predicates import (
    after_all,
    is_ahead_of_the_facts,
    on_their_clock,
)
from callrules.testing.lawbook import Broken, judged, law
from callrules.testing.oracle import SOON
from callrules.testing.situations import Situation, gate_of


def _names_a_day(situation: Situation) -> bool:
    step = situation.step
    return isinstance(step, Write) and step.promises is not None and is_ahead_of_the_facts(situation)


@law(
    "day-of-ours-can-be-kept",
    says="On the day that a note names, the last gate lets the promised call ring once the note is logged.",
    group="notes",
    moment="a note names a day",
    reached=_names_a_day,
)
def day_of_ours_can_be_kept(situation: Situation) -> Iterator[Broken]:
    """Whatever the day is, and whoever named it (rulebook G21); other words that are asked for go out meanwhile."""
    note, person = situation.step, situation.person
    if not isinstance(note, Write) or note.promises is None:
        return
    written = max(after_all(situation), note.at or situation.now)
    history = situation.history.add(*done(note, written))
    starts = max(person.begins(note.promises), written + SOON)
    if _rings_that_day(situation, note.promises, starts, history):
        return
    sent = other_words_sent(situation, history, written, starts)
    yield from judged(sent, partial(_cannot_be_kept, situation, note, starts, history))


def _cannot_be_kept(
    situation: Situation, note: Write, starts: dt.datetime, noted: History, sent: Sequence[Fact]
) -> Iterator[Broken]:
    """Once the note is logged, and other words that went out meanwhile."""
    history = noted.add(*sent)
    if note.promises and not _rings_that_day(situation, note.promises, starts, history):
        named = on_their_clock(situation, situation.person.begins(note.promises))
        says = f"a note ({note.purpose}) names {named}, and the gate lets nobody ring on that day"
        yield Broken(says=says, at=starts, history=history)


def _rings_that_day(situation: Situation, named: dt.date, starts: dt.datetime, history: History) -> bool:
    gate, person = gate_of(situation, starts, history), situation.person
    rings = starts if gate.allowed else gate.at
    return rings is not None and person.day(rings) == person.day(person.begins(named))
