"""Who is caught, by which law and at which case; and whether a lawful policy is accused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count
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
    seeds = range(scope.before, scope.seeds)
    tasks = [Task(specimen=name, seed=seed, examples=scope.examples) for seed in seeds for name in chosen]
    met: list[Run] = []
    whole = scope.before
    for _, each in scope.spread(run, tasks):
        met.append(each)
        if sum(1 for known in met if known.seed == whole) == len(chosen):
            whole = _whole(met, len(chosen), whole)
            yield whole, _by_policy(known for known in met if known.seed < whole)


def _whole(runs: list[Run], policies: int, first: int) -> int:
    done = Counter(each.seed for each in runs)
    return next(seed for seed in count(first) if done[seed] < policies)


def _by_policy(runs: Iterable[Run]) -> dict[str, list[Run]]:
    found: dict[str, list[Run]] = {}
    for each in sorted(runs, key=lambda met: met.seed):
        found.setdefault(each.specimen, []).append(each)
    return found


def _caught(runs: list[Run]) -> dict[str, Any]:
    laws: Counter[str] = first_catchers(runs)
    return {"cases": [each.case for each in runs], "laws": dict(laws.most_common())}


def with_those_before(met: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """Add up what was found of lawful policies from other seeds."""
    nothing: dict[str, Any] = {"lives": 0, "accused": []}
    pairs = {name: (before.get(name, nothing), each) for name, each in met.items()}
    return {
        name: {"lives": old["lives"] + new["lives"], "accused": old["accused"] + new["accused"]}
        for name, (old, new) in pairs.items()
    }


def _grazed(runs: list[Run]) -> dict[str, Any]:
    accused = [f"{each.law}, seed {each.seed}, case {each.case}: {each.says}" for each in runs if each.law]
    return {"lives": sum(each.cases for each in runs), "accused": accused}
