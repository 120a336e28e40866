"""When two facts are the same, which version of one stands, and in which order they are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import TypeVar

import attrs

from callrules.dispositions import Disposition
from callrules.errors import InvalidValue
from callrules.facts import CallAttempt, Fact, Message, canonical
from callrules.moments import START_OF_TIME

A_SECOND = dt.timedelta(seconds=1)
K = TypeVar("K")
F = TypeVar("F", bound=Fact)


def frozen(groups: Mapping[K, list[F]]) -> Mapping[K, tuple[F, ...]]:
    """The same groups, which nobody can empty: rules look at them too."""
    return MappingProxyType({key: tuple(facts) for key, facts in groups.items()})


class Kept(tuple[Fact, ...]):
    """Facts that were sorted out already."""

    __slots__ = ()


def kept_facts(facts: Iterable[Fact]) -> Kept:
    """Keep of the versions of one fact only the standing one, and every one that says "stop calling"."""
    if isinstance(facts, Kept):
        return facts
    given = list(facts)
    for place, fact in enumerate(given):
        if not isinstance(fact, Fact):
            raise InvalidValue(f"History[{place}]", fact, "a fact, such as CallAttempt(...)")
    ordered = _all_told_once(given)
    if ordered is not None:
        return Kept(ordered)
    refusals = {fact for fact in given if fact.is_opt_out}
    return Kept(_in_order(refusals.union(standing_facts(given).values())))


def _all_told_once(facts: list[Fact]) -> list[Fact] | None:
    """The facts in order, where it is plain that no two of them are the same; `None` where two could be."""
    names = [(type(fact), fact.id) for fact in facts if fact.id]
    if len(set(names)) < len(names):
        return None
    ordered = sorted(facts, key=moment_of)
    if all(one.at < other.at for one, other in pairwise(ordered)):
        return ordered
    ordered.sort(key=_place)
    return None if any(_place(one) == _place(other) for one, other in pairwise(ordered)) else ordered


def moment_of(fact: Fact) -> dt.datetime:
    """The moment at which it happened, by which facts are put in order and looked up."""
    return fact.at


def standing_facts(facts: Iterable[Fact]) -> dict[object, Fact]:
    """The version that stands of each fact, by what makes facts the same."""
    standing: dict[object, Fact] = {}
    for fact in facts:
        identity = (type(fact), fact.id) if fact.id else fact
        known = standing.get(identity)
        standing[identity] = fact if known is None or known == fact else _later(known, fact)
    return standing


def _later(one: Fact, other: Fact) -> Fact:
    first, second = ((_is_ended(fact), fact.recorded or START_OF_TIME, canonical(fact)) for fact in (one, other))
    return one if first >= second else other


def _is_ended(fact: Fact) -> bool:
    """Whether this is no mere dialling: an ending beats a beginning, whenever either was recorded (rulebook G18)."""
    return not isinstance(fact, CallAttempt) or fact.disposition is not Disposition.DIALING


def told_twice(facts: Iterable[Fact]) -> dict[int, Fact]:
    """For each call and message that repeats an earlier one, by its `id()`, the one it repeats (rulebook G25).

    The facts are given oldest first. They agree in all but id, recorded and remark; `at` need only agree to the second.
    """
    first: dict[object, Fact] = {}
    repeats: dict[int, Fact] = {}
    events = [fact for fact in facts if isinstance(fact, (CallAttempt, Message))]
    if all(later.at - one.at >= A_SECOND for one, later in pairwise(events)):
        return repeats
    for fact in events:
        known = first.setdefault(_event(fact), fact)
        if known is not fact:
            repeats[id(fact)] = known
    return repeats


def _event(fact: Fact) -> object:
    return (type(fact), fact.at.replace(microsecond=0), *(getattr(fact, name) for name in _AGREEING[type(fact)]))


_AGREEING: dict[type[Fact], tuple[str, ...]] = {
    kind: tuple(each.name for each in attrs.fields(kind) if each.name not in {"at", "id", "recorded", "remark"})
    for kind in (CallAttempt, Message)
}


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    ordered: list[Fact] = []
    for _, tied in groupby(sorted(facts, key=_place), key=_place):
        together = list(tied)
        ordered += together if len(together) == 1 else sorted(together, key=canonical)
    return ordered


def _place(fact: Fact) -> tuple[dt.datetime, str, str, str]:
    return (fact.at, type(fact).__name__, fact.id or "", fact.contact or "")
