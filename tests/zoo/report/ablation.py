"""Each feature of the generator taken away in turn: who gets away then?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from callrules.testing.judging.survey import survey
from callrules.testing.policies import as_policy
from zoo.everything import SPECIMENS, ZOO
from zoo.report.features import FEATURES
from zoo.report.scope import Scope
from zoo.runs import HELD

Task = tuple[str, str, int, int]
"""A feature, a policy, a seed, and how many lives."""


def ablation(scope: Scope) -> Iterator[dict[str, Any]]:
    """For each feature in how many runs the policy was caught without it, and which policies were."""
    tasks = [
        (feature, name, seed, scope.examples)
        for feature in FEATURES
        for name in scope.chosen(ZOO)
        for seed in range(scope.seeds)
    ]
    caught: dict[str, list[str]] = {feature: [] for feature in FEATURES}
    for (feature, name, *_), met in scope.spread(is_caught, tasks):
        caught[feature] += [name] * met
    runs = len(tasks) // len(FEATURES)
    yield {"runs": runs, "caught": {feature: sorted(names) for feature, names in caught.items()}}


def is_caught(task: Task) -> bool:
    """Whether the laws catch the policy in lives led without the feature."""
    feature, name, seed, examples = task
    policy = as_policy(SPECIMENS[name].make())
    generator = FEATURES[feature](policy)
    led = survey(policy, HELD, examples=examples, seed=seed, generator=generator, to_the_first=True)
    return bool(led.failures)
