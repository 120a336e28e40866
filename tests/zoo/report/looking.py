"""What the laws of today see of the policies of strangers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zoo.report.scope import Scope, in_order
from zoo.strangers import STRANGERS, first_met

WRONG_FOR_ONE_DECENT = 4
"""A wrong one is mostly caught soon, and a decent one never: it is looked at for so much less."""


def strangers(scope: Scope) -> Iterator[dict[str, Any]]:
    """For each policy the law that is the first to catch it and at which life; `None` for one that none catches."""
    found: dict[str, Any] = {}
    tasks = [(name, _lives(name, scope)) for name in STRANGERS if not scope.only or name in scope.only]
    for (name, lives), (law, case) in scope.spread(_looked, tasks):
        found[name] = {"lives": lives, "law": law, "case": case}
        yield {"policies": in_order(found)}


def _lives(name: str, scope: Scope) -> int:
    return scope.examples // WRONG_FOR_ONE_DECENT if STRANGERS[name].is_decent else scope.examples


def _looked(task: tuple[str, int]) -> tuple[str | None, int | None]:
    name, lives = task
    met = first_met(STRANGERS[name], lives)
    return (met.law, met.case) if met else (None, None)
