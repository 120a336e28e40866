"""Call and note go hand in hand: how many notes a block of calls is likely to need (rulebook D3)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from callrules.desk.day_list import DayList
from callrules.desk.dialled import Dialled, dialled
from callrules.history import History
from callrules.step import Write


@attrs.frozen(kw_only=True)
class NoteCards:
    """Notes that are owed already, and those to expect from so many calls by the rep's own figures."""

    owed: int = 0
    to_expect: int = 0

    @property
    def count(self) -> int:
        """How many to have at hand."""
        return self.owed + self.to_expect

    @property
    def says(self) -> str:
        """One line: how many, and why."""
        if not self.count:
            return "note cards: none owed, and your figures expect none"
        notes = "1 note" if self.count == 1 else f"{self.count} notes"
        return f"note cards: about {notes} ({self.owed} owed, {self.to_expect} to expect from your figures)"


@attrs.frozen
class BadMoments:
    """How many dials a rep has made, and how many of them ended in a hang-up or a brush-off."""

    dials: int = 0
    bad: int = 0

    def to_expect(self, calls: int) -> int:
        """How many of so many calls are likely to end like that, rounded up."""
        return math.ceil(calls * self.bad / self.dials) if self.dials else 0


def bad_moments(dials: Iterable[Dialled]) -> Mapping[str | None, BadMoments]:
    """The dials of each rep, and those after which a note is written."""
    made, bad = Counter[str | None](), Counter[str | None]()
    for dial in dials:
        made[dial.rep] += 1
        bad[dial.rep] += dial.bad
    return {rep: BadMoments(count, bad[rep]) for rep, count in made.items()}


def cards_for(day: DayList, moments: BadMoments) -> NoteCards:
    """How many notes to have at hand for the calls of that day, by the figures of whoever makes them."""
    owed = sum(isinstance(step, Write) for _, step in day.errands)
    return NoteCards(owed=owed, to_expect=moments.to_expect(len(day.calls)))


def note_cards(day: DayList, histories: Iterable[History], rep: str | None = None) -> NoteCards:
    """How many notes to have at hand for the calls of that day.

    Owed are the notes among its errands. To expect is the share of the rep's own dials (everybody's, where none is
    named) that ended in a hang-up or a brush-off, times the calls of the day, rounded up.
    """
    by_rep = bad_moments(dial for history in histories for dial in dialled(history))
    theirs = [each for name, each in by_rep.items() if rep in {None, name}]
    everybodys = BadMoments(sum(each.dials for each in theirs), sum(each.bad for each in theirs))
    return cards_for(day, everybodys)
