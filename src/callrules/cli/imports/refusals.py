"""Why a row was not taken: its line, its column, what was found and what was expected."""

from __future__ import annotations

import re
from typing import Any

import attrs

from callrules.errors import InvalidValue
from callrules.redaction import Found, spoken_of

SAID = re.compile(r"(?:fact|contact)?\.?([^:]*): found (.*?), expected (.*)", re.DOTALL)


@attrs.frozen
class Refusal:
    """Why one row was not taken. `text` is the row itself, for whoever mends it; no message shows it."""

    line: int
    column: str | None
    found: str
    expected: str
    text: str = attrs.field(default="", repr=False, eq=False)

    def says(self, path: object) -> str:
        """The refusal in one line."""
        column = f"column '{spoken_of(self.column)}': " if self.column else ""
        return f"{path}:{self.line}: {column}found {self.found}, expected {self.expected}"

    def written(self) -> dict[str, Any]:
        """The refusal for programs."""
        column = spoken_of(self.column) if self.column else None
        return {"line": self.line, "column": column, "found": str(self.found), "expected": self.expected}


def refusal(line: int, error: InvalidValue, text: str = "") -> Refusal:
    """The refusal of a row for a value in it."""
    return Refusal(line, error.field or None, str(error.found), error.expected, text)


def in_words(error: Exception) -> InvalidValue:
    """Take what a reader of facts or contacts said for the refusal of a value."""
    said = SAID.fullmatch(str(error))
    if said is None:
        return InvalidValue("", Found("something that cannot be read"), str(error))
    return InvalidValue(said[1].rpartition(".")[2], Found(said[2]), said[3])
