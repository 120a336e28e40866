"""A table in a text file, row by row: a row that cannot be read is told with its line, and the next one is read."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

import attrs

from callrules.cli.files import STDIN, open_regular, read_bytes
from callrules.cli.imports.refusals import Refusal
from callrules.errors import BadInput
from callrules.redaction import Found

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
ENCODINGS = ("utf-8", "utf-16", "latin-1", "windows-1252")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""What a file begins with that names its own encoding."""
SAID_BY_EXCEL = re.compile(r"\s*sep=(.)\s*\Z")
LONGEST = 4_000_000
"""No line of a table is longer, in letters."""
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
        self._file = _opened(path, form.encoding)
        self._lines = _Lines(self._file)
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
            except UnicodeDecodeError:
                raise BadInput(f"{self.path}: found bytes that are no text in its encoding, expected text") from None
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
        separator = self._form.separator or (said[1] if said else self._likeliest(first))
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

    def _likeliest(self, first: str) -> str:
        """Choose what stands between the names in the first row: that by which most of the wanted ones are found."""

        def found(separator: str) -> tuple[int, int]:
            names = next(csv.reader([first], delimiter=separator), [])
            return self._known(names), len(names)

        return max(SEPARATORS.values(), key=found)

    def _known(self, names: Sequence[str]) -> int:
        return len(self._wanted & {name.strip().casefold() for name in names})


class _Lines:
    """Lines of a file, of which some can be given back to be read again."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._back: deque[str] = deque()
        self._taken: list[str] = []
        self._number, self.first = 0, 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        text = self._back.popleft() if self._back else self._file.readline(LONGEST)
        if not text:
            raise StopIteration
        if len(text) == LONGEST:
            self._skip_the_rest()
        self._number += 1
        self._taken.append(text)
        return text

    def _skip_the_rest(self) -> None:
        """Leave out what follows in a line that is too long; its row is then refused."""
        while True:
            more = self._file.readline(LONGEST)
            if not more or more.endswith(("\n", "\r")):
                return

    def begin(self) -> None:
        """Begin a row."""
        self._taken, self.first = [], self._number + 1

    @property
    def text(self) -> str:
        """The text of the row."""
        return "".join(self._taken)

    def put_back(self, text: str) -> None:
        """Let the last line be read again."""
        self._back.appendleft(text)
        self._number -= 1

    def keep_one(self) -> str:
        """The first line of the row; the others are read again."""
        one, *others = self._taken or [""]
        self._back.extendleft(reversed(others))
        self._number -= len(others)
        self._taken = [one]
        return one


def _in_words(error: csv.Error) -> Found:
    """Say in plain words what the reader of tables says."""
    known = {"field larger": f"a cell of more than {csv.field_size_limit():,} letters", "unexpected end": UNENDED}
    return Found(next((says for begins, says in known.items() if str(error).startswith(begins)), str(error)))


def _opened(path: str | Path, encoding: str | None) -> TextIO:
    file = io.BytesIO(read_bytes(path)) if str(path) == STDIN else open_regular(path)
    start = file.read(len(codecs.BOM_UTF8))
    file.seek(0)
    own = next((name for mark, name in MARKS if start.startswith(mark)), None)
    errors = "strict" if "utf-16" in {own, encoding} else "surrogateescape"
    if encoding == "utf-16" and own is None:
        encoding = "utf-16-be" if start.startswith(b"\x00") else "utf-16-le"
    return io.TextIOWrapper(file, own or encoding or "utf-8", errors, newline="")
