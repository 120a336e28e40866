"""Adding people and facts to a book: nobody who is in it is overwritten, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from callrules import checks
from callrules.cli.book.contacts_file import columns_of, contacts_path, csv_rows, fields_of, header_of
from callrules.cli.book.history_file import parsed, raw_lines
from callrules.cli.book.journal import append_locked, replace
from callrules.cli.book.lock import sole_writer
from callrules.cli.book.longer import longer_csv, longer_json, new_csv
from callrules.cli.files import decoded, is_there, parse_json, read_bytes
from callrules.errors import BadInput, InvalidValue

COLUMNS = ["id", "name", "phones", "email", "timezone", "region"]
"""What a new book asks for first; any other field of a contact may be added as a column."""


def add(folder: Path, contacts: Sequence[dict[str, str]], facts: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """Add what is not there yet; how many people and facts that were. The facts first: they ring nobody."""
    make(folder)
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


def add_people(folder: Path, contacts: Sequence[dict[str, str]]) -> int:
    """Add the people who are not there yet; how many that were. Each has the same fields."""
    make(folder)
    with sole_writer(folder):
        known = _known(folder)
        new_people = [each for each in contacts if each["id"] not in known]
        if new_people:
            _add_people(folder, new_people)
    return len(new_people)


def make(folder: Path) -> None:
    """Make the folder of a book where there is none."""
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: found a file, expected a folder, or nothing yet")
    folder.mkdir(parents=True, exist_ok=True)


def _path(folder: Path) -> Path | None:
    named = [folder / "contacts.csv", folder / "contacts.json"]
    return contacts_path(folder) if any(is_there(path) for path in named) else None


def _known(folder: Path) -> set[str]:
    path = _path(folder)
    if path is None:
        return set()
    if path.suffix == ".json":
        people = _people(path)
        found = [each.get("id") for each in people if isinstance(each, dict)]
    else:
        rows = csv_rows(path)
        place = columns_of(path, header_of(path, rows)).index("id")
        found = [cells[place] for _, cells in rows if len(cells) > place]
    return {who for who in map(_id, found) if who}


def _id(found: Any) -> str | None:
    try:
        return checks.identifier(found, "id")
    except InvalidValue:
        return None


def _people(path: Path) -> list[Any]:
    people = parse_json(decoded(read_bytes(path), path), str(path))
    if not isinstance(people, list):
        raise BadInput(f"{path}: found {type(people).__name__}, expected a list of contacts")
    return people


def _ids(folder: Path) -> Iterator[tuple[str | None, str | None]]:
    """Yield whose facts are there, by id; a line that cannot be read is left alone."""
    for _, text, _ in raw_lines(folder):
        try:
            fact = parsed(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(fact, dict) and "id" in fact:
            yield _id(fact.get("contact")), _id(fact["id"])


def _add_people(folder: Path, people: Sequence[dict[str, str]]) -> None:
    path = _path(folder)
    if path is None:
        replace(folder / "contacts.csv", new_csv(COLUMNS, people))
    elif path.suffix == ".json":
        _people(path)
        replace(path, longer_json(read_bytes(path), [fields_of(each) for each in people]))
    else:
        replace(path, longer_csv(path, people))
