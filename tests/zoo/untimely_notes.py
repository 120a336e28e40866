"""Broken policies: the note after a hang-up comes too late, or never again."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.calendars import Calendar
from callrules.facts import Fact
from callrules.history import History
from callrules.rules import HangUps
from zoo.altered import house_with
from zoo.specimens import Specimen

FOR_EVER = 36_500


@attrs.frozen
class NeverANoteAgain(HangUps):
    """Every bad moment after a second one is a second one again, however long they have rested."""

    def _cycle(self, history: History) -> list[Fact]:
        return HangUps(rest_days=FOR_EVER)._cycle(history)


@attrs.frozen
class FasterThanThePost(HangUps):
    """A letter names tomorrow."""

    def promised_day(self, calendar: Calendar, written: dt.date, *, posted: bool) -> dt.date:
        return calendar.working_days_on(written, 1) if posted else super().promised_day(calendar, written, posted=False)


UNTIMELY_NOTES = (
    Specimen(
        id="never-a-note-again",
        group="notes",
        says="She hung up on us twice in spring of last year, and since then nobody owes her a kind word.",
        make=house_with(NeverANoteAgain),
        breaks={"note-first", "no-idle-wait"},
    ),
    Specimen(
        id="faster-than-the-post",
        group="notes",
        says="We rang as our letter had announced, and the letter came a day later.",
        make=house_with(FasterThanThePost),
        breaks={"note-arrives-first"},
    ),
)
"""Broken policies about when a note is written, and what day it names."""
