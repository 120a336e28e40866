"""Lines that nobody can read and that name nobody: put aside into `history.torn`, and read there for names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from callrules.cli.book.history_file import NAME, Line, raw_lines, read_line
from callrules.cli.book.journal import TORN, keep, replace
from callrules.cli.book.lock import sole_writer
from callrules.cli.files import is_there, read_bytes
from callrules.errors import BadInput

HEADING = b"# set aside unread: "
"""Before each line that was put aside by a person; what a killed writer left has none, and was never acknowledged."""


def set_aside(folder: Path, number: int) -> str:
    """Move a line that cannot be read to `history.torn`; what is said about it. `BadInput` where it can be."""
    with sole_writer(folder):
        text = _unreadable(folder, number).text
        keep(folder / TORN, HEADING + f"{NAME}:{number}\n".encode() + text)
        _blank(folder / NAME, number)
    return f"{NAME}:{number}: set aside into {TORN}, which is read for names"


def _unreadable(folder: Path, number: int) -> Line:
    found = next((read_line(*each) for each in raw_lines(folder) if each[0] == number), None)
    if found is None:
        raise BadInput(f"{folder / NAME}:{number}: found no such line, expected the number of one that cannot be read")
    if found.trouble is None and not isinstance(found.fact(), str):
        raise BadInput(f"{folder / NAME}:{number}: found a fact that can be read, expected a line that cannot")
    return found


def _blank(path: Path, number: int) -> None:
    """Empty one line, so that all others keep their numbers."""
    lines = read_bytes(path).split(b"\n")
    lines[number - 1] = b""
    replace(path, b"\n".join(lines))


def lines_set_aside(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every line that was put aside, with its place."""
    path = folder / TORN
    lines = read_bytes(path).split(b"\n") if is_there(path) else []
    for number, (heading, text) in enumerate(pairwise(lines), start=2):
        if heading.startswith(HEADING):
            yield f"{TORN}:{number}", text
