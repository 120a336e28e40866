"""The contacts of a book: `contacts.csv` with one column per field, or `contacts.json`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from callrules import checks, numbering, places
from callrules.cli.files import is_there, open_folder, read_json, read_text
from callrules.contact import Contact, Phone
from callrules.errors import BadInput, CallrulesError, InvalidValue, nearest
from callrules.redaction import quoted
from callrules.wire import read_contact

COLUMNS = tuple(field.name for field in attrs.fields(Contact))
LISTS = {"drivers", "common_ground"}
FLAGS = {"business", "red_phone"}
YES_OR_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
BETWEEN_PHONES = re.compile(r";(?!\s*ext\s*=)", re.IGNORECASE)
BLANKS = " \t"
"""What stands around a cell for the eye; ends of lines stand there only where somebody quoted them."""
PARTS = tuple(field.name for field in attrs.fields(Phone))


@attrs.frozen
class Row:
    """One contact as found: where, and the fields it holds or what is wrong with it."""

    where: str
    fields: Any = attrs.field(repr=False)
    trouble: str | None = None

    @property
    def id(self) -> str:
        """The id of the row's contact; its place where that cannot be told."""
        named = self.fields.get("id") if isinstance(self.fields, dict) else None
        try:
            return checks.identifier(named, "id")
        except InvalidValue:
            return self.where

    def text(self, field: str) -> str | None:
        """The text of a field, where it is one."""
        found = self.fields.get(field) if isinstance(self.fields, dict) else None
        return found if isinstance(found, str) else None

    @property
    def region(self) -> str | None:
        """The region that makes their numbers whole, where one is named."""
        named = self.text("region")
        return named if named and places.is_region(named) else None

    @property
    def numbers(self) -> list[str]:
        """The telephone numbers, in one form where they are whole, else as found."""
        phones = self.fields.get("phones") if isinstance(self.fields, dict) else None
        found = [each.get("number") for each in phones if isinstance(each, dict)] if isinstance(phones, list) else []
        return [numbering.spelled(each, self.region) or each for each in found if isinstance(each, str)]

    def contact(self) -> Contact | str:
        """The contact, or what is wrong with it."""
        try:
            return self.trouble or read_contact(self.fields)
        except CallrulesError as error:
            return f"{self.where}: {str(error).removeprefix('contact.')}"


def contacts_path(folder: Path) -> Path:
    """The file with the contacts of a book."""
    named = (folder / "contacts.csv", folder / "contacts.json")
    found = [path for path in named if is_there(path)]
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
        yield Row(f"{path.name}[{place}]", each)


# --- CSV -------------------------------------------------------------------------------------------------------


def csv_rows(path: Path, separator: Callable[[str], str] | None = None) -> Iterator[tuple[int, list[str]]]:
    """Every row of a CSV file with the number of its last line, blank ones left out.

    `separator` tells by the first line what stands between cells; else commas do. Raises `BadInput` for a quote
    without an end, which would take the rows after it for the words of one cell.
    """
    text = read_text(path)
    between = separator(text.partition("\n")[0]) if separator else ","
    is_odd = text.count('"') % 2 == 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=is_odd)
    try:
        for row in reader:
            if any(row):
                yield reader.line_num, row
    except csv.Error as error:
        where = f"{path}:{_first_line_of_an_odd_quote(text) if is_odd else reader.line_num}"
        raise BadInput(f"{where}: {'found a quote without an end' if is_odd else error}, expected CSV") from None


def _first_line_of_an_odd_quote(text: str) -> int:
    """The line on which the quote that has no end most likely begins: the first with an odd number of them."""
    odd = (number for number, line in enumerate(text.splitlines(), 1) if line.count('"') % 2)
    return next(odd, 1)


def header_of(path: Path, rows: Iterator[tuple[int, list[str]]]) -> list[str]:
    """The names in the first row."""
    _, header = next(rows, (0, []))
    if not header:
        raise BadInput(f"{path}: found nothing in it, expected a row of column names first")
    return header


def columns_of(path: Path, header: Sequence[str]) -> list[str]:
    """The fields that the columns stand for, whatever case they are written in."""
    names = ["_".join(name.lower().replace("-", " ").split()) for name in header]
    for place, (name, given) in enumerate(zip(names, header, strict=True), 1):
        if name not in COLUMNS:
            hint = nearest(name, COLUMNS)
            shown = quoted(given) if hint else place  # a row of somebody's data may stand where the names should
            known = f"{', '.join(COLUMNS)}{hint}"
            raise BadInput(f"{path}:1: column {shown}: found an unknown column, expected one of {known}")
        if names.count(name) > 1:
            raise BadInput(f"{path}:1: column {quoted(given)}: found it twice, expected each column once")
    if "id" not in names:
        raise BadInput(f"{path}:1: found no column 'id', expected one")
    return names


def _from_csv(path: Path) -> Iterator[Row]:
    rows = csv_rows(path)
    columns = columns_of(path, header_of(path, rows))
    for line, cells in rows:
        where = f"{path.name}:{line}"
        many = f"{where}: found {len(cells)} cells, expected {len(columns)}" if len(cells) > len(columns) else None
        yield Row(where, _fields(columns, cells), many)


def fields_of(cells: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a contact whose cells stand under these columns."""
    return _fields(list(cells), list(cells.values()))


def _fields(columns: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    return {column: _cell(column, cell) for column, cell in zip(columns, cells, strict=False) if cell.strip()}


def _cell(column: str, cell: str) -> Any:
    text = cell.strip()
    if column == "phones":
        return [_phone(each.strip()) for each in BETWEEN_PHONES.split(text) if each.strip()]
    if column in LISTS:
        return _listed(text)
    if column in FLAGS:
        return YES_OR_NO.get(text.lower(), text)
    return cell.strip(BLANKS)


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]


def _phone(text: str) -> dict[str, str]:
    """`+12065550105|mobile|Europe/Paris`: number, line, zone."""
    parts = [part.strip() for part in text.split("|")]
    given = {name: part for name, part in zip(PARTS, parts, strict=False) if part}
    return {**given, **({"more": text} if len(parts) > len(PARTS) else {})}
