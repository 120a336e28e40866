"""Where the columns of a map stand in a file, and which of them a row fills."""

from __future__ import annotations

from collections.abc import Sequence

from callrules.cli.imports.fields import NEEDED
from callrules.cli.imports.maps import Section
from callrules.errors import BadInput, nearest
from callrules.redaction import known_as, quoted, spoken_of

MOST_COLUMNS = 12
"""So many are named where one is not found."""
NOTHING = ("", "")
DATABASES_NOTHING = {"NULL", "(null)", "\\N"}
"""How databases write an empty cell into a file; nobody is called so, and `Null` is a surname."""
NO_ID = frozenset({"null", "None", "nan", "NaN"})
"""How programs write that there is no id; a name may be spelled so, and an id is not."""


class Columns:
    """The columns of a section, found in the header of a file."""

    def __init__(self, path: object, header: Sequence[str], section: Section) -> None:
        """Find every column, or raise `BadInput` for one that is needed and not there, or there twice."""
        self.section, self._header, self._path = section, header, path
        self._folded = [name.casefold() for name in header]
        self._places = {field: self._parts(parts) for field, parts in section.columns.items()}
        nobodys = NO_ID | {*section.nobody}
        self._nobodys = {"id": nobodys, "contact": nobodys, "account": section.nobody}
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
        found = (self._first(field, part, cells) for part in self._places.get(field, ()))
        return [each for each in found if each[0]]

    def cell(self, field: str, cells: Sequence[str]) -> tuple[str, str]:
        """The text in the first column of a field in which something stands, and that column's name."""
        for part in self._places.get(field, ()):
            found = self._first(field, part, cells)
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

    def _first(self, field: str, part: Sequence[int], cells: Sequence[str]) -> tuple[str, str]:
        nobodys = self._nobodys.get(field, ())
        for place in part:
            found = cells[place].strip()
            if found and found not in DATABASES_NOTHING and found not in nobodys:
                return found, self._header[place]
        return NOTHING

    def _parts(self, parts: Sequence[Sequence[str]]) -> list[list[int]]:
        places = [[place for name in part if (place := self._place(name)) is not None] for part in parts]
        return [part for part in places if part]

    def _place(self, name: str) -> int | None:
        times = self._folded.count(name.casefold())
        if times > 1:
            raise BadInput(f"{self._path}:1: column '{spoken_of(name)}': found it twice, expected it once")
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
        column = " or ".join(f"'{spoken_of(name)}'" for name in names[:3])
        near = nearest(names[0], self._header) if names else ""
        return BadInput(f"{self._path}:1: column {column}: found it nowhere, expected it among {known}{near}")
