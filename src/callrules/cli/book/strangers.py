"""Lines of people who are on no card: whose they are where only the case differs, and which of them say no."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from callrules.cli.book.contacts_file import Row
from callrules.cli.book.history_file import Line
from callrules.errors import nearest
from callrules.facts import OptOut
from callrules.redaction import quoted


class Strangers:
    """Facts found under ids that are on no card.

    `found` are the lines, each with whose it is taken for; `noes` those that say no.
    """

    def __init__(self, rows: Mapping[str, Row]) -> None:
        """Know everybody in the book, also by an id in another case."""
        self._rows = rows
        self._folded: dict[str, list[str]] | None = None
        self._unknown: list[Line] = []
        self._in_another_case: dict[str, tuple[str, str]] = {}
        self.found: list[tuple[str, Line]] = []
        self.noes: list[tuple[str, Line]] = []

    def take(self, line: Line) -> list[Line]:
        """Take in one line; it is given back where what it says cannot be read."""
        whose = str(line.contact)
        alike = self._alike(whose)
        if len(alike) == 1:
            self._in_another_case.setdefault(whose, (alike[0], line.where))
            self.found.append((alike[0], line.of(alike[0])))
            return []
        fact = line.fact()
        if isinstance(fact, str):
            return [Line(line.number, line.text, line.fields, fact)]
        self.found.append((whose, line))
        self._unknown.append(line)
        if fact.is_opt_out or isinstance(fact, OptOut):
            self.noes.append((whose, line))
        return []

    @property
    def told(self) -> list[str]:
        """Say what is to be known about them."""
        says = [
            f"{where}: found facts of {quoted(whose)}, took them for those of {quoted(known)}: only the case differs"
            for whose, (known, where) in self._in_another_case.items()
        ]
        return says + ([self._unknown_told()] if self._unknown else [])

    def _unknown_told(self) -> str:
        first, count = self._unknown[0], len(self._unknown)
        facts = "a fact" if count == 1 else f"{count:,} facts"
        near = nearest(str(first.contact), self._rows)
        return f"{first.where}: found {facts} of people who are not in the book, such as {quoted(first.contact)}{near}"

    def _alike(self, whose: str) -> list[str]:
        if self._folded is None:
            self._folded = defaultdict(list)
            for who in self._rows:
                self._folded[who.casefold()].append(who)
        return self._folded.get(whose.casefold(), [])
