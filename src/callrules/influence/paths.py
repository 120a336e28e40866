"""The strongest way from some people to others: Dijkstra on products of strengths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from heapq import heapify, heappop, heappush

import attrs

Links = Mapping[str, Mapping[str, Fraction]]
"""For each person whom they move, and how strongly."""


@attrs.frozen
class Path:
    """The ids of people, each of whom moves the next, and the product of these influences.

    The product is exact, so that 0.7 by way of 0.1 is as strong as 0.07.
    """

    people: tuple[str, ...]
    strength: Fraction


def strongest_paths(links: Links, sources: Iterable[str], name: Callable[[str], str]) -> Iterator[Path]:
    """The strongest path to everybody whom the sources reach, the strongest first.

    Of equally strong ones the shorter, then whose people come first by name (then by id).
    """
    waiting: list[tuple[Fraction, int, tuple[tuple[str, str], ...]]]
    waiting = [(Fraction(-1), 1, ((name(each), each),)) for each in sources]
    heapify(waiting)
    reached: set[str] = set()
    while waiting:
        weakness, length, path = heappop(waiting)
        last = path[-1][1]
        if last in reached:
            continue
        reached.add(last)
        yield Path(tuple(each for _, each in path), -weakness)
        for whom, strength in links.get(last, {}).items():
            heappush(waiting, (weakness * strength, length + 1, (*path, (name(whom), whom))))
