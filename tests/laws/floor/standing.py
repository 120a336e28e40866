"""Which facts stand: the latest version of each, less what was taken back, and one event entered twice once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from callrules.facts import canonical
from floor.clock import SECOND, START
from floor.plain import Plain

PLACE, AT = attrgetter("place"), attrgetter("at")


ByKind = dict[str, list[Plain]]


def plainly_kept(given: Sequence[Plain], own: str) -> tuple[Sequence[Plain], ByKind, list[Plain]] | None:
    """All facts in order, by kind, and those that speak, where each stands as it is; else nothing."""
    ids = [fact.id for fact in given if fact.id is not None]
    if ids and len(set(ids)) < len(ids):
        return None
    ordered, by, speaking, soonest = sorted(given, key=AT), {}, [], START
    for fact in ordered:
        at, kind = fact.at, fact.kind
        if at < soonest:
            return None
        soonest = at + SECOND
        if kind in by:
            by[kind].append(fact)
        else:
            by[kind] = [fact]
        if not fact.is_ordinary:
            if fact.undoes or not fact.is_of(own):
                return None
            if fact.speaks:
                speaking.append(fact)
    return ordered, by, speaking


def by_kind(facts: Sequence[Plain]) -> ByKind:
    """The facts by kind."""
    by: ByKind = {}
    for fact in facts:
        by.setdefault(fact.kind, []).append(fact)
    return by


def kept(given: Sequence[Plain]) -> tuple[list[Plain], list[Plain]]:
    """All that is kept, in order, and what of it is the version that stands."""
    standing = versions(given)
    if len(standing) == len(given):
        entries = in_order(given)
        return entries, entries
    noes = {fact.whole: fact for fact in given if fact.is_opt_out}
    entries = in_order(list({**noes, **{fact.whole: fact for fact in standing.values()}}.values()))
    last = {id(fact) for fact in versions(entries).values()}
    return entries, [fact for fact in entries if id(fact) in last]


def versions(facts: Sequence[Plain]) -> dict:
    """The standing version of each fact."""
    standing: dict = {}
    for fact in facts:
        known = standing.setdefault(fact.same, fact)
        if known is not fact:
            standing[fact.same] = fact if known.whole == fact.whole else later(known, fact)
    return standing


def later(one: Plain, other: Plain) -> Plain:
    """An ending beats a beginning, then what was recorded later stands."""
    first, second = ((is_ended(each), each.recorded, canonical(each.source)) for each in (one, other))
    return one if first >= second else other


def is_ended(fact: Plain) -> bool:
    return fact.kind != "CallAttempt" or fact.ended != "dialing"


def in_order(facts: Sequence[Plain]) -> list[Plain]:
    """Oldest first; what ties altogether by its line of JSON."""
    ordered = sorted(facts, key=PLACE)
    before = None
    for fact in ordered:
        if fact.place == before:
            return [each for _, tied in groupby(ordered, PLACE) for each in sorted(tied, key=by_line)]
        before = fact.place
    return ordered


def by_line(fact: Plain) -> str:
    return canonical(fact.source)
