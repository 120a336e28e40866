"""Looking at people, and remembering until when each answer stands, and what else a day asks of them."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from callrules.cli.book.due.store import kind_of
from callrules.contact import Contact
from callrules.desk.dealing import Turn, is_owed
from callrules.desk.desks import share_of
from callrules.desk.dialled import Dialled, dialled
from callrules.desk.errands import is_errand
from callrules.desk.left_out import AWAY, BETWEEN_BLOCKS, Group, Person, what_binds
from callrules.desk.looking import Looked
from callrules.history import History
from callrules.moments import START_OF_TIME
from callrules.step import Step

MICROSECOND = dt.timedelta(microseconds=1)
Dial = tuple[int, str | None, bool, bool]
"""When it was, who rang, and whether it was a talk, or a bad moment after which a note is written."""

DUE = frozenset({AWAY, BETWEEN_BLOCKS})
"""Who waits for a rep or a block is due all the same: what is due is asked about each time."""


def counted(at: dt.datetime) -> int:
    """An instant as a number that sorts as it does."""
    return (at - START_OF_TIME) // MICROSECOND


def counted_back(number: int) -> dt.datetime:
    """The instant of that number."""
    return START_OF_TIME + number * MICROSECOND


@attrs.frozen
class Answer:
    """One person's answer: the group in which they wait, and the moment from which they are asked again.

    `always` says that a day looks at them whatever they wait for; `share`, by what number it is dealt out while its rep
    is away, where it is owed.
    """

    group: Group | None
    at: dt.datetime | None
    always: bool
    share: int | None
    dials: tuple[Dial, ...]


class Remembering(Looked):
    """The people looked at, each with the answer to remember, written down a few thousand at a time."""

    MANY = 5_000
    has_failed = False

    def begin(self, to: sqlite3.Connection, places: Mapping[str, int], owners: Mapping[str, str | None]) -> None:
        """Know where to write."""
        self._to, self._places, self._owners = to, places, owners
        self._answers: list[tuple[int, Answer, str | None]] = []
        self._waits: tuple[Group, dt.datetime | None] | None = None
        self._owner: str | None = None
        self._share: int | None = None

    def at_somebody(self, contact: Contact, history: History) -> None:
        """Look at one more person, and remember the answer."""
        self._waits, self._owner, self._share = None, None, None
        super().at_somebody(contact, history)
        group, at = self._waits or (None, self.now)
        answer = Answer(group, at, contact.red_phone, self._share, tuple(map(_numbered, dialled(history))))
        self._answers.append((self._places[contact.id], answer, self._owner or self._owners[contact.id]))
        if len(self._answers) >= self.MANY:
            self.write()

    def _turn_of(self, contact: Contact, history: History, step: Step) -> Turn:
        owner = self.desk.owner_of(contact, history)
        if owner:
            self._owner, self._share = owner.name, share_of(contact) if is_owed(step) else None
        return super()._turn_of(contact, history, step)

    def _leave_to_others(self, person: Person, step: Step) -> None:
        super()._leave_to_others(person, step)
        if not step.is_due(self.now) or not is_errand(step):
            self._waits = (what_binds(self.playbook, person, step), step.at)

    def _wait(self, group: Group, at: dt.datetime | None, turn: Turn) -> None:
        super()._wait(group, at, turn)
        if group not in DUE:
            self._waits = (group, at)

    def unasked(self, others: Iterable[str]) -> None:
        """Note those who were not looked at, so that they are asked when their day is."""
        rows = ((self._places[who], self._owners[who], False) for who in others)
        self._to.executemany("INSERT INTO answers (place, owner, always) VALUES (?, ?, ?)", rows)

    def write(self) -> None:
        """Write down what was not yet. Where that fails the day goes on, and nothing is kept."""
        asked, answers, self._answers = counted(self.now), self._answers, []
        try:
            rows = [_row(self._to, place, owner, asked, answer) for place, answer, owner in answers]
            self._to.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self._to.executemany("INSERT INTO dials VALUES (?, ?, ?, ?, ?, ?)", _dials(answers))
        except sqlite3.Error:
            self.has_failed = True


def _row(to: sqlite3.Connection, place: int, owner: str | None, asked: int, answer: Answer) -> tuple[Any, ...]:
    at = counted(answer.at) if answer.at else None
    dialled = answer.dials[-1][0] if answer.dials else None
    return (place, owner, answer.always, answer.share, asked, at, kind_of(to, answer.group), dialled)


def _numbered(dial: Dialled) -> Dial:
    return counted(dial.at), dial.rep, dial.talked, dial.bad


def _dials(answers: Iterable[tuple[int, Answer, str | None]]) -> Iterable[tuple[int, int, int, str | None, bool, bool]]:
    for place, answer, _ in answers:
        for nth, (at, rep, talked, bad) in enumerate(answer.dials):
            yield at, place, nth, rep, talked, bad
