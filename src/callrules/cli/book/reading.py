"""A book, read leniently: one bad line loses nobody; whoever it may concern rests and says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from callrules import checks
from callrules.cli.book.contacts_file import Row, read_contacts
from callrules.cli.book.history_file import Line, read_lines
from callrules.cli.book.neighbours import Neighbours
from callrules.cli.book.set_aside import lines_set_aside
from callrules.cli.book.strangers import Strangers
from callrules.cli.book.unread import Concerned
from callrules.cli.options import warn
from callrules.contact import Contact
from callrules.errors import BadInput, nearest
from callrules.facts import Fact
from callrules.history import History
from callrules.redaction import known_as, quoted

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
        self.folder = Path(folder)
        self._read_contacts()
        self._concerned = Concerned(self.rows)
        self._read_history()

    def __len__(self) -> int:
        """How many people are in it, those included who could not be read."""
        return len(self.rows)

    @cached_property
    def neighbours(self) -> Neighbours:
        """The neighbours of everybody in the book."""
        return Neighbours(self.rows, self.lines)

    def must_know(self, who: str) -> str:
        """The id as the book has it. Refuse one that is not in the book, and name the nearest."""
        known = checks.identifier(who, "contact")
        if known not in self.rows:
            raise BadInput(
                f"contact: found nobody called {quoted(who)} in the book, expected an id in it{nearest(who, self.rows)}"
            )
        return known

    def person(self, who: str) -> tuple[Contact, History] | None:
        """One contact with the history that concerns them; `None` where they could not be read, and rest."""
        contact = self.rows[who].contact()
        region = self.rows[who].region
        facts = self._facts(who, (line.fact(region) for line in self.lines.get(who, ())))
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
        if "neighbours" in self.__dict__:
            self.neighbours.add(str(line.contact))

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

    def _read_contacts(self) -> None:
        for row in read_contacts(self.folder):
            if row.id in self.rows:
                self._rest(row.id, f"{row.where}: id: found {quoted(row.id)} twice, expected each id once")
            else:
                self.rows[row.id] = row

    def _read_history(self) -> None:
        strangers, lost = Strangers(self.rows), []
        for line in read_lines(self.folder):
            whose = line.contact
            if whose in self.rows and line.trouble is None:
                self.lines[whose].append(line)
            elif whose is None or line.trouble:
                lost.append(line)
            else:
                lost += strangers.take(line)
        for whose, line in strangers.found:
            self.lines[whose].append(line)
        self.warnings += strangers.told
        self._doubt(strangers)
        self._lose(lost)
        self._remember_what_was_set_aside()

    def _doubt(self, strangers: Strangers) -> None:
        """A no of somebody who is on no card lets those rest who may be meant: an id with a slip in it, or a name."""
        for whose, line in strangers.noes:
            near = self._concerned.near(whose) | self._concerned.near(str(line.fields["contact"]))
            near |= self._concerned.by(whose.encode("utf-8", "surrogatepass"))
            if near:
                meant = f"{line.where}: contact: found a no of {quoted(whose)}, who is not in the book"
                self._all_rest(near, f"{meant}, expected the id of a contact")

    def _lose(self, lines: list[Line]) -> None:
        nobodys = []
        for line in lines:
            who = self._concerned_by(line)
            if line.torn:
                self.warnings.append(
                    f"{line.where}: found an unfinished last line and skipped it: it was never acknowledged"
                )
            elif who:
                self._all_rest(who, line.trouble or "")
            else:
                nobodys.append(line)
        if nobodys:
            raise BadInput(_nobody_can_tell(self.folder, nobodys))

    def _concerned_by(self, line: Line) -> set[str]:
        whose = {line.contact} if line.contact in self.rows else set()
        return set() if line.torn else {str(each) for each in whose} | self._concerned.by(line.text)

    def _all_rest(self, who: set[str], trouble: str) -> None:
        for each in who:
            self.resting.setdefault(each, trouble)
        self.warnings.append(f"{trouble}; {_nobody_rings(sorted(who))}")

    def _remember_what_was_set_aside(self) -> None:
        for where, text in lines_set_aside(self.folder):
            for each in self._concerned.by(text):
                self._rest(each, f"{where}: found a line that was set aside unread, and may be about them")


def _nobody_can_tell(folder: Path, lines: list[Line]) -> str:
    first, more = lines[0], len(lines) - 1
    also = f" (and {more:,} more such lines)" if more else ""
    aside = f"mend it, or put it aside with `callrules log BOOK --set-aside {first.number}`"
    return f"{folder / first.where}: found a line that cannot be read and names nobody in the book{also}: {aside}"


def _nobody_rings(who: list[str]) -> str:
    more = f" and {len(who) - SHOWN:,} more" if len(who) > SHOWN else ""
    return f"until it is mended, nobody rings {', '.join(map(known_as, who[:SHOWN]))}{more}"
