"""A life at another time or in another place: every fact, the contact and the answer, moved alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import attrs

from callrules.facts import CallAttempt, Fact, Message
from callrules.step import Call, Step, WalkAway

V = TypeVar("V", bound=Any)
Move = Callable[[Any], Any]


def by(delta: dt.timedelta) -> Move:
    """Make a move by so much, of moments and days alike."""
    return lambda value: value + delta if isinstance(value, dt.date) else value


def instants_by(delta: dt.timedelta) -> Move:
    """Make a move by so much as time passes, of moments alone: days stay the days that they are."""
    return lambda value: value.astimezone(dt.UTC) + delta if isinstance(value, dt.datetime) else value


def by_whole_days(days: dt.timedelta) -> Move:
    """Make a move by so many days of twenty-four hours: no moment gets before another, and each keeps its zone."""

    def move(value: Any) -> Any:
        if isinstance(value, dt.datetime):
            return (value.astimezone(dt.UTC) + days).astimezone(value.tzinfo)
        return value + days if isinstance(value, dt.date) else value

    return move


def moved_facts(facts: Sequence[Fact], move: Move) -> Iterator[Fact]:
    """Move facts: those without an id are known by their moment, so what refers to them moves as well."""
    keys = {fact.key: moved(fact, move).key for fact in facts}
    for fact in facts:
        there: Fact = moved(fact, move)
        if isinstance(there, (CallAttempt, Message)):
            there = attrs.evolve(there, used=tuple(keys.get(each, each) for each in there.used))
        if isinstance(there, CallAttempt) and there.about:
            there = attrs.evolve(there, about=keys.get(there.about, there.about))
        yield there


def moved(value: V, move: Move) -> V:
    """A value with every field of it moved."""
    fields = attrs.fields(type(value))
    there: V = attrs.evolve(value, **{each.name: move(getattr(value, each.name)) for each in fields if each.init})
    return there


def moved_step(step: Step, other: Step, move: Move) -> Step:
    """A step moved; where the other one's ground has the same date, it hangs on who they are, and may keep any."""
    there = moved(step, move)
    if isinstance(there, WalkAway) and isinstance(step, WalkAway) and isinstance(other, WalkAway):
        return attrs.evolve(there, since=step.since) if step.since == other.since else there
    return attrs.evolve(there, reason=moved(there.reason, move)) if isinstance(there, Call) else there
