"""The list of a day: out of the index where it holds, else out of the whole book, and then an index is made."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from callrules.cli.book.contacts_file import Row
from callrules.cli.book.due.kept import KeptDay
from callrules.cli.book.due.making import Making, Read
from callrules.cli.book.due.remembering import Remembering
from callrules.cli.book.due.store import opened
from callrules.cli.book.influence_file import knowing, maps_of
from callrules.cli.book.reading import Book
from callrules.contact import Contact
from callrules.desk.day_list import RED_PHONE_BUDGET, DayList, listed
from callrules.desk.desks import Desk
from callrules.desk.dialled import Dialled, dialled
from callrules.desk.left_out import OTHERS
from callrules.desk.looking import Looked
from callrules.desk.note_cards import BadMoments, bad_moments
from callrules.desk.talk_rate import TalkRate, rate_of
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.playbook import Playbook

FEW = 2_000
"""Fewer people are looked at in a second or two: they need no index."""
UNREADABLE = ("unreadable", "could not be read: they rest until the line is mended")
UNABLE = (sqlite3.Error, OSError)
"""Whatever keeps an index from being made: a full disk, a folder that may only be read. The day does without."""
People = Iterator[tuple[Contact, History]]
Watch = Callable[[People, int], People]


@attrs.frozen(kw_only=True)
class Asked:
    """The question of a day: who is to be rung now, and how much of it is shown."""

    playbook: Playbook
    desk: Desk
    now: dt.datetime
    rep: str | None
    most: int | None
    errands: int

    def listed(self, looked: Looked, unreadable: int, others: int) -> DayList:
        """The list, with those counted too who could not be read or are another rep's."""
        day = listed(looked, most=self.most, errands=self.errands)
        return day.leaving_out(*UNREADABLE, count=unreadable).leaving_out(*OTHERS, count=others)

    def looking(self, kind: type[Any] = Looked) -> Any:
        """Nobody was looked at yet."""
        return kind(self.playbook, self.desk, self.now, self.rep, RED_PHONE_BUDGET)


@attrs.frozen(kw_only=True)
class Found:
    """The list, the book as far as it was read, and the figures of whoever was ever rung."""

    day: DayList
    book: Book
    playbook: Playbook
    talk_rate: Callable[[], TalkRate]
    bad_moments: Mapping[str | None, BadMoments]


def day_of(asked: Asked, folder: Path, watch: Watch, few: int = FEW) -> Found:
    """The day of the book in that folder; a book of fewer people than `few` is read whole every time."""
    return _by_index(asked, folder, watch) or _by_the_whole(asked, folder, watch, few)


def _by_index(asked: Asked, folder: Path, watch: Watch) -> Found | None:
    try:
        with opened(folder) as index:
            kept = KeptDay(folder, index, asked.desk) if index else None
            return _kept_day(asked, kept, watch) if kept and kept.holds(asked.playbook.fingerprint) else None
    except (sqlite3.Error, ValueError, KeyError, OSError):
        return None  # whatever is wrong is told by who reads the whole


def _kept_day(asked: Asked, kept: KeptDay, watch: Watch) -> Found | None:
    part = kept.to_look_at(asked.now, asked.rep)
    looked = asked.looking(Remembering)
    others = kept.count_the_others(looked, part)
    for contact, history in watch(kept.people(part), len(kept.wanted)):
        looked.at_somebody(contact, history)
    looked.write()
    if part.warnings or part.resting or looked.has_failed:
        return None
    rate, bad = kept.talk_rate(asked.rep), kept.bad_moments()
    kept.commit()
    day = asked.listed(looked, 0, others)
    return Found(day=day, book=part, playbook=asked.playbook, talk_rate=lambda: rate, bad_moments=bad)


def _by_the_whole(asked: Asked, folder: Path, watch: Watch, few: int) -> Found:
    read = Read.of(folder)
    book = Book(folder)
    asked = attrs.evolve(asked, playbook=knowing(asked.playbook, maps_of(book)))
    others = set() if asked.desk.reps else {who for who, row in book.rows.items() if _is_anothers(row, asked.rep)}
    tried: list[Dialled] = []
    people = _noting(book.people(lambda row: row.id not in others), tried)
    with _looking(asked, book, read if len(book) >= few else None, others) as looked:
        for contact, history in watch(people, len(book) - len(others)):
            looked.at_somebody(contact, history)
    day = asked.listed(looked, len(book.resting.keys() - others), len(others))
    rate = partial(rate_of, tried, asked.rep)
    return Found(day=day, book=book, playbook=asked.playbook, talk_rate=rate, bad_moments=bad_moments(tried))


@contextlib.contextmanager
def _looking(asked: Asked, book: Book, read: Read | None, others: set[str]) -> Iterator[Looked]:
    """Look at people, and keep an index where that is worth its while and can be done."""
    remembering, making = asked.looking(Remembering), None
    with contextlib.suppress(*UNABLE):
        making = Making(book, read, remembering) if read and not book.warnings else None
    if making is None:
        yield asked.looking()
        return
    try:
        yield remembering
    except BaseException:
        making.drop()
        raise
    with contextlib.suppress(*UNABLE):
        making.keep(asked.playbook.fingerprint, asked.desk, others)


def _is_anothers(row: Row, rep: str | None) -> bool:
    return rep is not None and row.text("owner") not in {None, rep}


def _noting(people: People, tried: list[Dialled]) -> People:
    for contact, history in people:
        if CallAttempt in history.marks:
            tried += dialled(history)
        yield contact, history
