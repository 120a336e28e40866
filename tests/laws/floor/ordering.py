"""Which of several things at one moment comes first, and the step that is told in the end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from callrules.promises import Named
from callrules.step import Reason
from floor.clock import instant
from floor.errands import Errand
from floor.why import PLACE, Why

GROUND, ERRAND = -1, len(PLACE)
"""At one moment a goodbye, or a rest, comes before a call, which has its reason's rank, and a call before an errand."""
LAST = sys.maxsize
Step = tuple
"""The type of a step, and its fields less `because`."""


def first_call(things: list) -> tuple[Why, str | None, int]:
    """The call that comes first of those of one rank."""
    return things[0] if len(things) == 1 else foremost(things, (by_name, by_sentence))


def other_than_a_call(order: int, things: list) -> Step:
    """The goodbye, rest or errand that comes first."""
    if order == GROUND:
        return min(things, key=lambda thing: thing[0])[1]
    return errand(foremost(things, (by_kind, by_what_is_missing)))


def foremost(things: list, keys: tuple[Callable[[Any], Any], ...]) -> Any:
    """The first by the first key, among its equals by the next; no sentence is told that decides nothing."""
    for key in keys:
        if len(things) == 1:
            break
        least = min(map(key, things))
        things = [thing for thing in things if key(thing) == least]
    return things[0]


def by_name(thing: tuple[Why, Any, Any]) -> tuple:
    return (thing[0].name, thing[0].about or "", thing[0].rule)


def by_sentence(thing: tuple[Why, Any, Any]) -> tuple:
    return (thing[0].says, repr(as_reason(thing[0])))


def as_reason(why: Why) -> Reason:
    """The library's own value, whose form in words decides the last tie."""
    return Reason(
        name=why.name, due=maybe(why.due), about=why.about, says=why.says, expires=maybe(why.expires),
        named=Named(why.named) if why.named else None,
    )  # fmt: skip


def maybe(at: int | None) -> Any:
    return None if at is None else instant(at)


def by_kind(thing: Errand) -> tuple:
    return (thing.kind != "write", thing.kind, thing.purpose)


def by_what_is_missing(thing: Errand) -> tuple:
    return (", ".join(topic.replace("_", " ") for topic in thing.missing), repr(maybe(thing.since)), thing.missing)


def call(at: int, why: Why, number: str | None, until: int | None) -> Step:
    """The call as a step."""
    reason = (why.name, why.due, why.about, why.says, why.expires, why.named)
    return ("call", at, why.due, until, reason, number)


def errand(thing: Errand) -> Step:
    """The errand as a step."""
    if thing.kind == "write":
        return ("write", thing.at, thing.since, thing.purpose, thing.channel, thing.promises)
    return (thing.kind, thing.at, thing.since, thing.missing)
