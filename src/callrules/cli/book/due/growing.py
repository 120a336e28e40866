"""Reading on where a journal has grown: the new lines, and everybody whom they may concern."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from pathlib import Path

from callrules.cli.book.contacts_file import Row
from callrules.cli.book.due.concerning import marks_said
from callrules.cli.book.due.store import some
from callrules.cli.book.history_file import NAME, Line, read_line

CONCERNED = "SELECT met.place FROM said JOIN met USING (mark) WHERE said.place = ?"
Spans = list[tuple[int, Line]]


class Unclear(Exception):
    """A line that only a reader of the whole book understands."""


def read_on(folder: Path, index: sqlite3.Connection, start: int) -> set[int]:
    """Take in the lines from `start` on; everybody whom they may concern. `Unclear` where the whole must be read."""
    found: dict[str, Spans] = defaultdict(list)
    for begins, line in _new_lines(folder, start):
        if line.trouble or line.contact is None:
            raise Unclear
        found[line.contact].append((begins, line))
    changed = [_take(index, who, spans) for who, spans in found.items()]
    return {*changed, *(place for (place,) in some(index, CONCERNED, changed))}


def _new_lines(folder: Path, start: int) -> Spans:
    with (folder / NAME).open("rb") as file:
        file.seek(start)
        data = file.read()
    if data and not data.endswith(b"\n"):
        raise Unclear
    lines: Spans = []
    for text in data.split(b"\n"):
        if text.strip():
            lines.append((start, read_line(0, text, ended=True)))
        start += len(text) + 1
    return lines


def _take(index: sqlite3.Connection, who: str, spans: Spans) -> int:
    known = index.execute("SELECT place, row, lines FROM people WHERE who = ?", (who,)).fetchone()
    if known is None:
        raise Unclear
    place, row, lines = known
    packed = array("Q", lines)
    for begins, line in spans:
        packed.extend((begins, len(line.text)))
    index.execute("UPDATE people SET lines = ? WHERE place = ?", (packed.tobytes(), place))
    said = marks_said(Row(*json.loads(row)), [line for _, line in spans])
    index.executemany("INSERT OR IGNORE INTO said VALUES (?, ?)", ((mark, place) for mark in said))
    return int(place)
