"""Which bytes of a file were read: enough to notice that it was replaced or edited, and that it has merely grown."""

from __future__ import annotations

import hashlib
from pathlib import Path

import attrs

TAIL = 4_096
"""So many bytes before the end are compared: a page of a disk, and some forty facts."""


@attrs.frozen
class Mark:
    """A file as it was: its inode, size, time of change, and a digest of its last bytes."""

    inode: int
    size: int
    changed: int
    digest: str

    def is_still(self, path: Path) -> bool:
        """Whether the file is as it was."""
        return mark_of(path) == self

    def has_grown(self, path: Path) -> bool:
        """Whether the file is the same one, as it was up to its old end, and longer."""
        now = path.stat()
        return now.st_ino == self.inode and now.st_size > self.size and _digest(path, self.size) == self.digest


def mark_of(path: Path) -> Mark | None:
    """The mark of a file; `None` where there is none."""
    try:
        found = path.stat()
        return Mark(found.st_ino, found.st_size, found.st_mtime_ns, _digest(path, found.st_size))
    except OSError:
        return None


def _digest(path: Path, end: int) -> str:
    with path.open("rb") as file:
        file.seek(max(0, end - TAIL))
        return hashlib.sha256(file.read(min(end, TAIL))).hexdigest()
