"""Summarise what a policy declares: its own facts in words, those it shares with the house as a count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from callrules.testing.policies import Declaration

FEW = 3


def spelled(declared: Iterable[Declaration]) -> list[str]:
    """Each declared fact behind the name of its rule."""
    return [f"{each.rule}: {each.fact.says}" for each in declared]


def told_in_short(declares: Sequence[str]) -> str:
    """Shorten what `spelled` says.

    What is as in the house rules is only counted, and a few that are missing are named.
    """
    house, given = _house(), dict.fromkeys(declares)
    kept = [each for each in house if each in given]
    missing = [_words(each) for each in house if each not in given]
    parts = list(dict.fromkeys(_words(each) for each in given if each not in house))
    if kept:
        but = f", but not: {'; '.join(missing)}" if 0 < len(missing) <= FEW else ""
        share = f"{len(kept)} of the {len(house)}" if missing else f"all {len(house)}"
        parts.append(f"{share} facts of the house rules{but}")
    return "; ".join(parts) or "nothing: only the laws that bind everybody apply"


def told_in_full(declares: Iterable[str]) -> str:
    """Give what `spelled` says, without the names of the rules."""
    return "; ".join(dict.fromkeys(_words(each) for each in declares)) or told_in_short(())


def _words(declared: str) -> str:
    return declared.partition(": ")[2]


@cache
def _house() -> tuple[str, ...]:
    from callrules.testing.policies import as_policy, declarations  # noqa: PLC0415 - only when there is something to tell

    return tuple(spelled(declarations(as_policy())))
