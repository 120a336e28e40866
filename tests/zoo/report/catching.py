"""Who is caught, by which law and at which case; and whether a lawful policy is accused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from zoo.everything import ZOO
from zoo.figures import first_catchers
from zoo.herd import HERD
from zoo.report.scope import Scope, in_order
from zoo.runs import Run, Task, run
from zoo.specimens import Specimen


def kills(scope: Scope) -> Iterator[dict[str, Any]]:
    """For each broken policy the case at which each seed caught it, and how often which law was the first to."""
    for seeds, runs in _runs(scope, ZOO):
        yield {"seeds": seeds, "policies": in_order({name: _caught(each) for name, each in runs.items()})}


def herd(scope: Scope) -> Iterator[dict[str, Any]]:
    """For each lawful policy how many of its lives were looked at, and every accusation."""
    for seeds, runs in _runs(scope, HERD):
        yield {"seeds": seeds, "policies": in_order({name: _grazed(each) for name, each in runs.items()})}


def _runs(scope: Scope, specimens: Iterable[Specimen]) -> Iterator[tuple[int, dict[str, list[Run]]]]:
    """The runs of each policy, whenever one more seed has been through all of them."""
    chosen = scope.chosen(specimens)
    tasks = [Task(specimen=name, seed=seed, examples=scope.examples) for seed in range(scope.seeds) for name in chosen]
    met: list[Run] = []
    whole = 0
    for _, each in scope.spread(run, tasks):
        met.append(each)
        if sum(1 for known in met if known.seed == whole) == len(chosen):
            whole = _whole(met, len(chosen))
            yield whole, _by_policy(known for known in met if known.seed < whole)


def _whole(runs: list[Run], policies: int) -> int:
    done = Counter(each.seed for each in runs)
    return next(seed for seed in range(len(done) + 1) if done[seed] < policies)


def _by_policy(runs: Iterable[Run]) -> dict[str, list[Run]]:
    found: dict[str, list[Run]] = {}
    for each in sorted(runs, key=lambda met: met.seed):
        found.setdefault(each.specimen, []).append(each)
    return found


def _caught(runs: list[Run]) -> dict[str, Any]:
    laws: Counter[str] = first_catchers(runs)
    return {"cases": [each.case for each in runs], "laws": dict(laws.most_common())}


def _grazed(runs: list[Run]) -> dict[str, Any]:
    accused = [f"{each.law}, seed {each.seed}, case {each.case}: {each.says}" for each in runs if each.law]
    return {"lives": sum(each.cases for each in runs), "accused": accused}
