"""The index as a file of SQLite: everybody's lines, whom their facts concern, and until when their answer stands."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

NAME = "history.index"
VERSION = 3
A_DAY = 86_400.0
TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE people (place INTEGER PRIMARY KEY, who TEXT UNIQUE, row TEXT, lines BLOB);
CREATE TABLE answers (place INTEGER PRIMARY KEY, owner TEXT, always INTEGER, share INTEGER, asked INTEGER, at INTEGER,
    kind INTEGER, dialled INTEGER);
CREATE TABLE kinds (kind INTEGER PRIMARY KEY, code TEXT, says TEXT, UNIQUE (code, says));
CREATE TABLE met (mark INTEGER, place INTEGER, PRIMARY KEY (mark, place)) WITHOUT ROWID;
CREATE TABLE said (mark INTEGER, place INTEGER, PRIMARY KEY (mark, place)) WITHOUT ROWID;
CREATE TABLE dials (at INTEGER, place INTEGER, nth INTEGER, rep TEXT, talked INTEGER, bad INTEGER,
    PRIMARY KEY (at, place, nth)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX when_due ON answers (at);
CREATE INDEX when_asked ON answers (asked);
CREATE INDEX when_dialled ON answers (dialled);
CREATE INDEX looked_at_always ON answers (place) WHERE always;
CREATE INDEX counted ON answers (kind, owner, at);
CREATE INDEX owned ON answers (owner);
CREATE INDEX met_by ON met (place);
CREATE INDEX said_by ON said (place);
CREATE INDEX dialled_whom ON dials (place);
"""
"""Made last: a table that is filled first is indexed quicker."""


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection | None]:
    """The index of a book for one writer, in one transaction; `None` where there is none, or somebody else has it.

    What is written is kept where the block commits it.
    """
    path, inode = folder / NAME, _inode(folder / NAME)
    with contextlib.closing(sqlite3.connect(path if inode else ":memory:", timeout=0, isolation_level=None)) as found:
        usable = inode and _is_ours(found, "IMMEDIATE") and _inode(path) == inode and _is_whole(found, path)
        yield found if usable else None


def _inode(path: Path) -> int | None:
    """The inode of a file; `None` where there is none, or something else of that name."""
    return path.stat().st_ino if path.is_file() else None


def _is_whole(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether no page is missing at its end, and none is cut: SQLite would read nothing there, and say nothing."""
    try:
        (pages,), (size,) = (connection.execute(f"PRAGMA {each}").fetchone() for each in ("page_count", "page_size"))
    except sqlite3.Error:
        return False
    return path.stat().st_size == int(pages) * int(size)


def _is_ours(connection: sqlite3.Connection, how: str) -> bool:
    """Whether nobody else has it, from now on."""
    try:
        connection.execute(f"BEGIN {how}")
    except sqlite3.Error:
        return False
    return True


class NewIndex:
    """An index that is being made under another name, and takes its own when it is whole."""

    def __init__(self, folder: Path) -> None:
        """Begin an empty one."""
        self._path, self._made = folder / NAME, folder / f"{NAME}.{os.getpid()}"
        self._made.unlink(missing_ok=True)
        _sweep(folder, self._made)
        self.connection = sqlite3.connect(self._made, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.executescript(TABLES)
        self.connection.execute("BEGIN")

    def keep(self) -> None:
        """Put it in the place of the old one, when it is on the disk and nobody has that open."""
        self.connection.execute("COMMIT")
        self.connection.executescript(INDEXES)
        self.connection.close()
        with self._made.open("rb") as file:
            os.fsync(file.fileno())
        with contextlib.closing(sqlite3.connect(self._path, timeout=0, isolation_level=None)) as old:
            if _is_in_use(old):
                self.drop()
                return
            self._path.unlink(missing_ok=True)
            self._path.with_name(f"{NAME}-journal").unlink(missing_ok=True)  # it belongs to the old one
            self._made.replace(self._path)

    def drop(self) -> None:
        """Forget it."""
        self.connection.close()
        self._made.unlink(missing_ok=True)


def _sweep(folder: Path, made: Path) -> None:
    """Remove what a maker left that was killed: nobody makes an index for a day, as the clock of the disk goes."""
    made.touch(mode=0o600)
    for left in folder.glob(f"{NAME}.*"):
        if left.stat().st_mtime < made.stat().st_mtime - A_DAY:
            left.unlink(missing_ok=True)


def _is_in_use(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False  # nobody can use it
    return False


def write_about(connection: sqlite3.Connection, about: dict[str, str]) -> None:
    """Note what the index was made of."""
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())


def read_about(connection: sqlite3.Connection) -> dict[str, str]:
    """Everything that was noted."""
    return dict(connection.execute("SELECT name, value FROM about").fetchall())


def kind_of(connection: sqlite3.Connection, group: tuple[str, str] | None) -> int | None:
    """The number of a group of people, made where it is new."""
    if group is None:
        return None
    connection.execute("INSERT OR IGNORE INTO kinds (code, says) VALUES (?, ?)", group)
    found: tuple[int] = connection.execute("SELECT kind FROM kinds WHERE code = ? AND says = ?", group).fetchone()
    return found[0]


def some(connection: sqlite3.Connection, query: str, several: Iterable[int | str]) -> Iterator[Any]:
    """The rows of a query for each of these."""
    for each in several:
        yield from connection.execute(query, (each,))
