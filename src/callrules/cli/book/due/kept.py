"""The day out of an index that holds: only who is due, has new facts or is looked at always is asked about."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from callrules.cli.book.contacts_file import contacts_path
from callrules.cli.book.due.growing import Unclear, read_on
from callrules.cli.book.due.making import Read, digest_of
from callrules.cli.book.due.marks import mark_of
from callrules.cli.book.due.part import Part
from callrules.cli.book.due.remembering import Remembering, counted, counted_back
from callrules.cli.book.due.store import VERSION, read_about, write_about
from callrules.cli.book.due.whose import theirs
from callrules.cli.book.history_file import NAME
from callrules.contact import Contact
from callrules.desk.desks import Desk
from callrules.desk.left_out import OTHERS
from callrules.desk.note_cards import BadMoments
from callrules.desk.talk_rate import TalkRate
from callrules.history import History

A_DAY = dt.timedelta(days=2)
"""No day anywhere began longer ago, whatever clocks do: who was rung since then may have been rung today."""
TO_LOOK_AT = """
SELECT place FROM answers WHERE at <= :now UNION SELECT place FROM answers WHERE asked > :now
UNION SELECT place FROM answers WHERE asked IS NULL UNION SELECT place FROM answers WHERE dialled >= :since
UNION SELECT place FROM answers WHERE always
"""
WAITING = """
SELECT code, says, COUNT(*), MIN(at) FROM answers JOIN kinds USING (kind)
WHERE {theirs} GROUP BY kind
"""
DIALS = (
    "FROM dials JOIN answers USING (place) WHERE :rep IS NULL OR (dials.rep = :rep AND (owner IS NULL OR owner = :rep))"
)
ALL_DIALS = "FROM dials"
THEIR_DIALS = "FROM dials WHERE rep = :rep"
OTHERS_WAIT = "SELECT COUNT(*) FROM answers WHERE kind IS NOT NULL AND NOT ({theirs})"


class KeptDay:
    """A book of which an index tells who is to be looked at."""

    def __init__(self, folder: Path, index: sqlite3.Connection, desk: Desk) -> None:
        """Trust nothing yet."""
        self.folder, self._index, self._desk = folder, index, desk
        self._new: set[int] = set()

    def holds(self, fingerprint: str) -> bool:
        """Whether it was made of these files and by this playbook; lines that came since are read on."""
        about = read_about(self._index)
        if about.get("version") != str(VERSION) or about.get("fingerprint") != fingerprint:
            return False
        if about.get("desk") != digest_of(self._desk):
            return False
        read = Read.from_written(about)
        if Read.of(self.folder) is None or not read.contacts.is_still(contacts_path(self.folder)):
            return False
        return read.history.is_still(self.folder / NAME) or self._has_read_on(read)

    def _has_read_on(self, read: Read) -> bool:
        path = self.folder / NAME
        now = mark_of(path)
        if now is None or not read.history.has_grown(path):
            return False
        try:
            self._new = read_on(self.folder, self._index, read.history.size)
        except Unclear:
            return False
        write_about(self._index, Read(read.contacts, now).written)
        return now.is_still(path)

    def to_look_at(self, now: dt.datetime, rep: str | None) -> Part:
        """Read whoever is due, was rung lately or has new facts; their old answers are forgotten."""
        when = {"now": counted(now), "since": counted(now - A_DAY)}
        places = self._new | {place for (place,) in self._index.execute(TO_LOOK_AT, when)}
        owners = self._owners(places)
        anybodys = rep is None or bool(self._desk.reps)
        self.wanted = {place for place in places if anybodys or owners[place] in {None, rep}}
        self._forget(places)
        part = Part(self.folder, self._index, self.wanted)
        self._owned = {who: owners.get(place) for who, place in part.places.items()}
        return part

    def _owners(self, places: Iterable[int]) -> dict[int, str | None]:
        query = "SELECT owner FROM answers WHERE place = ?"
        return {place: self._index.execute(query, (place,)).fetchone()[0] for place in places}

    def _forget(self, places: Iterable[int]) -> None:
        several = [(place,) for place in places]
        self._index.executemany("UPDATE answers SET asked = NULL, at = NULL, kind = NULL WHERE place = ?", several)
        looked = [(place,) for place in self.wanted]
        self._index.executemany("DELETE FROM dials WHERE place = ?", looked)

    def people(self, part: Part) -> Iterator[tuple[Contact, History]]:
        """Everybody to be looked at."""
        return part.people(lambda row: part.places[row.id] in self.wanted)

    def count_the_others(self, looked: Remembering, part: Part) -> int:
        """Count everybody who waits as before; how many nobody looks at. Those looked at are remembered from here."""
        looked.begin(self._index, part.places, self._owned)
        condition, given = theirs(self._desk, looked.rep, looked.now)
        for code, says, count, at in self._index.execute(WAITING.format(theirs=condition), given):
            looked.counted.add((code, says), counted_back(at) if at is not None else None, count)
        if not self._desk.reps:
            query = "SELECT COUNT(*) FROM answers WHERE owner <> ?"
            return int(self._index.execute(query, (looked.rep,)).fetchone()[0])
        (others,) = self._index.execute(OTHERS_WAIT.format(theirs=condition), given).fetchone()
        if others:
            looked.counted.add(OTHERS, None, others)
        return 0

    def commit(self) -> None:
        """Keep what was looked at now."""
        self._index.execute("COMMIT")

    def talk_rate(self, rep: str | None) -> TalkRate:
        """The figures of a rep, or of everybody, as `talk_rate` counts them."""
        these = ALL_DIALS if rep is None else THEIR_DIALS if self._desk.reps else DIALS
        return talk_rate_of(self._index, rep, these)

    def bad_moments(self) -> Mapping[str | None, BadMoments]:
        """The dials of each rep, and those after which a note is written."""
        query = "SELECT rep, COUNT(*), SUM(bad) FROM dials GROUP BY rep"
        return {rep: BadMoments(dials, bad) for rep, dials, bad in self._index.execute(query)}


def talk_rate_of(index: sqlite3.Connection, rep: str | None, these: str) -> TalkRate:
    """Dials, talks and dials since the last talk, of those on whom a rep's list rests."""
    given = {"rep": rep}
    dials, talks = index.execute(f"SELECT COUNT(*), COALESCE(SUM(talked), 0) {these}", given).fetchone()
    since = 0
    order = f"SELECT talked {these} ORDER BY dials.at DESC, dials.place DESC, dials.nth DESC"
    for (talked,) in index.execute(order, given):
        if talked:
            break
        since += 1
    return TalkRate(dials=dials, talks=talks, since_a_talk=since)
