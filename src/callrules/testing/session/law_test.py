"""One test of laws, as its reports told it."""

from __future__ import annotations

from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class LawTest:
    """One test of laws: what it is held to, and the verdict on each law, as `Judgement.as_json` tells them."""

    test: str
    declares: list[str]
    seed: int
    catalogue: str
    laws: list[dict[str, Any]] = attrs.field(factory=list)

    @property
    def cases(self) -> int:
        """How many lives were led, at most."""
        return max((each["cases"] for each in self.laws), default=0)

    @property
    def seconds(self) -> float:
        """How long its longest survey took."""
        return max((each["seconds"] for each in self.laws), default=0.0)
