"""Adding people and facts to a book: nobody who is in it is overwritten, and nothing is lost."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from callrules.checks import HALF_A_CHARACTER
from callrules.cli.contacts_file import columns_of, contacts_path, csv_rows, header_of
from callrules.cli.files import read_json, read_text
from callrules.cli.history_file import raw_lines
from callrules.cli.journal import append_locked, sync_folder
from callrules.cli.lock import sole_writer
from callrules.errors import BadInput

COLUMNS = ["id", "name", "phones", "email", "timezone", "region"]
"""What a new book asks for first; any other field of a contact may be added as a column."""


def add(folder: Path, contacts: Sequence[dict[str, str]], facts: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """Add what is not there yet; how many people and facts that were. The facts first: they ring nobody."""
    _make(folder)
    with sole_writer(folder):
        known = _known(folder)
        new_people = [each for each in contacts if each["id"] not in known]
        there = set(_ids(folder))
        new_facts = [each for each in facts if (each["contact"], each["id"]) not in there]
        if new_facts:
            append_locked(folder, new_facts)
        if new_people:
            _add_people(folder, new_people)
    return len(new_people), len(new_facts)


def _make(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: found a file, expected a folder, or nothing yet")
    folder.mkdir(parents=True, exist_ok=True)


def _path(folder: Path) -> Path | None:
    named = [folder / "contacts.csv", folder / "contacts.json"]
    return contacts_path(folder) if any(path.exists() for path in named) else None


def _known(folder: Path) -> set[str]:
    path = _path(folder)
    if path is None:
        return set()
    if path.suffix == ".json":
        return {str(each.get("id")) for each in _people(path) if isinstance(each, dict)}
    rows = csv_rows(path)
    place = columns_of(path, header_of(path, rows)).index("id")
    return {cells[place].strip() for _, cells in rows if len(cells) > place}


def _people(path: Path) -> list[Any]:
    people = read_json(path)
    if not isinstance(people, list):
        raise BadInput(f"{path}: found {type(people).__name__}, expected a list of contacts")
    return people


def _ids(folder: Path) -> Iterator[tuple[Any, Any]]:
    """Whose facts are there, by id; a line that cannot be read is left alone."""
    for _, text, _ in raw_lines(folder):
        try:
            fact = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(fact, dict) and isinstance(fact.get("id"), str):
            yield str(fact.get("contact")), fact["id"]


def _add_people(folder: Path, people: Sequence[dict[str, str]]) -> None:
    path = _path(folder)
    if path is None:
        _replace(folder / "contacts.csv", _as_csv([COLUMNS], COLUMNS, people))
    elif path.suffix == ".json":
        everybody = json.dumps([*_people(path), *people], ensure_ascii=False, indent=1)
        _replace(path, _half_characters_escaped(everybody) + "\n")
    else:
        _replace(path, _longer(path, people))


def _half_characters_escaped(text: str) -> str:
    """JSON may hold what UTF-8 cannot: it is written as it was read."""
    return HALF_A_CHARACTER.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _longer(path: Path, people: Sequence[dict[str, str]]) -> str:
    """The same file with more rows, and a column more where the newcomers need one."""
    rows = [cells for _, cells in csv_rows(path)]
    columns = columns_of(path, rows[0])
    more = [name for name in people[0] if name not in columns]
    if not more:
        text = read_text(path)
        return text + ("" if text.endswith("\n") else "\n") + _as_csv([], columns, people)
    padded = [[*cells, *[""] * (len(columns) - len(cells) + len(more))] for cells in rows[1:]]
    return _as_csv([[*rows[0], *more], *padded], [*columns, *more], people)


def _as_csv(rows: Sequence[Sequence[str]], columns: Sequence[str], people: Sequence[dict[str, str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(rows)
    writer.writerows([each.get(column, "") for column in columns] for each in people)
    return text.getvalue()


def _replace(path: Path, text: str) -> None:
    """Put a whole file in the place of the old one, or leave the old one as it is."""
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)
