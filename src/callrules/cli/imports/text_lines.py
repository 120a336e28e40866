"""The text of a file, line by line, of which some can be given back to be read again."""

from __future__ import annotations

import codecs
import io
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from callrules.cli.files import STDIN, open_regular, read_bytes
from callrules.errors import BadInput

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""What a file begins with that names its own encoding."""
LONGEST = 4_000_000
"""No line of a table is longer, in letters."""


class Lines:
    """Lines of a file, of which some can be given back to be read again."""

    def __init__(self, file: TextIO, path: str | Path) -> None:
        """Read from a file that is open; errors name its path."""
        self._file, self._path = file, path
        self._back: deque[str] = deque()
        self._taken: list[str] = []
        self._number, self.first = 0, 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        text = self._back.popleft() if self._back else self._line()
        if not text:
            raise StopIteration
        if len(text) == LONGEST:
            self._skip_the_rest()
        self._number += 1
        self._taken.append(text)
        return text

    def _line(self) -> str:
        try:
            return self._file.readline(LONGEST)
        except UnicodeError:
            raise BadInput(f"{self._path}: found bytes that are no text in its encoding, expected text") from None

    def _skip_the_rest(self) -> None:
        """Leave out what follows in a line that is too long; its row is then refused."""
        while True:
            more = self._line()
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


def opened(path: str | Path, encoding: str | None) -> TextIO:
    """The text of a file in the encoding that its first bytes name, else in the one that was said, else in UTF-8."""
    file = io.BytesIO(read_bytes(path)) if str(path) == STDIN else open_regular(path)
    start = file.read(len(codecs.BOM_UTF8))
    file.seek(0)
    own = next((name for mark, name in MARKS if start.startswith(mark)), None)
    errors = "strict" if "utf-16" in {own, encoding} else "surrogateescape"
    if encoding == "utf-16" and own is None:
        encoding = "utf-16-be" if start.startswith(b"\x00") else "utf-16-le"
    return io.TextIOWrapper(file, own or encoding or "utf-8", errors, newline="")
