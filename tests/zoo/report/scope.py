"""How much is measured: which policies, over how many lives, from how many seeds, on how many processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Any, TypeVar

import attrs

from zoo.everything import SPECIMENS
from zoo.specimens import Specimen
from zoo.strangers import STRANGERS

T = TypeVar("T")
R = TypeVar("R")


@attrs.frozen(kw_only=True)
class Scope:
    """How much is measured: one policy in `share`, or `only` those that are named; no seed `before` that one."""

    examples: int
    seeds: int = 1
    share: int = 1
    jobs: int = attrs.field(factory=lambda: os.cpu_count() or 1)
    only: frozenset[str] = frozenset()
    before: int = 0

    def chosen(self, specimens: Iterable[Specimen]) -> list[str]:
        """Those of these policies that are measured, by id."""
        known_by = [each.id for each in specimens]
        return [each for each in known_by if each in self.only] if self.only else known_by[:: self.share]

    def spread(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[tuple[T, R]]:
        """Each task with what came of it, as it is done; how many were done is told on a terminal."""
        for done, each in enumerate(self._done(work, tasks), 1):
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{done} of {len(tasks)}{'' if done < len(tasks) else chr(10)}")
                sys.stderr.flush()
            yield each

    def _done(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[tuple[T, R]]:
        if self.jobs == 1:
            yield from ((task, work(task)) for task in tasks)
            return
        with ProcessPoolExecutor(self.jobs) as pool:
            asked = {pool.submit(work, task): task for task in tasks}
            for future in as_completed(asked):
                yield asked[future], future.result()

    def as_json(self) -> dict[str, Any]:
        """What the page tells about it."""
        return {"examples": self.examples, "seeds": self.seeds, "share": self.share}


def in_order(found: dict[str, R]) -> dict[str, R]:
    """What was found about policies, in the order in which they are kept."""
    return {name: found[name] for name in (*SPECIMENS, *STRANGERS) if name in found}
