"""The law of the day of ours: what a note names can be kept."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.step import Write
from callrules.testing.catalogue.shared.host import done
from callrules.testing.catalogue.shared.predicates import (
    after_all,
    is_ahead_of_the_facts,
    on_their_clock,
)
from callrules.testing.lawbook import Broken, law
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
    """Whatever the day is, and whoever named it (rulebook G21)."""
    note, person = situation.step, situation.person
    if not isinstance(note, Write) or note.promises is None:
        return
    written = max(after_all(situation), note.at or situation.now)
    history = situation.history.add(*done(note, written))
    starts = max(person.begins(note.promises), written + SOON)
    gate = gate_of(situation, starts, history)
    rings = starts if gate.allowed else gate.at
    if rings is None or person.day(rings) != person.day(person.begins(note.promises)):
        named = on_their_clock(situation, person.begins(note.promises))
        says = f"a note ({note.purpose}) names {named}, and the gate lets nobody ring on that day"
        yield Broken(says=says, at=starts, history=history)
