"""One reason to call."""

from __future__ import annotations

from collections.abc import Callable

from callrules.vocabulary import COLD, RANK, REASONS, WARM

PLACE = {name: place for place, name in enumerate(RANK)}
ALONE = frozenset(each.name for each in REASONS.values() if each.stands_alone)
KEEPS_ITS_DAY = ALONE | {"promise"}
BEFORE_A_PROMISE = frozenset({"returned_call", "promise"})
COLD_ONES, WARM_ONES = frozenset(COLD), frozenset(WARM)


class Why:
    """A reason: its name, from when on, about what, until when, and how exactly they named it."""

    __slots__ = ("about", "due", "expires", "name", "named", "rank", "rule", "soonest", "tell", "waits")

    def __init__(
        self,
        rule: str,
        name: str,
        due: int | None,
        tell: Callable[[], str] | str,
        about: str | None = None,
        *,
        expires: int | None = None,
        named: str | None = None,
    ) -> None:
        self.rule, self.name, self.due, self.tell = rule, name, due, tell
        self.about, self.expires, self.named = about, expires, named
        self.waits, self.rank = None, PLACE[name]

    @property
    def says(self) -> str:
        """The sentence, told now."""
        return self.tell if isinstance(self.tell, str) else self.tell()
