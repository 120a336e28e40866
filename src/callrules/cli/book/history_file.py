"""The facts of a book: `history.jsonl`, one fact a line, each beginning with whose it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from callrules import checks
from callrules.cli.book.fact_names import KNOWN
from callrules.cli.book.torn import is_a_beginning
from callrules.cli.files import is_there, read_bytes
from callrules.errors import BadInput, CallrulesError, InvalidValue
from callrules.facts import Fact
from callrules.redaction import kind_of
from callrules.wire import read_fact

NAME = "history.jsonl"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
A_NAME = re.compile(r'"\s*:')


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
        """The id of the fact's contact, where that can be told."""
        whose = self.fields.get("contact") if isinstance(self.fields, dict) else None
        return _id(whose)

    @property
    def is_of_a_kind(self) -> bool:
        """Whether it is of a known kind and every name in it is one that such a fact has."""
        kind = self.fields.get("type")
        return isinstance(kind, str) and kind in KNOWN and KNOWN[kind].issuperset(self.fields)

    def of(self, whose: str) -> Line:
        """The same line, as somebody's."""
        return attrs.evolve(self, fields={**self.fields, "contact": whose})

    def fact(self, region: str | None = None) -> Fact | str:
        """The fact, its numbers read as people of a region dial them, or what is wrong with it."""
        try:
            return read_fact(self.fields, region=region)
        except CallrulesError as error:
            return f"{self.where}: {str(error).removeprefix('fact.')}"


def _id(found: Any) -> str | None:
    try:
        return checks.identifier(found, "contact") if isinstance(found, (str, int)) else None
    except InvalidValue:
        return None


def raw_lines(folder: Path) -> list[tuple[int, bytes, bool]]:
    """Every line that holds something, with its number and whether it was ended."""
    path = folder / NAME
    if not is_there(path):
        return []
    lines = read_bytes(path).removeprefix(BYTE_ORDER_MARK).split(b"\n")
    last = len(lines)
    return [(number, text, number < last) for number, text in enumerate(lines, start=1) if text.strip()]


def read_lines(folder: Path) -> Iterator[Line]:
    """Every line, parsed; what each fact says is read when somebody asks for it."""
    return (read_line(*each) for each in raw_lines(folder))


def read_line(number: int, text: bytes, ended: bool) -> Line:  # noqa: FBT001 - as raw_lines gives it
    """One line. Only an unended one that is the beginning of a fact is torn: it was never acknowledged."""
    try:
        return _found(number, text, parsed(text))
    except (ValueError, RecursionError) as error:
        trouble = f"{NAME}:{number}: found no JSON ({_short(error)}), expected a fact"
        return Line(number, text, trouble=trouble, torn=not ended and is_a_beginning(text))


def parsed(line: bytes) -> Any:
    """Read a line of JSON. Raises `ValueError` where it is none, or has a name twice."""
    text = line.decode("utf-8")
    found = DECODER.decode(text)
    names = len(found) if isinstance(found, dict) else 0
    return found if len(A_NAME.findall(text)) == names else json.loads(text, object_pairs_hook=_each_once)


def _refuse_constant(word: str) -> None:
    raise BadInput(f"{word} is no JSON")


DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise BadInput("a name that comes twice")
    return fields


def _short(error: Exception) -> str:
    if isinstance(error, BadInput):
        return str(error)
    return getattr(error, "msg", None) or getattr(error, "reason", None) or "nested too deeply, or a number too long"


def _found(number: int, text: bytes, fields: Any) -> Line:
    line = Line(number, text, fields)
    if line.contact is None:
        whose = fields.get("contact") if isinstance(fields, dict) else fields
        return attrs.evolve(
            line, trouble=f"{line.where}: contact: found {kind_of(whose)}, expected the id of a contact"
        )
    if line.is_of_a_kind:
        return line
    return attrs.evolve(line, trouble=str(line.fact()))
