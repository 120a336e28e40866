"""One writer at a time, on every system: the others wait their turn, and not for ever."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from callrules.cli.options import warn
from callrules.errors import BadInput
from callrules.regular_files import must_be_a_file

NAME = ".lock"
SAID_AFTER, GIVEN_UP_AFTER = 1.0, 10.0
"""Seconds: after one somebody wonders, after ten somebody is needed to look."""
BETWEEN_TRIES = 0.02

if sys.platform == "win32":
    import msvcrt

    def _took(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give_back(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _took(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give_back(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def sole_writer(folder: Path, name: str = NAME, patience: float | None = None) -> Iterator[None]:
    """Hold the book's lock, or one of another name; it is let go by the system itself where the holder is killed.

    Raises `BadInput` where somebody else holds it for longer than our patience, which is ten seconds.
    """
    file = _taken(folder / name, GIVEN_UP_AFTER if patience is None else patience)
    try:
        yield
        _give_back(file)
    finally:
        os.close(file)


def _taken(path: Path, patience: float) -> int:
    begun, said = time.monotonic(), False
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o644)
        try:
            must_be_a_file(file, path)
            if _took(file) and is_still(file, path):
                kept, file = file, -1
                return kept
        finally:
            if file >= 0:
                os.close(file)
        waited = time.monotonic() - begun
        if waited > patience:
            raise BadInput(f"{path}: held by another command for {patience:.0f} seconds, expected it to let go")
        if waited > SAID_AFTER and not said:
            warn(f"{path}: held by another command, waiting for it")
            said = True
        time.sleep(BETWEEN_TRIES)


def is_still(file: int, path: Path) -> bool:
    """Whether the name still leads to what is open, and not to another file or to none."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(file), there)
