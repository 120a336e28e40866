"""How short a counterexample becomes, and how soon there is a story to read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from callrules.testing.judging.counterexample import Counterexample
from callrules.testing.judging.faults import directly
from callrules.testing.judging.shrinking import shrunk
from callrules.testing.judging.survey import survey
from callrules.testing.policies import as_policy
from zoo.everything import SPECIMENS, ZOO
from zoo.report.scope import Scope, in_order
from zoo.runs import HELD


def stories(scope: Scope) -> Iterator[dict[str, Any]]:
    """For each policy that is caught: facts before and after, lines of the story, seconds to find and to reduce."""
    tasks = [(name, scope.examples) for name in scope.chosen(ZOO)]
    told = {name: met for (name, _), met in scope.spread(story, tasks) if met}
    yield {"policies": in_order(told)}


def story(task: tuple[str, int]) -> dict[str, Any] | None:
    """One policy's first counterexample, made small and told; nothing where it got away."""
    name, examples = task
    policy = as_policy(SPECIMENS[name].make())
    began = time.perf_counter()
    led = survey(policy, HELD, examples=examples, to_the_first=True)
    if not led.failures:
        return None
    met, found = led.failures[0], time.perf_counter()
    small = Counterexample(failure=shrunk(directly(met)), seed=0)
    written = str(small)
    return {
        "law": met.law.id,
        "facts": [len(met.situation.history.entries), len(small.failure.situation.history.entries)],
        "lines": small.lines,
        "page": sum(1 for line in small.page.splitlines() if line.strip()),
        "whole": len(written.splitlines()),
        "seconds": [round(found - began, 2), round(time.perf_counter() - found, 2)],
    }
