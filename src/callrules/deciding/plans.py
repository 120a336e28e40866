"""Who answers each hook, prepared once for a playbook; and who of them is asked about what is known of somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from callrules.deciding.answerer import Answerer
from callrules.facts import MARKS

Answerers = Mapping[str, tuple[Answerer, ...]]
MOST_REMEMBERED = 4096
"""So many lists of who is asked are kept at most; people's histories differ in far fewer ways."""


class Plan(Mapping[str, tuple[Answerer, ...]]):
    """For each hook, everybody who answers it, in the order of the playbook.

    A rule that declares `only_with` is not asked where nothing of these kinds was ever entered: of some thirty
    questions about a plain buyer a handful is left. Everybody is asked about facts of an author's own kind.
    """

    __slots__ = ("_all", "_concerned", "_listened_for")

    def __init__(self, answerers: Answerers) -> None:
        """Keep who answers."""
        self._all = MappingProxyType(dict(answerers))
        declared = (each.only_with or frozenset() for several in answerers.values() for each in several)
        self._listened_for = frozenset[object]().union(*declared)
        self._concerned: dict[frozenset[object], Answerers] = {}

    def __getitem__(self, hook: str) -> tuple[Answerer, ...]:
        return self._all[hook]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def concerned(self, marks: frozenset[object]) -> Answerers:
        """For each hook, those who may have something to say where facts with these marks are known."""
        if not marks <= MARKS:
            return self._all
        heard = marks & self._listened_for
        known = self._concerned.get(heard)
        if known is None:
            if len(self._concerned) >= MOST_REMEMBERED:
                self._concerned.clear()
            known = self._concerned[heard] = self._less_the_silent(heard)
        return known

    def _less_the_silent(self, heard: frozenset[object]) -> Answerers:
        return {
            hook: tuple(each for each in answerers if each.only_with is None or not each.only_with.isdisjoint(heard))
            for hook, answerers in self._all.items()
        }


def as_plan(answerers: Answerers) -> Plan:
    """The plan, made of who answers where it is none yet."""
    return answerers if isinstance(answerers, Plan) else Plan(answerers)
