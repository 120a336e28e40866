"""Who answers each hook, prepared once for a playbook; and who of them is asked about what is known of somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from callrules.deciding.answerer import Answerer
from callrules.facts import FACTS, Fact

Answerers = Mapping[str, tuple[Answerer, ...]]
OURS = frozenset(FACTS)


class Plan(Mapping[str, tuple[Answerer, ...]]):
    """For each hook, everybody who answers it, in the order of the playbook.

    A rule that declares `only_with` is not asked where nothing of these kinds was ever entered: of some thirty
    questions about a plain buyer a handful is left. Everybody is asked about facts of an author's own kind.
    """

    __slots__ = ("_all", "_concerned")

    def __init__(self, answerers: Answerers) -> None:
        """Keep who answers."""
        self._all = MappingProxyType(dict(answerers))
        self._concerned: dict[frozenset[type[Fact]], Answerers] = {}

    def __getitem__(self, hook: str) -> tuple[Answerer, ...]:
        return self._all[hook]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def concerned(self, kinds: frozenset[type[Fact]]) -> Answerers:
        """For each hook, those who may have something to say where facts of these kinds are known."""
        known = self._concerned.get(kinds)
        if known is None:
            known = self._concerned[kinds] = self._all if kinds - OURS else self._less_the_silent(kinds)
        return known

    def _less_the_silent(self, kinds: frozenset[type[Fact]]) -> Answerers:
        return {
            hook: tuple(each for each in answerers if each.only_with is None or not each.only_with.isdisjoint(kinds))
            for hook, answerers in self._all.items()
        }


def as_plan(answerers: Answerers) -> Plan:
    """The plan, made of who answers where it is none yet."""
    return answerers if isinstance(answerers, Plan) else Plan(answerers)
