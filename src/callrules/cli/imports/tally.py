"""The count of an import: every row is new, there already, changed, left out or refused, and the sum is the file."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from callrules.cli.imports.cells import UnknownWord
from callrules.cli.imports.refusals import Refusal, refusal
from callrules.contact import Contact
from callrules.errors import InvalidValue
from callrules.redaction import known_as, spoken_of

A_DAY = dt.timedelta(days=1)
MOST_KEPT = 1_000
"""So many refusals are told one by one; the others are counted."""
MOST_NAMED = 5
MOST_WORDS = 200
"""So many different words that nobody knows are listed."""


@attrs.define
class Tally:
    """The count of what became of the rows of one file."""

    rows: int = 0
    new: int = 0
    there: int = 0
    changed: int = 0
    left_out: int = 0
    refused: int = 0
    people: int = 0
    refusals: list[Refusal] = attrs.field(factory=list)
    cells: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    lines_of_cells: dict[tuple[str, str], list[int]] = attrs.field(factory=dict)
    line: int = 0
    unknown: dict[str, Counter[str]] = attrs.field(factory=dict)
    noes_refused: int = 0
    days_without_time: int = 0
    ahead: int = 0
    beside: Counter[str] = attrs.field(factory=Counter)
    otherwise: Counter[str] = attrs.field(factory=Counter)
    zones: Counter[str] = attrs.field(factory=Counter)
    zoneless: list[str] = attrs.field(factory=list)
    notes: list[str] = attrs.field(factory=list)

    @property
    def adds_up(self) -> bool:
        """Whether every row is counted once."""
        return self.rows == self.new + self.there + self.changed + self.left_out + self.refused

    def refuse(self, why: Refusal) -> None:
        """Count a row that was not taken."""
        self.refused += 1
        if len(self.refusals) < MOST_KEPT:
            self.refusals.append(why)

    def refuse_for(self, line: int, error: InvalidValue, text: str) -> Refusal:
        """The same for a value in the row; words that nobody knows are counted by themselves."""
        if isinstance(error, UnknownWord):
            self._count_word(error.field, str(error.found).strip("'"))
        why = refusal(line, error, text)
        self.refuse(why)
        return why

    def _count_word(self, column: str, word: str) -> None:
        words = self.unknown.setdefault(spoken_of(column), Counter())
        words[word if word in words or len(words) < MOST_WORDS else "(others)"] += 1

    def look_ahead(self, at: str, now: dt.datetime) -> None:
        """Count a fact that lies ahead of the clock: nobody whom it concerns is rung before it."""
        self.ahead += dt.datetime.fromisoformat(at) > now + A_DAY

    def compare(self, found: Contact, known: Contact | None, cells: Mapping[str, str]) -> None:
        """Count the fields in which a row says something else than the card in the book, which stays as it is."""
        if known is not None:
            said = (field for field, cell in cells.items() if cell)
            self.otherwise.update(each for each in said if getattr(found, each) != getattr(known, each))

    def leave_out(self, error: InvalidValue) -> None:
        """Count a cell that was left out of a row that was taken."""
        what = spoken_of(error.field), error.expected.partition(": ")[0]
        self.cells[what] += 1
        lines = self.lines_of_cells.setdefault(what, [])
        if len(lines) < MOST_NAMED and self.line not in lines:
            lines.append(self.line)

    def count(self, state: str) -> None:
        """Count a row as `new`, `there` or `changed`."""
        setattr(self, state, getattr(self, state) + 1)

    def lines(self) -> Iterator[str]:
        """Say what else is to be known, in whole sentences."""
        for (column, expected), count in self.cells.most_common():
            where = _lines(self.lines_of_cells.get((column, expected), []), count)
            yield f"column '{column}': left out {_cells(count)}{where}, expected {expected}"
        for column, words in self.unknown.items():
            told = ", ".join(f"'{word}' {count:,}x" for word, count in words.most_common(12))
            more = f", and {len(words) - 12:,} more" if len(words) > 12 else ""  # noqa: PLR2004 - as many as above
            yield f"column '{column}': words that nobody knows: {told}{more}: add them to `values` of your map"
        if self.otherwise:
            told = ", ".join(f"{field} {count:,}x" for field, count in self.otherwise.most_common())
            yield f"the file says otherwise than the cards in the book, which stay as they are: {told}"
        if self.zones:
            yield f"zones by number: {', '.join(f'{how} {count:,}x' for how, count in sorted(self.zones.items()))}"
        if self.zoneless:
            told, count = ", ".join(map(known_as, self.zoneless[:MOST_NAMED])), len(self.zoneless)
            more = f" and {count - MOST_NAMED:,} more" if count > MOST_NAMED else ""
            yield f"until a timezone or a region is noted, nobody rings {told}{more}: their numbers name no zone"
        if self.days_without_time:
            rows = "1 row names" if self.days_without_time == 1 else f"{self.days_without_time:,} rows name"
            yield f"{rows} a day and no time: taken for noon"
        if self.ahead:
            rows = "1 row lies" if self.ahead == 1 else f"{self.ahead:,} rows lie"
            yield f"{rows} ahead of the clock: whoever is concerned rests until then"
        if self.noes_refused:
            yield f"{self.noes_refused:,} of the refused rows say, or may say, stop calling: mend these first"
        yield from self.notes

    def written(self) -> dict[str, Any]:
        """The count for programs."""
        return {
            "rows": self.rows,
            "new": self.new,
            "there": self.there,
            "changed": self.changed,
            "left_out": self.left_out,
            "refused": self.refused,
            "people": self.people,
            "beside": dict(self.beside),
            "unknown": {column: dict(words.most_common()) for column, words in self.unknown.items()},
            "cells": [
                {"column": column, "expected": why, "count": n, "lines": self.lines_of_cells.get((column, why), [])}
                for (column, why), n in self.cells.most_common()
            ],
            "otherwise": dict(self.otherwise),
            "zones": dict(self.zones),
            "zoneless": list(self.zoneless),
            "noes_refused": self.noes_refused,
            "ahead": self.ahead,
            "days_without_time": self.days_without_time,
            "notes": list(self.notes),
            "refusals": [each.written() for each in self.refusals],
        }


def _cells(count: int) -> str:
    return "a cell" if count == 1 else f"{count:,} cells"


def _lines(lines: list[int], count: int) -> str:
    """Tell where they stand, at least the first of them."""
    if not lines:
        return ""
    told = ", ".join(map(str, lines)) + (", …" if count > len(lines) else "")
    return f" ({'line' if count == 1 else 'lines'} {told})"
