"""A book, read leniently: one bad line loses nobody; whoever it may concern rests and says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from callrules.cli.contacts_file import Row, read_contacts
from callrules.cli.history_file import Line, read_lines
from callrules.cli.neighbours import Neighbours
from callrules.cli.options import warn
from callrules.cli.unread import Concerned
from callrules.contact import Contact
from callrules.errors import BadInput, nearest
from callrules.facts import Fact
from callrules.history import History
from callrules.shown import known_as, quoted

SHOWN = 5
MOST_WARNINGS = 10


class Book:
    """Everybody in a folder, and what has happened, read when somebody asks for it.

    `resting` says why some people could not be read. It grows while people are looked at.
    """

    def __init__(self, folder: str | Path) -> None:
        """Open the book in a folder, or raise `BadInput`."""
        self.rows: dict[str, Row] = {}
        self.resting: dict[str, str] = {}
        self.lines: dict[str, list[Line]] = defaultdict(list)
        self.warnings: list[str] = []
        self._read_contacts(Path(folder))
        self._read_history(Path(folder))

    def __len__(self) -> int:
        """How many people are in it, those included who could not be read."""
        return len(self.rows)

    @cached_property
    def neighbours(self) -> Neighbours:
        """Whose facts concern whom."""
        return Neighbours(self.rows, self.lines)

    def must_know(self, who: str) -> None:
        """Refuse an id that is not in the book, and name the nearest."""
        if who not in self.rows:
            raise BadInput(
                f"contact: found nobody called {quoted(who)} in the book, expected an id in it{nearest(who, self.rows)}"
            )

    def person(self, who: str) -> tuple[Contact, History] | None:
        """One contact with the history that concerns them; `None` where they could not be read, and rest."""
        contact = self.rows[who].contact()
        facts = self._facts(who, (line.fact() for line in self.lines.get(who, ())))
        if isinstance(contact, str):
            self._rest(who, contact)
            return None
        facts += self._facts(who, self.neighbours.of(contact))
        return None if who in self.resting else (contact, History(facts, contact=contact))

    def people(self, wanted: Callable[[Row], bool] = bool) -> Iterator[tuple[Contact, History]]:
        """Everybody who is wanted and could be read, one by one; the others rest."""
        people = (self.person(who) for who, row in self.rows.items() if wanted(row))
        return (person for person in people if person)

    def add(self, line: Line) -> None:
        """Take in one more line."""
        self.lines[str(line.contact)].append(line)

    def tell(self) -> None:
        """Say on stderr what could not be read: the first few lines of it."""
        for each in self.warnings[:MOST_WARNINGS]:
            warn(each)
        if len(self.warnings) > MOST_WARNINGS:
            warn(f"and {len(self.warnings) - MOST_WARNINGS:,} more lines like these")

    def _facts(self, who: str, read: Iterable[Fact | str]) -> list[Fact]:
        facts = []
        for fact in read:
            if isinstance(fact, str):
                self._rest(who, fact)
            else:
                facts.append(fact)
        return facts

    def _rest(self, who: str, trouble: str) -> None:
        if self.resting.setdefault(who, trouble) is trouble:
            self.warnings.append(f"{trouble}; {_nobody_rings([who])}")

    def _read_contacts(self, folder: Path) -> None:
        for row in read_contacts(folder):
            if row.id in self.rows:
                self._rest(row.id, f"{row.where}: id: found {quoted(row.id)} twice, expected each id once")
            else:
                self.rows[row.id] = row

    def _read_history(self, folder: Path) -> None:
        lost, strangers = [], []
        for line in read_lines(folder):
            if line.contact is None:
                lost.append(line)
            else:
                self.add(line)
                strangers += [] if line.contact in self.rows else [line]
        self._meet(strangers)
        concerned = Concerned(self.rows.values()) if lost else None
        for line in lost:
            self._lose(line, concerned.by(line) if concerned else [])

    def _meet(self, strangers: list[Line]) -> None:
        if strangers:
            first, count = strangers[0], len(strangers)
            facts = "a fact" if count == 1 else f"{count:,} facts"
            near = nearest(str(first.contact), self.rows)
            self.warnings.append(
                f"{first.where}: found {facts} of people who are not in the book, such as {quoted(first.contact)}{near}"
            )

    def _lose(self, line: Line, who: Iterable[str]) -> None:
        if line.torn:
            self.warnings.append(
                f"{line.where}: found an unfinished last line and skipped it: it was never acknowledged"
            )
            return
        for each in who:
            self.resting.setdefault(each, line.trouble or "")
        self.warnings.append(f"{line.trouble}; {_nobody_rings(sorted(who))}")


def _nobody_rings(who: list[str]) -> str:
    if not who:
        return "it names nobody in the book"
    more = f" and {len(who) - SHOWN:,} more" if len(who) > SHOWN else ""
    return f"until it is mended, nobody rings {', '.join(map(known_as, who[:SHOWN]))}{more}"
