"""Who is caught, by which law and at which case; and whether a lawful policy is accused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from callrules.testing.zoo.everything import ZOO
from callrules.testing.zoo.figures import first_catchers
from callrules.testing.zoo.herd import HERD
from callrules.testing.zoo.keeper import Run, Task, run
from callrules.testing.zoo.specimens import Specimen
from making.correctness.scope import Scope, in_order


def kills(scope: Scope) -> dict[str, Any]:
    """For each broken policy the case at which each seed caught it, and how often which law was the first to."""
    return {"policies": in_order({name: _caught(runs) for name, runs in _runs(scope, ZOO).items()})}


def herd(scope: Scope) -> dict[str, Any]:
    """For each lawful policy how many of its lives were looked at, and every accusation."""
    return {"policies": in_order({name: _grazed(runs) for name, runs in _runs(scope, HERD).items()})}


def _runs(scope: Scope, specimens: Iterable[Specimen]) -> dict[str, list[Run]]:
    tasks = [
        Task(specimen=name, seed=seed, examples=scope.examples)
        for seed in range(scope.seeds)
        for name in scope.chosen(specimens)
    ]
    runs: dict[str, list[Run]] = {}
    for task, met in scope.spread(run, tasks):
        runs.setdefault(task.specimen, []).append(met)
    return {name: sorted(each, key=lambda met: met.seed) for name, each in runs.items()}


def _caught(runs: list[Run]) -> dict[str, Any]:
    laws: Counter[str] = first_catchers(runs)
    return {"cases": [each.case for each in runs], "laws": dict(laws.most_common())}


def _grazed(runs: list[Run]) -> dict[str, Any]:
    accused = [f"{each.law}, seed {each.seed}, case {each.case}: {each.says}" for each in runs if each.law]
    return {"lives": sum(each.cases for each in runs), "accused": accused}
