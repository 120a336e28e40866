"""A book, read leniently: one bad line loses nobody; whoever it may concern rests and says so."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import attrs

from callrules.cli.contacts_file import read_contacts
from callrules.cli.history_file import Line, raw_lines, read_line
from callrules.cli.neighbours import Neighbours
from callrules.cli.options import warn
from callrules.contact import Contact
from callrules.errors import BadInput, nearest
from callrules.facts import Fact
from callrules.history import History
from callrules.step import Because, Rest

T = TypeVar("T")
Watched = Callable[[Iterable[T], int, str], Iterable[T]]
SHOWN = 5
QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"')


def unread(trouble: str) -> Rest:
    """The step of somebody who could not be read."""
    return Rest(at=None, because=(Because("book", "unreadable", f"could not be read: {trouble}"),))


def _unwatched(things: Iterable[T], total: int, says: str) -> Iterable[T]:  # noqa: ARG001 - nobody is looking
    return things


class Book:
    """Everybody in a folder, and what has happened. `resting` says why some could not be read."""

    def __init__(self) -> None:
        """An empty book."""
        self.contacts: dict[str, Contact] = {}
        self.resting: dict[str, str] = {}
        self.facts: dict[str, list[Fact]] = defaultdict(list)
        self.warnings: list[str] = []
        self._neighbours: Neighbours | None = None

    def __len__(self) -> int:
        """How many people are in it, those included who could not be read."""
        return len(self.contacts.keys() | self.resting.keys())

    @property
    def neighbours(self) -> Neighbours:
        """Whose facts concern whom."""
        if self._neighbours is None:
            self._neighbours = Neighbours(self.contacts, self.facts)
        return self._neighbours

    def person(self, who: str) -> tuple[Contact, History] | None:
        """One contact with the history that concerns them; `None` where they could not be read."""
        self.must_know(who)
        return None if who in self.resting else self._with_history(self.contacts[who])

    def people(self, wanted: Callable[[Contact], bool] = bool) -> Iterator[tuple[Contact, History]]:
        """Everybody who could be read and is wanted, one by one."""
        readable = (each for each in self.contacts.values() if each.id not in self.resting)
        return (self._with_history(each) for each in readable if wanted(each))

    def must_know(self, who: str) -> None:
        """Refuse an id that is not in the book, and name the nearest."""
        if who not in self.contacts and who not in self.resting:
            known = [*self.contacts, *self.resting]
            raise BadInput(f"contact {who!r}: found nobody of that id in the book, expected a known one{nearest(who, known)}")

    def _with_history(self, contact: Contact) -> tuple[Contact, History]:
        facts = (*self.facts.get(contact.id, ()), *self.neighbours.of(contact))
        return contact, History(facts, contact=contact)


def open_book(folder: str | Path, *, watched: Watched[tuple[int, bytes, bool]] = _unwatched) -> Book:
    """The book in a folder; what could not be read is told on stderr."""
    book = Book()
    _read_contacts(book, Path(folder))
    _read_history(book, Path(folder), watched)
    for each in book.warnings:
        warn(each)
    return book


def _read_contacts(book: Book, folder: Path) -> None:
    for row in read_contacts(folder):
        who = row.id or row.where
        if who in book.contacts or who in book.resting:
            book.resting[who] = f"{row.where}: id: found {who!r} twice, expected each id once"
        elif row.contact is None:
            book.resting[who] = row.trouble or ""
        else:
            book.contacts[who] = row.contact


def _read_history(book: Book, folder: Path, watched: Watched[tuple[int, bytes, bool]]) -> None:
    unread_lines, strangers = [], []
    raw = list(raw_lines(folder))
    for number, text, ended in watched(raw, len(raw), "reading"):
        line = read_line(number, text, ended=ended)
        if line.fact and line.contact:
            book.facts[line.contact].append(line.fact)
            if line.contact not in book.contacts and line.contact not in book.resting:
                strangers.append(line)
        else:
            unread_lines.append(line)
    _tell_of_strangers(book, strangers)
    _rest_for(book, unread_lines)


def _tell_of_strangers(book: Book, lines: list[Line]) -> None:
    if lines:
        first, count = lines[0], len(lines)
        near = nearest(str(first.contact), book.contacts)
        facts = "a fact" if count == 1 else f"{count:,} facts"
        book.warnings.append(f"{first.where}: found {facts} of contacts that are not in the book, such as {first.contact!r}{near}")


def _rest_for(book: Book, lines: list[Line]) -> None:
    concerned = _Concerned(book) if lines else None
    for line in lines:
        if line.torn:
            book.warnings.append(f"{line.where}: found an unfinished last line, skipped it: it was never acknowledged")
            continue
        who = concerned.by(line) if concerned else set()
        for each in sorted(who):
            book.resting.setdefault(each, line.trouble or "")
        book.warnings.append(f"{line.trouble}; {_who_rests(sorted(who))}")


def _who_rests(who: list[str]) -> str:
    if not who:
        return "it names nobody in the book"
    more = f" and {len(who) - SHOWN:,} more" if len(who) > SHOWN else ""
    return f"until it is mended, nobody rings {', '.join(who[:SHOWN])}{more}"


class _Concerned:
    """Whom a line that cannot be read may concern: whoever's id, number or account is quoted in it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._named: dict[str, set[str]] = defaultdict(set)
        for contact in book.contacts.values():
            for each in (contact.account, *(phone.number for phone in contact.phones)):
                if each:
                    self._named[each].add(contact.id)

    def by(self, line: Line) -> set[str]:
        if line.contact is not None and self._is_known(line.contact):
            return {line.contact}
        found: set[str] = set()
        for word in self._words(line.text):
            found |= self._named.get(word, set())
            found |= {word} if self._is_known(word) else set()
        return found

    def _is_known(self, who: str) -> bool:
        return who in self._book.contacts or who in self._book.resting

    def _words(self, text: bytes) -> Iterator[str]:
        for match in QUOTED.findall(text):
            yield _unescaped(match)


def _unescaped(quoted: bytes) -> str:
    try:
        word = json.loads(b'"' + quoted + b'"')
    except ValueError:
        return quoted.decode("utf-8", "replace")
    return str(word)
