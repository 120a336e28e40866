"""A file of contacts with more people in it: every byte that was there stays, but for the ends of rows that grow."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from callrules.cli.book.contacts_file import columns_of
from callrules.cli.files import decoded, read_bytes

TO_BE_QUOTED = '",\r\n'


def new_csv(columns: Sequence[str], people: Sequence[dict[str, str]]) -> bytes:
    """A file of its own: one row of names, and one for each person."""
    more = [name for name in people[0] if name not in columns]
    return "".join(_rows([*columns, *more], people, "\n", header=True)).encode()


def longer_csv(path: Path, people: Sequence[dict[str, str]]) -> bytes:
    """The same file with more rows, and a column more where the newcomers need one."""
    data = read_bytes(path)
    records = list(_records(decoded(data, path)))
    header = next(cells for cells, _ in records if any(cells))
    columns = columns_of(path, header)
    more = [name for name in people[0] if name not in columns]
    end = "\r\n" if records[0][1].endswith("\r\n") else "\n"
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    kept = _wider(records, header, more) if more else [raw for _, raw in records]
    if kept and not kept[-1].endswith(("\r", "\n")):
        kept.append(end)
    return mark + "".join([*kept, *_rows([*columns, *more], people, end)]).encode()


def longer_json(data: bytes, people: Sequence[dict[str, Any]]) -> bytes:
    """The same list with more people before its closing bracket."""
    before, bracket, after = data.rpartition(b"]")
    listed = before.rstrip()
    start = b"\n " if listed.endswith(b"[") else b",\n "
    added = ",\n ".join(json.dumps(each, ensure_ascii=False) for each in people)
    return listed + start + added.encode() + b"\n" + bracket + after


class _Lines:
    """The lines of a text, remembering those that were read since somebody asked."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._read: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._read.append(line)
            yield line

    def taken(self) -> str:
        read, self._read = "".join(self._read), []
        return read


def _records(text: str) -> Iterator[tuple[list[str], str]]:
    """Every record with the text that it was read from, its end included."""
    lines = _Lines(text)
    for cells in csv.reader(lines):
        yield cells, lines.taken()


def _wider(records: Sequence[tuple[list[str], str]], header: list[str], more: Sequence[str]) -> list[str]:
    """Every record with the new columns at its end: their names in the first, nothing in the others."""
    wide, named = [], False
    for cells, raw in records:
        text = raw.rstrip("\r\n")
        if not any(cells):
            wide.append(raw)
        elif not named:
            named = True
            wide.append(f"{text},{','.join(more)}{raw[len(text) :]}")
        else:
            missing = len(header) - len(cells) + len(more)
            wide.append(f"{text}{',' * missing}{raw[len(text) :]}")
    return wide


def _rows(columns: Sequence[str], people: Sequence[dict[str, str]], end: str, *, header: bool = False) -> Iterator[str]:
    if header:
        yield ",".join(columns) + end
    for each in people:
        yield ",".join(_cell(each.get(column, "")) for column in columns) + end


def _cell(text: str) -> str:
    """A cell that every reader of CSV reads back as it is."""
    quoted = any(each in text for each in TO_BE_QUOTED) or text != text.strip()
    return '"' + text.replace('"', '""') + '"' if quoted else text
