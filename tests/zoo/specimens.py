"""What is kept in the zoo: policies that a manager would not want, and odd ones that are lawful all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs


def _ids(given: Iterable[str]) -> frozenset[str]:
    return frozenset(given)


@attrs.frozen(kw_only=True)
class Specimen:
    """One policy: what a manager would say about it, how to make it, and the laws it is known to break.

    `make` returns a fresh policy each time: whatever `laws()` takes. A lawful specimen breaks nothing.
    `relaxed` are laws of decency that it leaves aside, and `why` is the reason that it gives.
    """

    id: str
    group: str
    says: str
    make: Callable[[], Any] = attrs.field(repr=False)
    breaks: frozenset[str] = attrs.field(converter=_ids, default=frozenset())
    relaxed: frozenset[str] = attrs.field(converter=_ids, default=frozenset())
    why: str = ""

    @property
    def is_lawful(self) -> bool:
        """Whether nothing may accuse it."""
        return not self.breaks
