"""A section of a map laid over the columns of a file: what stands in a row under each field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

import attrs

from callrules.cli.imports.clocks import Clock, Moment
from callrules.cli.imports.fields import LASTING, NEEDED, UNITS
from callrules.cli.imports.maps import Section
from callrules.errors import BadInput, InvalidValue, folded, nearest
from callrules.numbering import spelled
from callrules.redaction import Found, kind_of, known_as, quoted

MOST_COLUMNS = 12
"""So many are named where one is not found."""
A_CLOCK = re.compile(r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)")
MOST_REMEMBERED = 10_000
ANYTHING_ELSE = "*"
"""Stands in a map for every word that is not listed."""
UNKNOWN_WORD = "a word that the map knows"
SHORT, LONG = 15, 18
"""Letters of a Salesforce id, with and without the three that tell upper from lower case."""
CHECKED_BY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
NOTHING = ("", "")


class Laid:
    """A section over a header. Each question answers with a text, and the column in which it was found."""

    def __init__(self, path: object, header: Sequence[str], section: Section, clock: Clock) -> None:
        """Find every column, or raise `BadInput` for one that is needed and not there, or there twice."""
        self.section, self.clock, self._header, self._path = section, clock, header, path
        self._folded = [name.casefold() for name in header]
        self._places = {field: self._parts(parts) for field, parts in section.columns.items()}
        self._meant: dict[tuple[str, str], Mapping[str, str] | UnknownWord] = {}
        said = {**section.otherwise, **section.fixed}
        self._unsaid = {field: {field: word} for field, word in said.items()}
        self._where = {self._needed(name): words for name, words in section.where.items()}
        for needed in NEEDED[section.kind]:
            self._refuse_without(needed)

    @property
    def absent(self) -> list[str]:
        """The fields for which the map names columns and the file has none."""
        return [field for field, parts in self._places.items() if not any(parts)]

    def is_wanted(self, cells: Sequence[str]) -> bool:
        """Whether the row is one of those that the map speaks of."""
        return all(
            cells[place].strip().casefold() in {word.casefold() for word in words}
            for place, words in self._where.items()
        )

    def parts(self, field: str, cells: Sequence[str]) -> list[tuple[str, str]]:
        """The texts found of each part of a field."""
        found = (self._first(part, cells) for part in self._places.get(field, ()))
        return [each for each in found if each[0]]

    def text(self, field: str, cells: Sequence[str]) -> tuple[str, str]:
        """The text under a field; two empty ones where nothing stands there."""
        for part in self._places.get(field, ()):
            found = self._first(part, cells)
            if found[0]:
                return found
        return NOTHING

    def column(self, field: str) -> str:
        """The first column of a field in the file, else in the map; the field's own name where there is none."""
        found = [self._header[place] for part in self._places.get(field, ()) for place in part]
        return next(iter((*found, *(name for part in self.section.columns.get(field, ()) for name in part), field)))

    def has(self, field: str) -> bool:
        """Whether the file has a column for a field."""
        return any(self._places.get(field, ()))

    def words(self, field: str, cells: Sequence[str]) -> Mapping[str, str]:
        """Our words for the word in a cell; for an empty one those that the map says otherwise.

        Raises `InvalidValue` for a word that neither the map knows nor we: nothing is guessed.
        """
        found, column = self.text(field, cells)
        if not found:
            return self._unsaid.get(field, {})
        meant = self._meant.get((field, found))
        if meant is None:
            if len(self._meant) >= MOST_REMEMBERED:
                self._meant.clear()
            meant = self._meant[field, found] = self._meaning(field, found, column)
        if isinstance(meant, InvalidValue):
            raise UnknownWord(column, meant.found, meant.expected)
        return meant

    def _meaning(self, field: str, found: str, column: str) -> Mapping[str, str] | UnknownWord:
        """Find once what a word means: the nearest of ours is looked for only where nobody knows it."""
        known = self.section.values.get(field, {})
        meant = known.get(found.casefold(), known.get(ANYTHING_ELSE))
        try:
            return meant or {field: self._ours(field, found, column, bool(known))}
        except UnknownWord as error:
            return error

    def _ours(self, field: str, found: str, column: str, has_table: bool) -> str:  # noqa: FBT001 - said once, above
        check = LASTING.get(field)
        if check is None:
            return found
        try:
            check(folded(found), column)
        except InvalidValue as error:
            if has_table:
                raise UnknownWord(column, Found(quoted(found)), UNKNOWN_WORD) from None
            raise UnknownWord(column, Found(quoted(found)), error.expected) from None
        return folded(found)

    def moment(self, field: str, cells: Sequence[str]) -> Moment | None:
        """The moment in a cell, on the clock of the map."""
        found, column = self.text(field, cells)
        return self.clock.read(found, column) if found else None

    def day(self, field: str, cells: Sequence[str]) -> dt.date | None:
        """The day in a cell, as written; of an instant, that in UTC."""
        found, column = self.text(field, cells)
        if not found:
            return None
        moment = attrs.evolve(self.clock, zone="UTC").read(found, column)
        return moment.day or moment.at.date()

    def seconds(self, field: str, cells: Sequence[str]) -> float | None:
        """The seconds that a cell counts in the unit of the map."""
        found, column = self.text(field, cells)
        if not found:
            return None
        unit = self.section.duration_in
        try:
            count = _by_the_clock(found) if unit == "clock" else Decimal(found) * Decimal(UNITS[unit])
            seconds = float(count)
        except (ArithmeticError, ValueError):
            raise InvalidValue(column, found, f"a length of time in {unit}") from None
        return int(seconds) if seconds.is_integer() else seconds

    def number(self, field: str, cells: Sequence[str], region: str | None) -> tuple[str | None, str]:
        """The telephone number in a cell in E.164, and its column. Raises `InvalidValue` where it is not whole."""
        found, column = self.text(field, cells)
        return (self.whole(found, column, cells, region), column) if found else (None, column)

    def whole(self, found: str, column: str, cells: Sequence[str], region: str | None) -> str:
        """A number in E.164, by the calling code beside it or as people of the region dial it."""
        code = self.text("calling_code", cells)[0].lstrip("+0")
        number = spelled(f"+{code}{found}") if code and not found.startswith("+") else None
        number = number or spelled(found, region)
        if number is None:
            expected = "a number with its country code: --region, or a column with a region, makes one whole"
            raise InvalidValue(column, kind_of(found), expected)
        return number

    def id(self, field: str, cells: Sequence[str]) -> tuple[str, str]:
        """An id, in one form where the system writes it in two."""
        found, column = self.text(field, cells)
        return (with_case(found) if self.section.salesforce_ids else found), column

    # --- columns -------------------------------------------------------------------------------------------------

    def _first(self, part: Sequence[int], cells: Sequence[str]) -> tuple[str, str]:
        for place in part:
            found = cells[place].strip()
            if found:
                return found, self._header[place]
        return NOTHING

    def _parts(self, parts: Sequence[Sequence[str]]) -> list[list[int]]:
        places = [[place for name in part if (place := self._place(name)) is not None] for part in parts]
        return [part for part in places if part]

    def _place(self, name: str) -> int | None:
        times = self._folded.count(name.casefold())
        if times > 1:
            raise BadInput(f"{self._path}:1: column {quoted(name)}: found it twice, expected it once")
        return self._folded.index(name.casefold()) if times else None

    def _needed(self, name: str) -> int:
        place = self._place(name)
        if place is None:
            raise self._not_found([name])
        return place

    def _refuse_without(self, needed: Sequence[str]) -> None:
        fixed = self.section.fixed
        if not any(self.has(field) or field in fixed for field in needed):
            columns = self.section.columns
            raise self._not_found([name for field in needed for part in columns.get(field, ()) for name in part])

    def _not_found(self, names: Sequence[str]) -> BadInput:
        if len(self._header) == 1:
            one = quoted(self._header[0])
            return BadInput(f"{self._path}:1: found one column, {one}, expected several: name what stands between them")
        known = ", ".join(map(known_as, self._header[:MOST_COLUMNS]))
        column = " or ".join(map(quoted, names[:3]))
        near = nearest(names[0], self._header) if names else ""
        return BadInput(f"{self._path}:1: column {column}: found it nowhere, expected it among {known}{near}")


class UnknownWord(InvalidValue):
    """A word that neither the map knows nor we."""


def _by_the_clock(text: str) -> int:
    found = A_CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(each or 0) for each in found.groups())
    return hours * 3600 + minutes * 60 + seconds


def with_case(found: str) -> str:
    """A Salesforce id of 15 letters as its 18: three more say which of them are upper case; all else as it is."""
    if len(found) != SHORT or not (found.isascii() and found.isalnum()):
        return found
    fives = (found[start : start + 5] for start in range(0, SHORT, 5))
    return found + "".join(
        CHECKED_BY[sum(1 << place for place, each in enumerate(five) if each.isupper())] for five in fives
    )


def laid(path: object, header: Sequence[str], sections: Sequence[Section], clock: Clock) -> Laid:
    """The first of several sections whose columns are in the file; `BadInput` of the first where none is."""
    troubles = []
    for section in sections:
        try:
            return Laid(path, header, section, clock)
        except BadInput as error:
            troubles.append(error)
    raise troubles[0]
