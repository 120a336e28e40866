"""The rows that were not taken, as they were, in a file of their own: to be mended and imported again."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Self, TextIO

from callrules.cli.imports.refusals import Refusal
from callrules.errors import BadInput


class Rest:
    """A file of rows that were refused, under the names of their columns; none where nobody asked for one."""

    def __init__(self, path: str | None, header: Sequence[str], separator: str) -> None:
        """Write nothing before a row is kept."""
        self._path, self._header = path, _header(header, separator)
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        """Be closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file, where one was opened."""
        if self._file:
            self._file.close()

    def keep(self, refusal: Refusal) -> None:
        """Keep the text of one row."""
        if self._path is None:
            return
        if self._file is None:
            self._file = self._opened(self._path)
            self._file.write(self._header)
        text = refusal.text
        self._file.write(text if text.endswith(("\n", "\r")) else f"{text}\n")

    @staticmethod
    def _opened(path: str) -> TextIO:
        """Open the file; `__exit__` closes it."""
        return open(path, "w", encoding="utf-8", errors="surrogateescape", newline="")  # noqa: PTH123 - short


def checked(rest: str | None, file: str) -> str | None:
    """The file for the rest, unless it is the one that is read."""
    if rest is not None and Path(rest).resolve() == Path(file).resolve():
        raise BadInput("--rest: found the file that is read, expected another one")
    return rest


def _header(names: Sequence[str], separator: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerow(names)
    return written.getvalue()
