"""Deeds of a law's own: judged all at once, and again with fewer, so that a story tells what matters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from callrules.testing.lawbook import Broken, Deeds

D = TypeVar("D")


def judged(done: Iterable[D], judge: Callable[[Sequence[D]], Iterable[Broken]]) -> Iterator[Broken]:
    """Every way in which these deeds break a law. `judge` finds nothing where what is left deserves the answer."""
    deeds = Deeds(tuple(done), judge)
    for broken in judge(deeds.done):
        yield attrs.evolve(broken, deeds=deeds)
