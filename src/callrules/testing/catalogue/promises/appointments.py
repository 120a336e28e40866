"""Laws of what was agreed: a day that a note names can be kept, and no ground of ours ends an appointment of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.step import WalkAway
from callrules.testing.catalogue.shared.predicates import (
    is_ahead_of_the_facts,
    on_their_clock,
    open_promises,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import FIRM, waited_for
from callrules.testing.situations import Situation


@law(
    "appointment-outlives-grounds",
    says="No ground but a firm one ends the appointment that a person named.",
    group="promises",
    moment="an appointment of theirs is open",
    reached=lambda situation: is_ahead_of_the_facts(situation) and any(each.named for each in open_promises(situation)),
)
def appointment_outlives_grounds(situation: Situation) -> Iterator[Broken]:
    """One made by the end of the day on which the ground arose, or the first named afterwards (rulebook G33)."""
    step = situation.step
    if not isinstance(step, WalkAway) or step.grounds in FIRM:
        return
    arose = step.since or step.at or situation.now
    waited = waited_for(situation.person, arose, looks_again=step.revisit is not None)
    still = open_promises(situation)
    kept = [each for each in waited if each.named and any(each.fact is other.fact for other in still)]
    if kept:
        says = f"walks away as {step.grounds} although they named {on_their_clock(situation, kept[0].due)}"
        yield Broken(says=says, at=step.at, expected="call promise")
