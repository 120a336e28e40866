"""Writing to a book: nothing that was acknowledged is ever lost, whoever is killed and when."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from callrules.cli.book.history_file import NAME
from callrules.cli.book.lock import is_still, sole_writer
from callrules.cli.book.torn import is_a_beginning
from callrules.cli.files import is_there
from callrules.errors import BadInput
from callrules.regular_files import must_be_a_file

TORN = "history.torn"
STEP = 65_536
TRIES = 100
"""So often in a row a file may be put in another's place while it is written to."""
NEW_FILE = 0o666
"""The mode of a file that was not there, less what the user's mask takes."""


def append(folder: Path, facts: Iterable[dict[str, Any]]) -> None:
    """Add facts as lines and return when they are on the disk."""
    with sole_writer(folder):
        append_locked(folder, facts)


def append_locked(folder: Path, facts: Iterable[dict[str, Any]]) -> None:
    """The same for somebody who holds the book's lock."""
    lines = "".join(f"{as_line(each)}\n" for each in facts).encode()
    for _ in range(TRIES):
        if _is_written(folder, folder / NAME, lines):
            return
    raise BadInput(f"{folder / NAME}: replaced {TRIES} times while it was written to, expected it to stay: try again")


def as_line(fact: dict[str, Any]) -> str:
    """A fact as one line that begins with whose it is."""
    return json.dumps({"contact": fact["contact"], **fact}, ensure_ascii=False)


def _is_written(folder: Path, path: Path, lines: bytes) -> bool:
    """Write the lines and say whether they are in the file of that name, and not in one that it had before."""
    new = not is_there(path)
    file = _opened(path)
    try:
        _mend_the_end(folder, file)
        _write_all(file, lines)
        os.fsync(file)
        if new:
            sync_folder(folder)
        return is_still(file, path)
    finally:
        os.close(file)


def _opened(path: Path) -> int:
    if path.is_symlink() and not path.exists():
        raise BadInput(f"{path}: found a link that leads nowhere, expected a file")
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0), 0o644)
    try:
        must_be_a_file(file, path)
    except BadInput:
        os.close(file)
        raise
    return file


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _mend_the_end(folder: Path, file: int) -> None:
    """End a last line that has no end; move aside one that a killed writer left in the middle."""
    size = os.fstat(file).st_size
    tail = _tail(file, size)
    if not tail:
        return
    if not is_a_beginning(tail):
        _write_all(file, b"\n")
        return
    keep(folder / TORN, tail)
    os.ftruncate(file, size - len(tail))


def _tail(file: int, size: int) -> bytes:
    """Give what follows the last end of line."""
    tail, start = b"", size
    while start and b"\n" not in tail:
        step = min(STEP, start)
        start -= step
        os.lseek(file, start, os.SEEK_SET)
        tail = os.read(file, step) + tail
    return tail.rpartition(b"\n")[2]


def keep(path: Path, text: bytes) -> None:
    """Add a line to a file, on the disk before anybody is told."""
    file = _opened(path)
    try:
        _write_all(file, text + b"\n")
        os.fsync(file)
    finally:
        os.close(file)
    sync_folder(path.parent)


def replace(path: Path, data: bytes) -> None:
    """Put a whole file in the place of the old one, or leave the old one as it is.

    A link stays one, to a new file of the old one's mode; the file is written under a name that nobody had.
    """
    path = path.resolve() if path.is_symlink() else path
    opened, fresh = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            file.flush()
            _be_like(path, opened)
            os.fsync(opened)
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _be_like(path: Path, opened: int) -> None:
    """Give a new file the mode of the old one, and its owner where we may."""
    if not hasattr(os, "fchmod"):
        return
    if not path.exists():
        os.fchmod(opened, NEW_FILE & ~_mask())
        return
    old = path.stat()
    with contextlib.suppress(OSError):  # the file is then ours, and as readable as before
        os.fchown(opened, old.st_uid, old.st_gid)
    os.fchmod(opened, stat.S_IMODE(old.st_mode))


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk too, where the system can."""
    if sys.platform == "win32":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
