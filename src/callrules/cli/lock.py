"""One writer at a time, on every system: the others wait their turn."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        while True:
            try:
                msvcrt.locking(file, msvcrt.LK_LOCK, 1)
            except OSError:
                time.sleep(0.05)
            else:
                return

    def _give_back(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _give_back(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def sole_writer(folder: Path) -> Iterator[None]:
    """Hold the book's lock; it is let go by the system itself where the holder is killed."""
    file = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(file)
        yield
        _give_back(file)
    finally:
        os.close(file)
