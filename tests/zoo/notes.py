"""Broken policies: what follows a hang-up is forgotten, or taken for something else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from callrules.calendars import Calendar
from callrules.contact import Contact
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.promises import NOTES as PURPOSES
from callrules.rules import HangUps
from callrules.step import Reason, Write
from zoo.altered import house_with
from zoo.specimens import Specimen
from zoo.untimely_notes import UNTIMELY_NOTES


@attrs.frozen
class NoNoteNeeded(HangUps):
    """Writes the note, and does not wait for it."""

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if len(self._cycle(history)) == 1:
            return None
        return super().permits(contact, history, reason, number, at)


@attrs.frozen
class AnyLetterWillDo(HangUps):
    """Does not look at what a message of ours was for."""

    def _without_a_note(self, history: History) -> Fact | None:
        bad = super()._without_a_note(history)
        wrote = bad and any(not each.is_inbound and each.at >= bad.at for each in history.messages)
        return None if wrote else bad


@attrs.frozen
class ForgottenByTheNextCall(HangUps):
    """Looks at how the last call ended, and no further back."""

    def _cycle(self, history: History) -> list[Fact]:
        cycle = super()._cycle(history)
        is_last = cycle and not any(call.at > cycle[-1].at for call in history.attempts)
        return cycle if is_last else []


@attrs.frozen
class ThirdTry(HangUps):
    """Knows what follows a first hang-up only."""

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if len(self._cycle(history)) > 1:
            return None
        return super().permits(contact, history, reason, number, at)


@attrs.frozen
class RestFromTheFirst(HangUps):
    """Counts the rest from the first bad moment instead of the last."""

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        window, cycle = super().permits(contact, history, reason, number, at), self._cycle(history)
        if window is None or len(cycle) == 1:
            return window
        return attrs.evolve(window, start=cycle[0].at + dt.timedelta(days=self.rest_days))


@attrs.frozen
class NoteOfTheMorning(HangUps):
    """Compares days where it should compare moments."""

    def _without_a_note(self, history: History) -> Fact | None:
        bad, day = super()._without_a_note(history), history.calendar.day
        notes = [each for each in history.messages if not each.is_inbound and each.purpose in PURPOSES]
        return None if bad and any(day(note.at) == day(bad.at) for note in notes) else bad


@attrs.frozen
class HangUpsOnly(HangUps):
    """Takes "not interested" for a talk like any other."""

    def _cycle(self, history: History) -> list[Fact]:
        cycle = super()._cycle(history)
        return [each for each in cycle if isinstance(each, CallAttempt) and each.disposition is Disposition.HUNG_UP]


@attrs.frozen
class CallsOnly(HangUps):
    """Does not read their mail."""

    def _cycle(self, history: History) -> list[Fact]:
        return [each for each in super()._cycle(history) if isinstance(each, CallAttempt)]


@attrs.frozen
class NoAddressNoRest(HangUps):
    """Where no note can be sent, nothing is waited for."""

    def _rest_without_a_note(
        self,
        _calendar: Calendar,
        _calendars: Sequence[Calendar],
        _bad: dt.datetime,
        _at: dt.datetime,
        *,
        yields: bool,
    ) -> Window | None:
        return Window(says="there is nowhere to write to", yields=yields)


@attrs.frozen
class NoteAgain(HangUps):
    """Asks for the note, and never looks whether it was written."""

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        cycle = self._cycle(history) if reason is None else []
        channel = self._channel(contact, history, cycle[0]) if len(cycle) == 1 else None
        return self._note(history, cycle[0], channel, at) if channel else None


NOTES = (
    Specimen(
        id="no-note-needed",
        group="notes",
        says="She hung up on Monday, and on Wednesday we rang again without a word in between.",
        make=house_with(NoNoteNeeded),
        breaks={"note-first"},
    ),
    Specimen(
        id="any-letter-is-a-note",
        group="notes",
        says="The brochure that went out to everybody was taken for the note we owed him.",
        make=house_with(AnyLetterWillDo),
        breaks={"note-first"},
    ),
    Specimen(
        id="next-call-clears-a-hang-up",
        group="notes",
        says="He hung up, then his line was engaged, and after that nobody owed him a note any more.",
        make=house_with(ForgottenByTheNextCall),
        breaks={"note-first", "second-hang-up-rests"},
    ),
    Specimen(
        id="third-try",
        group="notes",
        says="She hung up twice, and we rang her a third time that week.",
        make=house_with(ThirdTry),
        breaks={"second-hang-up-rests"},
    ),
    Specimen(
        id="rest-from-the-first-hang-up",
        group="notes",
        says="She hung up in March and again in May, and in June her ninety days of rest were over.",
        make=house_with(RestFromTheFirst),
        breaks={"second-hang-up-rests"},
    ),
    Specimen(
        id="note-of-the-same-morning",
        group="notes",
        says="The note of nine o'clock was to answer for a call that he hung up at eleven.",
        make=house_with(NoteOfTheMorning),
        breaks={"note-first"},
    ),
    Specimen(
        id="brush-offs-are-ignored",
        group="notes",
        says="She said she was not interested, and two days later we rang as if she had not spoken.",
        make=house_with(HangUpsOnly),
        breaks={"note-first"},
    ),
    Specimen(
        id="brush-off-by-mail-is-ignored",
        group="notes",
        says="He wrote that he is not interested, and our telephone rang him an hour later.",
        make=house_with(CallsOnly),
        breaks={"note-first"},
    ),
    Specimen(
        id="no-address-no-rest",
        group="notes",
        says="We have no address to write to, so whoever hangs up on us is simply rung again.",
        make=house_with(NoAddressNoRest),
        breaks={"note-first"},
    ),
    Specimen(
        id="the-note-again-and-again",
        group="notes",
        says="She has had the same note from us five times.",
        make=house_with(NoteAgain),
        breaks={"errand-done-counts"},
    ),
    *UNTIMELY_NOTES,
)
"""Broken policies about what follows a hang-up."""
