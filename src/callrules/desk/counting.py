"""People counted by what keeps them off a list, with the earliest moment of each group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from callrules.desk.left_out import Group
from callrules.moments import END_OF_TIME


@attrs.frozen(kw_only=True)
class LeftOut:
    """How many people are not on the list for one reason, and when the first of them can be called."""

    code: str
    says: str
    count: int = 1
    next_at: dt.datetime | None = None


class Counted:
    """A count for each group, and the earliest moment in it."""

    def __init__(self) -> None:
        """Nobody is counted yet."""
        self._groups: dict[Group, tuple[int, dt.datetime]] = {}

    def add(self, group: Group, at: dt.datetime | None, several: int = 1) -> None:
        """Count one more person, or several, the first of whom can be called then."""
        count, first = self._groups.get(group, (0, END_OF_TIME))
        self._groups[group] = (count + several, min(first, at or END_OF_TIME))

    def groups(self) -> tuple[LeftOut, ...]:
        """Every group, the largest first."""
        return largest_first(
            LeftOut(code=code, says=says, count=count, next_at=None if at == END_OF_TIME else at)
            for (code, says), (count, at) in self._groups.items()
        )


def largest_first(groups: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Groups in order: the largest first, and those of one size by their sentence, then by their word."""
    return tuple(sorted(groups, key=lambda each: (-each.count, each.says, each.code)))
