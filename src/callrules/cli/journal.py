"""Writing to a book: nothing that was acknowledged is ever lost, whoever is killed and when."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from callrules.cli.history_file import NAME
from callrules.cli.lock import sole_writer

TORN = "history.torn"
STEP = 65_536


def append(folder: Path, facts: Iterable[dict[str, Any]]) -> None:
    """Add facts as lines and return when they are on the disk."""
    with sole_writer(folder):
        append_locked(folder, facts)


def append_locked(folder: Path, facts: Iterable[dict[str, Any]]) -> None:
    """The same for somebody who holds the book's lock."""
    lines = "".join(f"{as_line(each)}\n" for each in facts).encode()
    new = not (folder / NAME).exists()
    file = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        _mend_the_end(folder, file)
        _write_all(file, lines)
        os.fsync(file)
    finally:
        os.close(file)
    if new:
        sync_folder(folder)


def as_line(fact: dict[str, Any]) -> str:
    """A fact as one line that begins with whose it is."""
    return json.dumps({"contact": fact["contact"], **fact}, ensure_ascii=False)


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _mend_the_end(folder: Path, file: int) -> None:
    """Finish a last line that lacks only its end; move aside one that a killed writer left in the middle."""
    size = os.fstat(file).st_size
    tail = _tail(file, size)
    if not tail:
        return
    if _is_whole(tail):
        _write_all(file, b"\n")
        return
    _keep(folder / TORN, tail)
    os.ftruncate(file, size - len(tail))


def _tail(file: int, size: int) -> bytes:
    """What follows the last end of line."""
    tail, start = b"", size
    while start and b"\n" not in tail:
        step = min(STEP, start)
        start -= step
        os.lseek(file, start, os.SEEK_SET)
        tail = os.read(file, step) + tail
    return tail.rpartition(b"\n")[2]


def _is_whole(tail: bytes) -> bool:
    try:
        json.loads(tail)
    except (ValueError, RecursionError):
        return not tail.strip()
    return True


def _keep(path: Path, tail: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        _write_all(file, tail + b"\n")
        os.fsync(file)
    finally:
        os.close(file)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk too, where the system can."""
    if sys.platform == "win32":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
