"""The contacts of a book: `contacts.csv` with one column per field, or `contacts.json`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from callrules.cli.files import open_folder, read_json, read_text
from callrules.contact import Contact, Phone
from callrules.errors import BadInput, CallrulesError, nearest
from callrules.wire import read_contact

COLUMNS = tuple(field.name for field in attrs.fields(Contact))
LISTS = {"drivers", "common_ground"}
FLAGS = {"business", "red_phone"}
YES_OR_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
PARTS = tuple(field.name for field in attrs.fields(Phone))


@attrs.frozen
class Row:
    """One contact as found: where, whose, and what it says, or what is wrong with it."""

    where: str
    id: str | None
    contact: Contact | None = None
    trouble: str | None = None


def contacts_path(folder: Path) -> Path:
    """The file with the contacts of a book."""
    found = [path for path in (folder / "contacts.csv", folder / "contacts.json") if path.exists()]
    if len(found) != 1:
        these = "both contacts.csv and contacts.json" if found else "neither contacts.csv nor contacts.json"
        raise BadInput(f"{folder}: found {these}, expected one of them")
    return found[0]


def read_contacts(folder: Path) -> Iterator[Row]:
    """Every contact of a book, in order. A bad row is told, not skipped; a bad file is `BadInput`."""
    path = contacts_path(open_folder(folder))
    return _from_csv(path) if path.suffix == ".csv" else _from_json(path)


# --- JSON ------------------------------------------------------------------------------------------------------


def _from_json(path: Path) -> Iterator[Row]:
    contacts = read_json(path)
    if not isinstance(contacts, list):
        raise BadInput(f"{path}: found {type(contacts).__name__}, expected a list of contacts")
    for place, each in enumerate(contacts):
        yield _row(each, f"{path.name}[{place}]")


def _row(fields: Any, where: str) -> Row:
    named = fields.get("id") if isinstance(fields, dict) else None
    who = named if isinstance(named, str) and named.strip() else None
    try:
        return Row(where, who, contact=read_contact(fields, where))
    except CallrulesError as error:
        return Row(where, who, trouble=str(error))


# --- CSV -------------------------------------------------------------------------------------------------------


def csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Every row of a CSV file with the number of its last line, blank ones left out."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""))
    try:
        for row in reader:
            if any(row):
                yield reader.line_num, row
    except csv.Error as error:
        raise BadInput(f"{path}:{reader.line_num}: {error}, expected CSV") from None


def header_of(path: Path, rows: Iterator[tuple[int, list[str]]]) -> list[str]:
    """The names in the first row."""
    _, header = next(rows, (0, []))
    if not header:
        raise BadInput(f"{path}: found nothing in it, expected a row of column names first")
    return header


def columns_of(path: Path, header: Sequence[str]) -> list[str]:
    """The fields that the columns stand for, whatever case they are written in."""
    names = ["_".join(name.lower().replace("-", " ").split()) for name in header]
    for name, given in zip(names, header, strict=True):
        if name not in COLUMNS:
            raise BadInput(f"{path}:1: column {given!r}: found an unknown column, expected one of {', '.join(COLUMNS)}{nearest(name, COLUMNS)}")
        if names.count(name) > 1:
            raise BadInput(f"{path}:1: column {given!r}: found it twice, expected each column once")
    if "id" not in names:
        raise BadInput(f"{path}:1: found no column 'id', expected one")
    return names


def _from_csv(path: Path) -> Iterator[Row]:
    rows = csv_rows(path)
    columns = columns_of(path, header_of(path, rows))
    for line, cells in rows:
        where = f"{path.name}:{line}"
        if len(cells) > len(columns):
            who = dict(zip(columns, cells, strict=False))["id"].strip() or None
            yield Row(where, who, trouble=f"{where}: found {len(cells)} cells, expected {len(columns)}")
        else:
            yield _row(_fields(columns, cells), where)


def _fields(columns: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    return {column: _cell(column, cell) for column, cell in zip(columns, cells, strict=False) if cell.strip()}


def _cell(column: str, cell: str) -> Any:
    text = cell.strip()
    if column == "phones":
        return [_phone(each) for each in _listed(text)]
    if column in LISTS:
        return _listed(text)
    if column in FLAGS:
        return YES_OR_NO.get(text.lower(), text)
    return text


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]


def _phone(text: str) -> dict[str, str]:
    """`+12065550105|mobile|Europe/Paris`: number, line, zone."""
    parts = [part.strip() for part in text.split("|")]
    given = {name: part for name, part in zip(PARTS, parts, strict=False) if part}
    return {**given, **({"more": text} if len(parts) > len(PARTS) else {})}
