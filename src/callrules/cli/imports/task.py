"""One import, and the facts that it writes in batches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from callrules.cli.book.additions import make
from callrules.cli.book.journal import append
from callrules.cli.book.lock import sole_writer
from callrules.cli.imports.maps import Map
from callrules.cli.imports.number_zones import Zones

BATCH = 2_000
"""So many facts are written at once: enough to be quick, and few enough to hold the lock for a moment only."""

LOCK = ".import.lock"
PATIENCE = 600.0
"""Seconds for which an import waits for another: a large one takes minutes."""


@attrs.frozen
class Task:
    """One import: which file, into which book, by which map, and what stands for everybody in it."""

    file: str
    book: Path
    map: Map
    given: dict[str, str]
    now: dt.datetime
    dry_run: bool = False
    rest: str | None = None
    zones: Zones | None = None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let no other import read what is in the book, or write to it, meanwhile: each would add what the other adds.

        A call may be logged all the same. Who only counts need not wait.
        """
        if self.dry_run:
            yield
            return
        make(self.book)
        with sole_writer(self.book, LOCK, PATIENCE):
            yield


class Writer:
    """Facts for a book, written in batches."""

    def __init__(self, task: Task) -> None:
        """Write into the book of a task; nothing in a dry run."""
        self._task = task
        self._facts: list[dict[str, Any]] = []

    def take(self, facts: Sequence[dict[str, Any]]) -> None:
        """Take in some facts, and write those that are many."""
        self._facts += facts
        if len(self._facts) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what was taken in."""
        if self._facts and not self._task.dry_run:
            make(self._task.book)
            append(self._task.book, self._facts)
        self._facts = []
