"""What strangers wrote, who had read the docs alone: each policy as its file makes it, and before the laws of today."""

from __future__ import annotations

import importlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import attrs

from callrules.errors import CallrulesError
from callrules.testing.judging.survey import survey
from callrules.testing.policies import as_policy
from zoo.runs import HELD

TESTS = Path(__file__).parents[1]
REFUSED = "refused when it is made"


@attrs.frozen
class Stranger:
    """One policy: rules, hands around a playbook, or a table of numbers."""

    path: Path

    @property
    def id(self) -> str:
        """Its sitting and its name: `strangers3/wrong_hours`."""
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def is_decent(self) -> bool:
        """Whether it must be left alone; any other must be caught."""
        return self.path.stem.startswith("decent_")

    def make(self) -> Any:
        """The policy. Raises `CallrulesError` where it is refused."""
        if self.path.suffix == ".toml":
            return as_policy(self.path)
        written = importlib.import_module(self.id.replace("/", ".")).POLICY
        return as_policy(*written) if isinstance(written, tuple) else as_policy(written)


STRANGERS = {
    each.id: each
    for folder in sorted(TESTS.glob("strangers*"), key=lambda path: (len(path.name), path.name))
    for each in map(Stranger, sorted(folder.glob("*_*")))
    if each.path.stem.startswith(("wrong_", "decent_")) and each.path.suffix in {".py", ".toml"}
}
"""All of them by id, in the order of their sittings."""


@attrs.frozen
class Met:
    """The first law that a policy breaks, at which life and how; that of one that is refused is `REFUSED`."""

    law: str
    case: int
    says: str


def first_met(stranger: Stranger, lives: int, laws: Collection[str] | None = None) -> Met | None:
    """Hold a policy to these laws (all that can fail a test, unless told) until one is broken."""
    try:
        policy = stranger.make()
    except CallrulesError as refused:
        return Met(REFUSED, 0, str(refused))
    held = [law for law in HELD if laws is None or law.id in laws]
    failures = survey(policy, held, examples=lives, to_the_first=True).failures
    return Met(failures[0].law.id, failures[0].case, failures[0].broken.says) if failures else None
