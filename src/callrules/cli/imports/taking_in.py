"""Taking a file into a book: row by row, in batches that are on the disk, with every row counted once."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from typing import Any, Protocol

from callrules.cli.book.additions import add_people
from callrules.cli.files import STDIN, open_regular
from callrules.cli.imports.cards import Cards
from callrules.cli.imports.cells import Laid, laid
from callrules.cli.imports.entries import CHANGED, NEW, Entries
from callrules.cli.imports.fields import CONTACTS
from callrules.cli.imports.happenings import Happened, Happenings
from callrules.cli.imports.maps import Section
from callrules.cli.imports.people import People, Person
from callrules.cli.imports.refusals import Refusal
from callrules.cli.imports.rest import Rest
from callrules.cli.imports.tables import Row, Table
from callrules.cli.imports.tally import Tally
from callrules.cli.imports.task import Task, Writer
from callrules.cli.screen.drawing import progress
from callrules.contact import Contact
from callrules.errors import BadInput, InvalidValue
from callrules.redaction import Found
from callrules.wire import write_moment


class Rows(Protocol):
    """A file of rows under names."""

    @property
    def header(self) -> list[str]:
        """The names of its columns."""

    @property
    def separator(self) -> str:
        """The letter between cells."""

    def rows(self) -> Iterator[Row | Refusal]:
        """Every row, or why it cannot be read."""

    def close(self) -> None:
        """Close the file."""


def take_in(task: Task, kind: str, table: Rows | None = None) -> Tally:
    """Take the rows of a file into a book. Raises `BadInput` where the file as a whole cannot be read."""
    sections = task.map.sections.get(kind)
    if not sections:
        raise BadInput(f"the map {task.map.name!r}: found nothing about {kind}, expected a table [{kind}]")
    wanted = [name for section in sections for name in section.names]
    rows: Rows = table or Table(task.file, task.map.form, wanted)
    with closing(rows):
        return _taken(task, kind, rows, sections)


def _taken(task: Task, kind: str, rows: Rows, sections: Sequence[Section]) -> Tally:
    over = laid(task.file, rows.header, sections, task.map.clock)
    tally = Tally(notes=_notes(over))
    read = iter(progress(rows.rows(), _lines_in(task.file), "reading"))
    first = next(read, None)
    if first is None:
        raise BadInput(f"{task.file}:1: found column names and nothing else, expected at least one row")
    with task.alone(), Rest(None if task.dry_run else task.rest, rows.header, rows.separator) as rest:
        found = _readable(chain([first], read), over, tally, rest)
        (_take_people if kind == CONTACTS else _take_facts)(task, over, tally, found, rest)
    return tally


def _notes(over: Laid) -> list[str]:
    absent = ", ".join(over.absent)
    return [f"no column in the file for: {absent}"] if absent else []


def _lines_in(file: str) -> int:
    """Count the lines of a file, where somebody watches."""
    if file == STDIN or not sys.stderr.isatty():
        return 0
    with open_regular(file) as opened:
        return sum(1 for _ in opened)


def _readable(rows: Iterator[Row | Refusal], over: Laid, tally: Tally, rest: Rest) -> Iterator[Row]:
    """The rows that can be read and are spoken of; the others are counted."""
    for row in rows:
        tally.rows += 1
        if isinstance(row, Refusal):
            tally.refuse(row)
            rest.keep(row)
        elif over.is_wanted(row.cells):
            tally.line = row.line
            yield row
        else:
            tally.left_out += 1


# --- facts -------------------------------------------------------------------------------------------------------


def _take_facts(task: Task, over: Laid, tally: Tally, rows: Iterator[Row], rest: Rest) -> None:
    cards, entries = Cards(task.book), Entries(task.book)
    happenings = Happenings(over, task.map.name, cards, tally, task.given.get("region"))
    writer, named = Writer(task), over.column("id")
    for row in rows:
        try:
            happened = happenings.of(row)
            state = entries.state(happened.fact, named)
        except InvalidValue as error:
            rest.keep(tally.refuse_for(row.line, error, row.text))
            tally.noes_refused += happenings.said_no
            continue
        tally.count(state)
        if state in {NEW, CHANGED}:
            tally.look_ahead(happened.fact["at"], task.now)
            writer.take([*_version(happened, state, task.now), *_beside(happened, entries, tally)])
    writer.flush()
    tally.people = _come(task, cards)


def _version(happened: Happened, state: str, now: dt.datetime) -> list[dict[str, Any]]:
    """The fact; one that was there otherwise is a later version, known since now."""
    return [{**happened.fact, **({"recorded": write_moment(now)} if state == CHANGED else {})}]


def _beside(happened: Happened, entries: Entries, tally: Tally) -> list[dict[str, Any]]:
    new = [each for each in happened.beside if not entries.holds(each)]
    tally.beside["opt_out"] += len(new)
    return new


def _come(task: Task, cards: Cards) -> int:
    """Put whoever is on no card yet into the book, with the numbers at which they were rung."""
    people = [{"id": who, "phones": "; ".join(numbers), **task.given} for who, numbers in cards.newcomers.items()]
    if not people or task.dry_run:
        return len(people)
    return add_people(task.book, people)


# --- people ------------------------------------------------------------------------------------------------------


def _take_people(task: Task, over: Laid, tally: Tally, rows: Iterator[Row], rest: Rest) -> None:
    people = People(over, task.map.name, tally, given=task.given, now=task.now, zones=task.zones)
    crowd = _Crowd(task, tally)
    for row in rows:
        try:
            person = people.of(row)
            _refuse_a_second(person.cells, crowd.seen, over.column("id"))
        except InvalidValue as error:
            rest.keep(tally.refuse_for(row.line, error, row.text))
            if people.may_say_no(row):
                noes = people.noes_beside(row, crowd.known)
                tally.noes_refused += not noes
                crowd.write(noes)
        else:
            crowd.take(person)
    crowd.come()


class _Crowd:
    """The people of one file on their way into a book."""

    def __init__(self, task: Task, tally: Tally) -> None:
        self._task, self._tally = task, tally
        self._cards, self._entries, self._writer = Cards(task.book), Entries(task.book), Writer(task)
        self._new = list[dict[str, str]]()
        self.seen = dict[str, Contact]()

    def known(self, who: str) -> Contact | None:
        """Somebody of this file, or of the book."""
        return self.seen.get(who) or (self._cards.contact(who) if who in self._cards else None)

    def write(self, noes: Sequence[dict[str, Any]]) -> None:
        """Write down the noes that the book does not hold yet."""
        fresh = [no for no in noes if not self._entries.holds(no)]
        self._tally.beside["opt_out"] += len(fresh)
        self._writer.take(fresh)

    def take(self, person: Person) -> None:
        """Take somebody in; who is on a card already stays as they are."""
        self.seen[person.contact.id] = person.contact
        self.write(person.noes)
        if person.contact.id in self._cards:
            self._tally.count("there")
            self._tally.compare(person.contact, self._cards.contact(person.contact.id), person.cells)
        else:
            self._tally.count(NEW)
            self._new.append(person.cells)

    def come(self) -> None:
        """Put everybody who is new into the book."""
        self._writer.flush()
        self._tally.people = len(self._new)
        if self._new and not self._task.dry_run:
            add_people(self._task.book, self._new)


def _refuse_a_second(cells: dict[str, str], seen: Mapping[str, Contact], column: str) -> None:
    if cells["id"] in seen:
        raise InvalidValue(column, Found("an id that comes twice"), "each person once")
