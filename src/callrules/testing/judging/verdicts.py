"""Five verdicts, never two: what came of a law, in words and for programs."""

from __future__ import annotations

import enum
from typing import Any

import attrs

from callrules.pictures.timeline import Timeline


class LawOutcome(enum.Enum):
    """The outcome of a law. Only the first two are a pass; a law whose moment never came has not passed."""

    HOLDS = "holds"
    RELAXED = "relaxed"
    BROKEN = "broken"
    NOT_EXERCISED = "not exercised"
    NOT_APPLICABLE = "not applicable"
    KNOWN_BROKEN = "known broken"
    EXPLAINED = "explained"


@attrs.frozen(kw_only=True)
class Judgement:
    """One law's verdict: in how many of so many lives its moment came, what breaks it first, and why so.

    `seconds` is what the survey took, which judged other laws as well. `rules` tells which of the author's rules spoke,
    and how often. `picture` is the story drawn.
    """

    law: str
    outcome: LawOutcome
    says: str = ""
    tier: str = "core"
    moment: str = "any"
    cases: int = 0
    lives: int = 0
    moments: int = 0
    first_case: int | None = None
    story: str | None = None
    pin: str | None = None
    remedy: str | None = None
    seconds: float = 0.0
    rules: str = ""
    picture: Timeline | None = attrs.field(default=None, repr=False)

    @property
    def line(self) -> str:
        """The verdict in one line."""
        reach = f"{self.cases} cases, {self.moments} moments" if self.cases else "not looked at"
        return f"{self.law}: {self.outcome.value} ({reach}){f': {self.says}' if self.says else ''}"

    def as_json(self) -> dict[str, Any]:
        """The same for programs; nothing that is not known."""
        plain = {**attrs.asdict(self, recurse=False), "outcome": self.outcome.value}
        return {name: value for name, value in plain.items() if name != "picture" and value not in {None, ""}}
