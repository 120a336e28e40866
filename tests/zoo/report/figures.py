"""The figures as they are kept: one entry a part, each measured by itself."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

from callrules.testing.catalogue import VERSION
from zoo.report.ablation import ablation
from zoo.report.catching import herd, kills, with_those_before
from zoo.report.looking import strangers
from zoo.report.matrix import matrix
from zoo.report.reaching import reach
from zoo.report.scope import Scope, in_order
from zoo.report.stories import stories
from zoo.report.timing import full_survey

Json = dict[str, Any]
KEPT = Path(__file__).parents[3] / "docs" / "explanation" / "correctness.json"
DEEPEST = 3
"""So deep does an entry have lines of its own."""


@attrs.frozen
class Part:
    """What is measured under one name, and how much of it unless told."""

    measure: Callable[[Scope], Iterator[Json]]
    usual: Scope


PARTS: dict[str, Part] = {
    "survey": Part(full_survey, Scope(examples=100)),
    "reach": Part(reach, Scope(examples=500)),
    "strangers": Part(strangers, Scope(examples=100)),
    "kills": Part(kills, Scope(examples=500, seeds=10)),
    "stories": Part(stories, Scope(examples=500)),
    "matrix": Part(matrix, Scope(examples=100)),
    "ablation": Part(ablation, Scope(examples=100, share=3)),
    "herd": Part(herd, Scope(examples=200, seeds=10)),
}
"""Everything that is measured; the quickest first, but for the herd."""


def read(path: Path) -> Json:
    """The figures kept there; none where there is no file yet."""
    found: Json = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def keep(path: Path, figures: Json) -> None:
    """Keep the figures, a line for each policy, law or feature."""
    path.write_text(_told(figures) + "\n", "utf-8")


def _told(value: Any, depth: int = 0) -> str:
    if depth == DEEPEST or not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    space = " " * (depth + 1)
    inner = (f"{space}{json.dumps(name)}: {_told(each, depth + 1)}" for name, each in value.items())
    return "{\n" + ",\n".join(inner) + f"\n{' ' * depth}}}"


def measure(part: str, scope: Scope, known: Json) -> Iterator[Json]:
    """The figures with this part measured anew, the better the later; policies not asked for stay as they are.

    What is measured from a later seed on is added to what is known.
    """
    before = known.get(part, {}) if scope.only else {}
    for met in PARTS[part].measure(scope):
        asked = before.get("asked") or scope.as_json() | {"seeds": met.pop("seeds", scope.seeds)}
        if scope.before:
            met["policies"] = with_those_before(met["policies"], known[part]["policies"])
        if "policies" in met:
            met["policies"] = in_order({**before.get("policies", {}), **met["policies"]})
        yield {**known, "machine": _machine(), part: {"asked": asked, **met}}


def with_mutants(text: str, known: Json) -> Json:
    """The figures with what was found by changing the library's own code, as Markdown."""
    return {**known, "mutants": {"text": text.strip()}}


def _machine() -> Json:
    return {"python": platform.python_version(), "cores": os.cpu_count(), "catalogue": VERSION}
