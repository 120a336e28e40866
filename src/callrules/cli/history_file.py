"""The facts of a book: `history.jsonl`, one fact a line, each beginning with whose it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from callrules.cli.files import read_bytes
from callrules.errors import CallrulesError
from callrules.facts import Fact
from callrules.shown import kind_of
from callrules.wire import read_fact

NAME = "history.jsonl"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
TOGETHER = 1_000
"""How many lines are parsed at one go; one that fails is looked at line by line."""


@attrs.frozen
class Line:
    """One line as found: its number, and the fields it holds or what is wrong with it."""

    number: int
    text: bytes = attrs.field(repr=False)
    fields: Any = attrs.field(default=None, repr=False)
    trouble: str | None = None
    torn: bool = False

    @property
    def where(self) -> str:
        """The place, for people."""
        return f"{NAME}:{self.number}"

    @property
    def contact(self) -> str | None:
        """Whose fact it is, where that can be told."""
        whose = self.fields.get("contact") if isinstance(self.fields, dict) else None
        return whose if isinstance(whose, str) else None

    def fact(self) -> Fact | str:
        """The fact, or what is wrong with it."""
        try:
            return read_fact(self.fields)
        except CallrulesError as error:
            return f"{self.where}: {str(error).removeprefix('fact.')}"


def raw_lines(folder: Path) -> list[tuple[int, bytes, bool]]:
    """Every line that holds something, with its number and whether it was ended."""
    path = folder / NAME
    if not path.exists():
        return []
    lines = read_bytes(path).removeprefix(BYTE_ORDER_MARK).split(b"\n")
    last = len(lines)
    return [(number, text, number < last) for number, text in enumerate(lines, start=1) if text.strip()]


def read_lines(folder: Path) -> Iterator[Line]:
    """Every line, parsed; what each fact says is read when somebody asks for it."""
    raw = raw_lines(folder)
    for start in range(0, len(raw), TOGETHER):
        yield from _parsed(raw[start : start + TOGETHER])


def _parsed(raw: Sequence[tuple[int, bytes, bool]]) -> Iterator[Line]:
    try:
        together = json.loads(b"[" + b",".join(text for _, text, _ in raw) + b"]")
    except (ValueError, RecursionError):
        together = []
    if len(together) != len(raw):
        yield from (read_line(*each) for each in raw)
        return
    for (number, text, _), fields in zip(raw, together, strict=True):
        yield _found(number, text, fields)


def read_line(number: int, text: bytes, ended: bool) -> Line:  # noqa: FBT001 - as raw_lines gives it
    """One line. Only an unended one that is no JSON is torn: it was never acknowledged."""
    try:
        return _found(number, text, json.loads(text))
    except (ValueError, RecursionError) as error:
        trouble = f"{NAME}:{number}: found no JSON ({_short(error)}), expected a fact"
        return Line(number, text, trouble=trouble, torn=not ended)


def _short(error: Exception) -> str:
    return getattr(error, "msg", None) or "nested too deeply, or a number too long"


def _found(number: int, text: bytes, fields: Any) -> Line:
    whose = fields.get("contact") if isinstance(fields, dict) else None
    if isinstance(whose, str):
        return Line(number, text, fields)
    trouble = f"{NAME}:{number}: contact: found {kind_of(whose)}, expected the id of a contact"
    return Line(number, text, fields, trouble)
