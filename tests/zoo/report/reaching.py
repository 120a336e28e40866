"""How often the lives of the house come to the moment that a law speaks about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from callrules.playbook import Playbook
from callrules.testing.judging.survey import survey
from callrules.testing.lawbook import Broken, Law
from callrules.testing.situations import Situation
from zoo.pairs import all_pairs, pairs_of
from zoo.report.scope import Scope
from zoo.runs import HELD

FIRST = 100
"""So many lives are what a test looks at, unless told."""


def reach(scope: Scope) -> Iterator[dict[str, Any]]:
    """For each law the share of lives that come to its moment, among the first hundred and among all."""
    sizes = (min(FIRST, scope.examples), scope.examples)
    laws = [attrs.evolve(law, check=_satisfied) for law in HELD]
    shares = [_shares(laws, size) for size in sizes]
    laws_met = {law.id: [each.get(law.id) for each in shares] for law in HELD}
    yield {"sizes": sizes, "laws": laws_met, "pairs": _pairs(sizes[0])}


def _pairs(lives: int) -> dict[str, int]:
    """How many pairs there are, how many are met, and how many of them without being told on purpose."""
    wanted, house = all_pairs(), Playbook()
    met, thrown = (wanted & pairs_of(house, lives, pairs=told) for told in (True, False))
    return {"lives": lives, "all": len(wanted), "met": len(met), "thrown": len(thrown)}


def _satisfied(_: Situation) -> Iterator[Broken]:
    """Breaks nothing, and costs nothing: only whether the moment came is of interest."""
    yield from ()


def _shares(laws: list[Law], size: int) -> dict[str, float]:
    led = survey(Playbook(), laws, examples=size)
    return {name: round(tally.lives / led.cases, 4) for name, tally in led.tallies.items()}
