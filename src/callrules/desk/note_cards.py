"""Call and note go hand in hand: how many notes a block of calls is likely to need (rulebook D3)."""

from __future__ import annotations

import math
from collections.abc import Iterable

import attrs

from callrules.desk.day_list import DayList
from callrules.dispositions import Disposition
from callrules.history import History
from callrules.step import Write

BAD_MOMENTS = frozenset({Disposition.HUNG_UP, Disposition.NOT_INTERESTED})
"""After these a note is written (rulebook D3)."""


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


def note_cards(day: DayList, histories: Iterable[History], rep: str | None = None) -> NoteCards:
    """How many notes to have at hand for the calls of that day.

    Owed are the notes among its errands. To expect is the share of the rep's own dials (everybody's, where none is
    named) that ended in a hang-up or a brush-off, times the calls of the day, rounded up.
    """
    dials = [call for history in histories for call in history.attempts if rep is None or call.rep == rep]
    bad = sum(call.disposition in BAD_MOMENTS for call in dials)
    to_expect = math.ceil(len(day.calls) * bad / len(dials)) if dials else 0
    return NoteCards(owed=sum(isinstance(step, Write) for _, step in day.errands), to_expect=to_expect)
