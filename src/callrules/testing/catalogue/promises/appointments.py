"""Laws of what was agreed: a day that a note names can be kept, and no ground of ours ends an appointment of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.deciding.admission import name_of
from callrules.dispositions import Disposition
from callrules.facts import Farewell
from callrules.step import Rest, Step, WalkAway
from callrules.testing.catalogue.shared.predicates import (
    is_ahead_of_the_facts,
    on_their_clock,
    open_promises,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.lives import DAY, HOUR, Dice, Life
from callrules.testing.lives.events.calls import OUT, call
from callrules.testing.oracle import (
    FIRM,
    Promised,
    is_goodbye,
    named_afterwards,
    waited_for,
)
from callrules.testing.policies import rules_of
from callrules.testing.situations import Situation


@law(
    "appointment-outlives-grounds",
    says="No ground but a firm one ends the appointment that a person named.",
    group="promises",
    moment="an appointment of theirs is open",
    reached=lambda situation: is_ahead_of_the_facts(situation) and any(each.named for each in open_promises(situation)),
)
def appointment_outlives_grounds(situation: Situation) -> Iterator[Broken]:
    """One made by the end of the day on which the ground arose, or the first named afterwards (rulebook G33).

    A goodbye that was said leaves a rest: it lasts no longer than until their day.
    """
    step = situation.step
    still = {id(each.fact) for each in open_promises(situation)}
    lost = next((each for each in _ended_by(situation, step) if each.named and id(each.fact) in still), None)
    if lost:
        how = f"walks away as {step.grounds}" if isinstance(step, WalkAway) else f"rests ({step.says})"
        says = f"{how} although they named {on_their_clock(situation, lost.due)}"
        yield Broken(says=says, at=step.at, expected="call promise")


def _ended_by(situation: Situation, step: Step) -> list[Promised]:
    """The promises for which the step's ground waits, and which it ends."""
    if isinstance(step, WalkAway):
        arose, looks_again = step.since or step.at or situation.now, step.revisit is not None
        return [] if step.grounds in FIRM else waited_for(situation.person, arose, looks_again=looks_again)
    return _slept_through(situation, step) if isinstance(step, Rest) and _is_a_ground(situation, step) else []


def _is_a_ground(situation: Situation, rest: Rest) -> bool:
    """Whether it rests on rules that know grounds to stop, and not because no moment suits the guards."""
    stops = {name_of(rule) for rule in rules_of(situation.policy) if hasattr(rule, "walk_away")}
    return bool(rest.because) and all(each.rule in stops for each in rest.because)


def _slept_through(situation: Situation, rest: Rest) -> list[Promised]:
    """The first moment named after our first goodbye, where the rest goes on beyond its day."""
    person = situation.person
    said = min((fact.at for fact in person.own if is_goodbye(fact)), default=None)
    once = named_afterwards(person, said) if said else None
    kept = (each for each in open_promises(situation) if each.fact is once)
    return [each for each in kept if rest.at is None or rest.at > each.due + DAY]


def named_after_a_goodbye(life: Life, dice: Dice) -> None:
    """Goodbye was said; weeks later they ask for a call at an hour or on a day, which comes nearer."""
    life.happens(Farewell, dice, then=dice.pick((20, 100)) * DAY)
    named = dice.pick((life.hour(2, 10), life.today + 2 * DAY))
    call(life, dice, Disposition.CALLBACK_REQUESTED, direction=OUT, agreed=(), callback_at=named, promises=None)
    life.at += dice.pick((HOUR, DAY))


SEQUELS = (named_after_a_goodbye,)
