"""A section of a map laid over the columns of a file: the text, moment, number or word of a row under each field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

import attrs

from callrules import checks
from callrules.cli.imports.cell_forms import A_ROUNDED_NUMBER, by_the_clock, plain, shown, unescaped, with_case
from callrules.cli.imports.clocks import Clock, Moment
from callrules.cli.imports.columns import Columns
from callrules.cli.imports.fields import LASTING, UNITS
from callrules.cli.imports.maps import Section
from callrules.errors import BadInput, InvalidValue, folded
from callrules.numbering import spelled
from callrules.redaction import Found, kind_of

MOST_REMEMBERED = 10_000
ANYTHING_ELSE = "*"
"""Stands in a map for every word that is not listed."""
UNKNOWN_WORD = "a word that the map knows"


class Laid(Columns):
    """A section over a header. Each question answers with a text, and the column in which it was found."""

    def __init__(self, path: object, header: Sequence[str], section: Section, clock: Clock) -> None:
        """Find every column, or raise `BadInput` for one that is needed and not there, or there twice."""
        super().__init__(path, header, section)
        self.clock = clock
        self._meant: dict[tuple[str, str], Mapping[str, str] | UnknownWord] = {}
        said = {**section.otherwise, **section.fixed}
        self._unsaid = {field: {field: word} for field, word in said.items()}

    def text(self, field: str, cells: Sequence[str]) -> tuple[str, str]:
        """The text under a field; else what the map says for all; two empty texts where nobody says anything."""
        found = self.cell(field, cells)
        return found if found[0] else (self._unsaid.get(field, {}).get(field, ""), field)

    def words(self, field: str, cells: Sequence[str]) -> Mapping[str, str]:
        """Our words for the word in a cell; for an empty one those that the map says otherwise.

        Raises `InvalidValue` for a word that neither the map knows nor we: nothing is guessed.
        """
        found, column = self.cell(field, cells)
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
                raise UnknownWord(column, shown(found), UNKNOWN_WORD) from None
            raise UnknownWord(column, shown(found), error.expected) from None
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
            count = by_the_clock(found) if unit == "clock" else Decimal(found) * Decimal(UNITS[unit])
            seconds = checks.seconds(float(count), column)
        except (ArithmeticError, ValueError):
            raise InvalidValue(column, found, f"a length of time in {unit}") from None
        return int(seconds) if seconds == int(seconds) else seconds

    def number(self, field: str, cells: Sequence[str], region: str | None) -> tuple[str | None, str]:
        """The telephone number in a cell in E.164, and its column. Raises `InvalidValue` where it is not whole."""
        found, column = self.text(field, cells)
        return (self.whole(found, column, cells, region), column) if found else (None, column)

    def whole(self, found: str, column: str, cells: Sequence[str], region: str | None) -> str:
        """A number in E.164, by the calling code beside it or as people of the region dial it."""
        code, found = self.text("calling_code", cells)[0].lstrip("+0"), unescaped(found)
        number = spelled(f"+{code}{found}") if code and not found.startswith("+") else None
        number = number or spelled(found, region)
        if number is None:
            if A_ROUNDED_NUMBER.fullmatch(found):
                raise InvalidValue(column, Found("what a spreadsheet rounded"), "every digit: export numbers as text")
            how = f"nobody in {region} dials this" if region else "--region, or a column with a region, makes one whole"
            raise InvalidValue(column, kind_of(found), f"a number with its country code: {how}")
        return number

    def id(self, field: str, cells: Sequence[str]) -> tuple[str, str]:
        """An id, in one form where the system writes it in two."""
        found, column = self.text(field, cells)
        plain(found, column)
        return (with_case(found) if self.section.salesforce_ids else found), column


class UnknownWord(InvalidValue):
    """A word that neither the map knows nor we."""


def laid(path: object, header: Sequence[str], sections: Sequence[Section], clock: Clock) -> Laid:
    """The first of several sections whose columns are in the file; `BadInput` of the first where none is."""
    troubles = []
    for section in sections:
        try:
            return Laid(path, header, section, clock)
        except BadInput as error:
            troubles.append(error)
    raise troubles[0]
