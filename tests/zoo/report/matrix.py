"""Which laws break at all for each policy, not only the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from callrules.testing.catalogue import VOICES
from callrules.testing.judging.survey import survey
from callrules.testing.policies import as_policy
from zoo.everything import SPECIMENS, ZOO
from zoo.report.scope import Scope, in_order
from zoo.runs import HELD


def matrix(scope: Scope) -> Iterator[dict[str, Any]]:
    """For each policy the laws that it breaks, and the seconds that a survey by all laws takes."""
    tasks = [(name, scope.examples) for name in scope.chosen(ZOO)]
    yield {"policies": in_order({name: met for (name, _), met in scope.spread(surveyed, tasks)})}


def surveyed(task: tuple[str, int]) -> dict[str, Any]:
    """One policy held to all laws over all lives."""
    name, examples = task
    led = survey(as_policy(SPECIMENS[name].make()), HELD, examples=examples)
    silent = {VOICES} & SPECIMENS[name].breaks if led.voices.silent else set()
    return {"laws": sorted({each.law.id for each in led.failures} | silent), "seconds": round(led.seconds, 2)}
