"""Reading files, and nothing else: a folder, a pipe or a device is refused at once instead of waited for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from callrules.errors import BadInput

KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that nobody writes to is opened all the same, and then refused."""


def read_regular(path: str | Path, expected: str = "a file that can be read") -> bytes:
    """The bytes of a file. What is no file, or a link to none, is `BadInput` at once."""
    try:
        opened = os.open(path, os.O_RDONLY | AT_ONCE)
        try:
            must_be_a_file(opened, path, expected)
            with os.fdopen(opened, "rb", closefd=False) as file:
                return file.read()
        finally:
            os.close(opened)
    except BadInput:
        raise
    except (OSError, ValueError) as error:
        raise BadInput(f"{path}: {_why(error)}, expected {expected}") from None


def must_be_a_file(opened: int, path: str | Path, expected: str = "a file") -> None:
    """Refuse what is open and no regular file."""
    mode = os.fstat(opened).st_mode
    if not stat.S_ISREG(mode):
        found = next((says for is_one, says in KINDS if is_one(mode)), "no file")
        raise BadInput(f"{path}: found {found}, expected {expected}")


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
