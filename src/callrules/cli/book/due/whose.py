"""Whose list somebody who waits belongs to, as a condition on the index: an absent rep's promises are handed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.desk.dealing import is_there, named_stand_in, there_of
from callrules.desk.desks import Desk

Given = dict[str, str | None]


def theirs(desk: Desk, rep: str | None, now: dt.datetime) -> tuple[str, Given]:
    """The condition that holds of everybody who is on the list of that rep, with the names in it; of all for nobody."""
    if rep is None:
        return "1", {}
    given: Given = {"rep": rep}
    if not desk.reps:
        return "owner IS NULL OR owner = :rep", given
    away = [each.name for each in desk.reps if not is_there(each, now)]
    given |= {f"away{place}": name for place, name in enumerate(away)}
    return " OR ".join([_own(desk, rep, now), *_handed_over(desk, rep, away, now)]), given


def _own(desk: Desk, rep: str, now: dt.datetime) -> str:
    keeps_all = rep in {each.name for each in there_of(desk, now)} or not there_of(desk, now)
    return "owner = :rep" if keeps_all else "(owner = :rep AND share IS NULL)"


def _handed_over(desk: Desk, rep: str, away: list[str], now: dt.datetime) -> Iterator[str]:
    there = [each.name for each in there_of(desk, now)]
    if rep not in there:
        return
    for place, owner in enumerate(desk.rep(name) for name in away):
        named = named_stand_in(desk, owner, now) if owner else None
        owed = f"owner = :away{place} AND share IS NOT NULL"
        if named is None:
            yield f"({owed} AND share % {len(there)} = {there.index(rep)})"
        elif named.name == rep:
            yield f"({owed})"
