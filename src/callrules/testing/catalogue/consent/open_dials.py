"""The law of open dials: while somebody is dialling, nobody else rings."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.declared import HoldsDials
from callrules.dispositions import Disposition
from callrules.testing.catalogue.shared.predicates import (
    numbers,
)
from callrules.testing.catalogue.shared.readings import restrains
from callrules.testing.catalogue.shared.restraints import floor_forbids
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import HOUR, Minute, tries
from callrules.testing.situations import Situation


@restrains.register
def _(declared: HoldsDials, minute: Minute) -> bool:
    made = (*minute.person.ours, *tries(minute.person, minute.number))
    dials = (call.at for call in made if call.disposition is Disposition.DIALING)
    return any(minute.at < each + declared.hours * HOUR for each in dials)


@law(
    "open-dial",
    says="While somebody is dialling, nobody else rings.",
    group="consent",
    moment="somebody dials",
    reached=lambda situation: any(
        floor_forbids(situation, HoldsDials, number, situation.now) for number in {None, *numbers(situation)}
    ),
)
def open_dial(situation: Situation) -> Iterator[Broken]:
    """For two hours from the moment of dialling."""
    for ring in situation.rings:
        if floor_forbids(situation, HoldsDials, ring.number, ring.at):
            yield Broken(says="a second call while somebody dials", at=ring.at, expected="no call")
    for number in numbers(situation):
        if floor_forbids(situation, HoldsDials, number, situation.now) and situation.gate(number=number).allowed:
            yield Broken(says="the gate permits a second call while somebody dials", expected="no call")
