"""What holds a call up: what rules declare, what the floor of every playbook forbids, and who may be silent."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.deciding.admission import name_of
from callrules.declared import (
    Besides,
    Declared,
)
from callrules.step import Call, Step
from callrules.testing.authorship import is_own
from callrules.testing.catalogue.shared.predicates import ORDINARY
from callrules.testing.catalogue.shared.readings import FLOOR, first_to_forbid, is_restraint, keeps_a_holiday, restrains
from callrules.testing.oracle import DAY, Minute, Occasion, Person, day_ends, meetings_agreed, met_since
from callrules.testing.policies import Declaration, keeps_holidays, rules_of
from callrules.testing.situations import Ring, Situation
from callrules.vocabulary import COLD


def floor_forbids(situation: Situation, kind: type[Declared], number: str | None, at: dt.datetime) -> bool:
    """Whether a kind of the floor's forbids that moment: as declared, by the mildest of several, else as in the house.

    A number found bad a short time ago rests (rulebook F13), and while somebody dials nobody else rings.
    """
    minute = Minute(situation.person, ORDINARY, number, at)
    return all(restrains(each, minute) for each in situation.facts_declared(kind) or (kind(),))


def held_up(situation: Situation, occasion: Occasion, number: str | None, at: dt.datetime) -> Declared | bool:
    """Find what forbids that moment: a declared restraint, the floor of every playbook, or a meeting agreed on."""
    if any(floor_forbids(situation, kind, number, at) for kind in FLOOR):
        return True
    if occasion.name in COLD and _is_to_be_met(situation.person, at):
        return True
    if keeps_a_holiday(Minute(situation.person, occasion, number, at)):
        return True
    declared = (each.fact for each in situation.remembered(restraints))
    return first_to_forbid(declared, situation.person, occasion, number, at) or False


def restraints(situation: Situation) -> tuple[Declaration, ...]:
    """Give what rules declare that says when nobody is rung."""
    return tuple(each for each in situation.declared if is_restraint(each.fact))


def _is_to_be_met(person: Person, at: dt.datetime) -> bool:
    """Whether a meeting is agreed on whose day is not over, and which did not come about."""
    return any(at < day_ends(person, due) and not met_since(person, each) for each, due in meetings_agreed(person))


def broken_restraint(situation: Situation, kind: type[Declared], ring: Ring) -> Declared | None:
    """The declared restraint of that kind which forbids this ring, where one does."""
    occasion, person = _on_a_later_day(situation, ring), situation.person
    return first_to_forbid(situation.facts_declared(kind), person, occasion, ring.number, ring.at)


def _on_a_later_day(situation: Situation, ring: Ring) -> Occasion:
    """The occasion of that ring; where rules are silent, a day that was named may have moved to any later one."""
    occasion, person = Occasion.of(ring.reason), situation.person
    may_move = occasion.named == "day" and occasion.due is not None and bool(silent_rules(situation))
    is_later = may_move and occasion.due is not None and person.day(ring.at) > person.day(occasion.due)
    return attrs.evolve(occasion, moved_to=person.day(ring.at)) if is_later else occasion


def idle_moment(situation: Situation, occasion: Occasion, start: dt.datetime, call: Call) -> dt.datetime | None:
    """A moment from `start` until the call that nothing declared forbids, on its number; `None` where none is.

    Only on its number: what holds up the others is not among what the call names.
    """
    end = call.at or start
    moments = _looked_at(situation, start, end) if end > start else []
    return next((at for at in moments if not held_up(situation, occasion, call.number, at)), None)


def _looked_at(situation: Situation, start: dt.datetime, end: dt.datetime, most: int = 12) -> list[dt.datetime]:
    """Both ends, the second before the end, and the openings and middles of the days between."""
    days = range((end - start).days + 2)
    person, last = situation.person, end - dt.timedelta(seconds=1)
    openings = (person.wall(person.day(start) + each * DAY, hour) for each in days[:60] for hour in (9, 11, 13, 16))
    inside = sorted(at for at in openings if start < at < last)
    return [start, last, *inside[:: max(1, -(-len(inside) // most))]] if last > start else [start]


def binding_rules(step: Step) -> set[str]:
    """The rules that a call says hold it up."""
    return {each.rule for each in step.because[1:]}


def restraining_rules(situation: Situation) -> set[str]:
    """The rules whose restraints are declared, and those that keep public holidays, which we know ourselves."""
    holidays = {name_of(each) for each in rules_of(situation.policy) if keeps_holidays(each)}
    return holidays | {each.rule for each in situation.remembered(restraints)}


def names_a_silent_rule(situation: Situation, step: Step, about: str | None) -> bool:
    """Whether the delay may come from a rule that did not declare everything it forbids.

    The answer names the rules that hold up its own call; what holds up another one, any silent rule may.
    A policy without rules that declares no restraint may have any ground of its own.
    """
    declared = restraining_rules(situation)
    if not declared and not rules_of(situation.policy):
        return True
    if binding_rules(step) - (declared - forbidding_more(situation)):
        return True
    is_another = isinstance(step, Call) and step.reason.about != about
    return is_another and bool(silent_rules(situation))


def silent_rules(situation: Situation) -> set[str]:
    """The guards of an author's own that do not declare all that they forbid."""
    told = restraining_rules(situation)
    guards = {name_of(rule): type(rule) for rule in rules_of(situation.policy) if hasattr(rule, "permits")}
    silent = {name for name, kind in guards.items() if name not in told and is_own(kind)}
    return silent | forbidding_more(situation)


def forbidding_more(situation: Situation) -> set[str]:
    """The rules that declare to forbid more than they tell."""
    return {each.rule for each in situation.declared if isinstance(each.fact, Besides)}
