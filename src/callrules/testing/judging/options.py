"""How a policy is looked at in a session of pytest, and the command that shows the same again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from callrules.testing.judging.accusations import Settings
from callrules.testing.judging.progress import progress_on
from callrules.testing.lawbook import Law

EXAMPLES = 100
"""How many lives a survey leads unless told: below that, some moments are seldom reached."""


class Options:
    """Options from the command line, the ini file, or the call, in that order."""

    def __init__(self, request: pytest.FixtureRequest, examples: int | None, pins: Path) -> None:
        """Read once for an item."""
        self._request, self._examples, self._pins = request, examples, pins

    def _option(self, name: str, default: Any = None) -> Any:
        return self._request.config.getoption(f"callrules_{name}", default=default)

    @property
    def strict(self) -> bool:
        """Whether a law that was not exercised, or only warns, fails."""
        return bool(self._option("strict", default=False))

    @property
    def seed(self) -> int:
        """From which seed lives are thrown."""
        return int(self._option("seed") or 0)

    @property
    def stories(self) -> Path | None:
        """The folder into which stories are written, if any."""
        folder = self._option("stories")
        return self._request.config.invocation_params.dir / folder if folder else None

    def settings(self, law: Law) -> Settings:
        """How the policy is looked at."""
        examples = self._option("examples") or self._examples or self._ini() or EXAMPLES
        return Settings(
            examples=examples,
            seed=self.seed,
            wanted=frozenset(self._wanted()) | {law.id},
            pins=self._request.node.path.parent / self._pins,
            keep=bool(self._option("pin", default=False)),
            again=self._again,
            progress=progress_on(self._request.config, examples),
        )

    def _again(self, laws: Sequence[str]) -> str:
        item = self._request.node
        file = Path(os.path.relpath(item.path, self._request.config.invocation_params.dir)).as_posix()
        test = item.nodeid.rpartition("[")[0].partition("::")[2]
        items = (f'"{file}::{test}[{law}]"' for law in laws)
        many, has_options = self._option("examples"), hasattr(self._request.config.option, "callrules_seed")
        settings = (
            f"--callrules-examples={many}" if many else "",
            f"--callrules-seed={self.seed}" if has_options else "",
        )
        return " ".join(filter(None, ("pytest", *items, *settings)))

    def _ini(self) -> int | None:
        try:
            return int(self._request.config.getini("callrules_examples") or 0) or None
        except (KeyError, ValueError):
            return None

    def _wanted(self) -> set[str]:
        """The laws that this session asks for of the same test: nobody waits for laws deselected with `-k`."""
        item = self._request.node
        same = (each for each in item.session.items if getattr(each, "function", None) is item.function)
        return {each.callspec.params["law"].id for each in same if hasattr(each, "callspec")}
