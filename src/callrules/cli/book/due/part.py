"""A part of a book: some people and everybody whose facts concern them, read from where the index says they stand."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from callrules.cli.book.contacts_file import Row
from callrules.cli.book.due.store import some
from callrules.cli.book.history_file import NAME, Line, read_line
from callrules.cli.book.reading import Book

CONCERNING = "SELECT said.place FROM met JOIN said USING (mark) WHERE met.place = ?"
PERSON = "SELECT place, who, row, lines FROM people WHERE place = ?"


class Part(Book):
    """The book as far as it concerns these people; asked about anybody else it knows nothing."""

    def __init__(self, folder: Path, index: sqlite3.Connection, places: Iterable[int]) -> None:
        """Read them, and everybody whose facts may concern them."""
        self.folder = folder
        self.rows, self.lines, self.resting, self.warnings = {}, defaultdict(list), {}, []
        self.places: dict[str, int] = {}
        wanted = set(places)
        wanted |= {place for (place,) in some(index, CONCERNING, list(wanted))}
        with (folder / NAME).open("rb") as file:
            for place, who, row, spans in some(index, PERSON, sorted(wanted)):
                where, fields = json.loads(row)
                self.rows[who], self.places[who] = Row(where, fields), place
                self.lines[who] = [_line(file, start, length) for start, length in _spans(spans)]


def _spans(packed: bytes) -> Iterable[tuple[int, int]]:
    numbers = array("Q", packed)
    return zip(numbers[::2], numbers[1::2], strict=True)


def _line(file: BinaryIO, start: int, length: int) -> Line:
    file.seek(start)
    return read_line(0, file.read(length), ended=True)
