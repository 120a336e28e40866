"""The law of their turn: who promised us a call is waited for."""

from __future__ import annotations

from callrules.declared import WaitsForThem
from callrules.testing.catalogue.shared.readings import gives_way, restrains
from callrules.testing.catalogue.shared.restraint_law import restraint_law
from callrules.testing.oracle.occasion import RETURNED_CALL, Minute, lifted
from callrules.testing.oracle.their_turn import their_open


@restrains.register
def _(declared: WaitsForThem, minute: Minute) -> bool:
    theirs = their_open(minute.person, declared.grace_days, declared.dateless_days)
    return any(minute.at < lapse for _, lapse in theirs)


@gives_way.register
def _(declared: WaitsForThem, minute: Minute) -> bool:
    """A call back, and a promise whose moment they named, may come before; our own task never (G35)."""
    asked_for = minute.occasion.name == "promise" and minute.occasion.named is not None
    return asked_for or minute.occasion.name == RETURNED_CALL or lifted(declared.lifted_by, minute)


waits_for_them = restraint_law(
    WaitsForThem,
    "waits-for-them",
    says="While they owe us a call, we do not ring.",
    group="promises",
    moment="it is their turn",
)
