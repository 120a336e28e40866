"""A table in a text file, row by row: a row that cannot be read is told with its line, and the next one is read."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import attrs

from callrules.cli.imports.refusals import Refusal
from callrules.cli.imports.text_lines import LONGEST, Lines, opened
from callrules.errors import BadInput
from callrules.redaction import Found

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
ENCODINGS = ("utf-8", "utf-16", "latin-1", "windows-1252")
SAID_BY_EXCEL = re.compile(r"\s*sep=(.)\s*\Z")
UNENDED = "a quote without an end"
NO_TEXT = re.compile("[\udc80-\udcff]")
"""Bytes that are no text in the file's encoding."""


@attrs.frozen
class Form:
    """The form of a file: what stands between cells, how letters are written, and names where no row has them."""

    separator: str | None = None
    encoding: str | None = None
    columns: tuple[str, ...] = ()


@attrs.frozen
class Row:
    """One row as found: the line on which it begins, its cells, and its own text."""

    line: int
    cells: list[str] = attrs.field(repr=False)
    text: str = attrs.field(repr=False)


class Table:
    """A table in a file; `header` names its columns."""

    def __init__(self, path: str | Path, form: Form, wanted: Sequence[str]) -> None:
        """Open the file and read the names of its columns; `wanted` are those that a map speaks of."""
        self.path, self._form = path, form
        self._wanted = {name.casefold() for name in wanted}
        self._file = opened(path, form.encoding)
        self._lines = Lines(self._file, path)
        try:
            self.separator, self.header = self._names()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def rows(self) -> Iterator[Row | Refusal]:
        """Every row that holds something, or why it cannot be read."""
        reader = csv.reader(self._lines, delimiter=self.separator, strict=True)
        while True:
            self._lines.begin()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._refused(_in_words(error), "a row of a table")
            else:
                if any(cells):
                    yield self._row(cells)

    def _row(self, cells: list[str]) -> Row | Refusal:
        row, width = Row(self._lines.first, cells, self._lines.text), len(self.header)
        if len(row.text) >= LONGEST:
            return self._refused(Found(f"more than {LONGEST:,} letters"), "a row of a table")
        if len(cells) < width or any(cells[width:]):
            return self._refused(Found(f"{len(cells)} cells"), f"{width}, as in the first row")
        if not row.text.isascii() and NO_TEXT.search(row.text):
            expected = f"{self._form.encoding or 'UTF-8'}: say the `encoding` in the map's [file]"
            return self._refused(Found("bytes that are no text"), expected)
        return row

    def _refused(self, found: Found, expected: str) -> Refusal:
        """Refuse one line and go on with the next: a quote without an end takes nobody with it."""
        return Refusal(self._lines.first, None, found, expected, self._lines.keep_one())

    def _names(self) -> tuple[str, list[str]]:
        self._lines.begin()
        first = next(self._lines, "")
        said = SAID_BY_EXCEL.fullmatch(first)
        if said:
            first = next(self._lines, "")
        if "\x00" in first:
            raise BadInput(f"{self.path}:1: found zero bytes, expected text: name the encoding, such as 'utf-16'")
        if not first.strip():
            raise BadInput(f"{self.path}: found nothing in it, expected a row of column names first")
        separator = self._form.separator or (said[1] if said else likeliest_separator(first, self._wanted))
        self._lines.put_back(first)
        return separator, self._named_by(separator)

    def _named_by(self, separator: str) -> list[str]:
        """Name the columns as the first row does, or, where it is data already, as the map does."""
        self._lines.begin()
        try:
            names = [name.strip() for name in next(csv.reader(self._lines, delimiter=separator, strict=True))]
        except csv.Error as error:
            raise BadInput(f"{self.path}:1: {error}, expected a row of column names") from None
        if not self._form.columns or self._known(names):
            return names
        self._lines.put_back(self._lines.text)
        return list(self._form.columns[: len(names)])

    def _known(self, names: Sequence[str]) -> int:
        return _found(names, self._wanted)


def likeliest_separator(first: str, wanted: Collection[str]) -> str:
    """Choose what stands between the names in the first row: that by which most of the wanted ones are found."""
    lowered = {name.casefold() for name in wanted}

    def found(separator: str) -> tuple[int, int]:
        try:
            names = next(csv.reader([first], delimiter=separator), [])
        except csv.Error:
            return 0, 0
        return _found(names, lowered), len(names)

    return max(SEPARATORS.values(), key=found)


def _found(names: Sequence[str], wanted: Collection[str]) -> int:
    return len(set(wanted) & {name.strip().casefold() for name in names})


def _in_words(error: csv.Error) -> Found:
    """Say in plain words what the reader of tables says."""
    known = {"field larger": f"a cell of more than {csv.field_size_limit():,} letters", "unexpected end": UNENDED}
    return Found(next((says for begins, says in known.items() if str(error).startswith(begins)), str(error)))
