"""The facts of a book: `history.jsonl`, one fact a line, each beginning with whose it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from callrules.cli.files import read_bytes
from callrules.errors import CallrulesError
from callrules.facts import Fact
from callrules.wire import read_fact

NAME = "history.jsonl"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@attrs.frozen
class Line:
    """One line as found: its number, whose it is, and the fact it holds or what is wrong with it."""

    number: int
    text: bytes
    contact: str | None = None
    fact: Fact | None = None
    trouble: str | None = None
    torn: bool = False

    @property
    def where(self) -> str:
        """The place, for people."""
        return f"{NAME}:{self.number}"


def raw_lines(folder: Path) -> Iterator[tuple[int, bytes, bool]]:
    """Every line that holds something, with its number and whether it was ended."""
    path = folder / NAME
    if not path.exists():
        return
    lines = read_bytes(path).removeprefix(BYTE_ORDER_MARK).split(b"\n")
    last = len(lines)
    for number, text in enumerate(lines, start=1):
        if text.strip():
            yield number, text, number < last


def read_line(number: int, text: bytes, *, ended: bool = True) -> Line:
    """What one line says. Only an unended line that is no JSON is torn: it was never acknowledged."""
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        trouble = f"{NAME}:{number}: found no JSON ({_short(error)}), expected a fact"
        return Line(number, text, trouble=trouble, torn=not ended)
    return _of_fields(number, text, fields)


def _short(error: Exception) -> str:
    return getattr(error, "msg", None) or str(error)


def _of_fields(number: int, text: bytes, fields: Any) -> Line:
    whose = fields.get("contact") if isinstance(fields, dict) else None
    if not isinstance(whose, str):
        told = str(whose) if isinstance(whose, int) else None
        trouble = f"{NAME}:{number}: contact: found {whose!r}, expected the id of a contact"
        return Line(number, text, contact=told, trouble=trouble)
    try:
        return Line(number, text, contact=whose, fact=read_fact(fields, f"{NAME}:{number}"))
    except CallrulesError as error:
        return Line(number, text, contact=whose, trouble=str(error))
