"""Making the index while a whole book is looked at: whose lines stand where, and whom they concern."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from callrules.cli.book.contacts_file import contacts_path
from callrules.cli.book.due.concerning import marks_met, marks_said
from callrules.cli.book.due.marks import Mark, mark_of
from callrules.cli.book.due.remembering import Remembering
from callrules.cli.book.due.store import VERSION, NewIndex, write_about
from callrules.cli.book.history_file import BYTE_ORDER_MARK, NAME
from callrules.cli.book.influence_file import NAME as INFLUENCE
from callrules.cli.book.journal import TORN
from callrules.cli.book.reading import Book
from callrules.cli.files import is_there, read_bytes
from callrules.desk.desks import Desk


@attrs.frozen
class Read:
    """The files of a book as they were before it was read."""

    contacts: Mark
    history: Mark

    @classmethod
    def of(cls, folder: Path) -> Read | None:
        """Mark the files now; `None` where a book has files besides, or less, and is read whole every time."""
        if any(is_there(folder / name) for name in (TORN, INFLUENCE)) or not is_there(folder / NAME):
            return None
        contacts, history = mark_of(contacts_path(folder)), mark_of(folder / NAME)
        return cls(contacts, history) if contacts and history else None

    @property
    def written(self) -> dict[str, str]:
        """Both marks as texts."""
        return {
            name: json.dumps(attrs.astuple(mark))
            for name, mark in (("contacts", self.contacts), ("history", self.history))
        }

    @classmethod
    def from_written(cls, about: dict[str, str]) -> Read:
        """The marks in what was noted."""
        return cls(Mark(*json.loads(about["contacts"])), Mark(*json.loads(about["history"])))


def digest_of(desk: Desk) -> str:
    """The reps of a desk as a word: others are reps with whom somebody else may look after somebody."""
    return hashlib.sha256(repr(desk.reps).encode()).hexdigest()


class Making:
    """An index that is made while everybody is looked at; kept where the whole book could be read."""

    def __init__(self, book: Book, read: Read, looked: Remembering) -> None:
        """Begin with what needs nobody's answer."""
        self._book, self._read, self._looked, self._new = book, read, looked, NewIndex(book.folder)
        places = {who: place for place, who in enumerate(book.rows)}
        looked.begin(self._new.connection, places, {who: row.text("owner") for who, row in book.rows.items()})
        _write_people(self._new.connection, book)

    def keep(self, fingerprint: str, desk: Desk, others: Iterable[str]) -> bool:
        """Keep it; whether it holds. `others` were not looked at."""
        self._looked.write()
        book, now = self._book, Read.of(self._book.folder)
        if book.warnings or book.resting or now != self._read or self._looked.has_failed:
            self._new.drop()
            return False
        self._looked.unasked(others)
        made_by = {"version": str(VERSION), "fingerprint": fingerprint, "desk": digest_of(desk)}
        write_about(self._new.connection, {**made_by, **self._read.written})
        self._new.keep()
        return True

    def drop(self) -> None:
        """Forget it."""
        self._new.drop()


def _write_people(to: sqlite3.Connection, book: Book) -> None:
    starts = _starts(read_bytes(book.folder / NAME))
    to.executemany("INSERT INTO people VALUES (?, ?, ?, ?)", _people(book, starts))
    rows = enumerate(book.rows.items())
    for place, (who, row) in rows:
        to.executemany("INSERT OR IGNORE INTO met VALUES (?, ?)", ((mark, place) for mark in marks_met(row)))
        said = marks_said(row, book.lines.get(who, ()))
        to.executemany("INSERT OR IGNORE INTO said VALUES (?, ?)", ((mark, place) for mark in said))


def _people(book: Book, starts: Sequence[int]) -> Iterator[tuple[int, str, str, bytes]]:
    for place, (who, row) in enumerate(book.rows.items()):
        spans = ((starts[line.number - 1], len(line.text)) for line in book.lines.get(who, ()))
        lines = array("Q", (number for span in spans for number in span))
        yield place, who, json.dumps([row.where, row.fields]), lines.tobytes()


def _starts(data: bytes) -> Sequence[int]:
    """Find where each line begins."""
    starts = array("Q", [len(BYTE_ORDER_MARK) if data.startswith(BYTE_ORDER_MARK) else 0])
    end = data.find(b"\n")
    while end >= 0:
        starts.append(end + 1)
        end = data.find(b"\n", end + 1)
    return starts
