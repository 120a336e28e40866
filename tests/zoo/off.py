"""Broken policies that ring about what is off, or ask for an introduction to whoever knows us."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.declared import Declared
from callrules.facts import Commitment, Introduction, Kinds, Purchase
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.step import Because, Reason, SeekIntroduction
from callrules.vocabulary import Kind, Party
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class HowWasTheMeeting:
    """Was a meeting agreed on? Then ask on the next working day how it was."""

    name: ClassVar[str] = "how_was_the_meeting"
    only_with: ClassVar[Kinds] = (Commitment,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """For a week; by the day on which it was to be."""
        calendar = history.calendar
        for each in history.of(Commitment):
            if each.kind is Kind.MEET and each.due is not None:
                day = calendar.day(max(calendar.starts(each.due), each.at))
                due = calendar.starts(calendar.working_days_on(day, 1))
                says = "ask how the meeting was"
                yield Reason(name="how_was_it", about=f"{day}", due=due, expires=due + 7 * DAY, says=says)


@attrs.frozen
class DidItArrive:
    """Did they order much? Then ask five days later whether all of it arrived."""

    name: ClassVar[str] = "did_it_arrive"
    only_with: ClassVar[Kinds] = (Purchase,)
    declares: ClassVar[tuple[Declared, ...]] = ()
    much: Decimal = Decimal(500)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """Of every order that is large, whatever became of it."""
        for each in history.purchases:
            if each.amount is not None and each.amount >= self.much:
                due, expires = each.at + 5 * DAY, each.at + 19 * DAY
                says = "a large order: has all of it arrived?"
                yield Reason(name="did_it_arrive", about=each.key, due=due, expires=expires, says=says)


@attrs.frozen
class SamplesSent:
    """Did we promise to send something? Then ask two days after it was to be there."""

    name: ClassVar[str] = "samples_sent"
    only_with: ClassVar[Kinds] = (Commitment,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """About each parcel that we promised, by its key."""
        for each in history.commitments:
            if each.by is Party.US and each.kind is Kind.SEND and each.due is not None:
                due = max(history.calendar.starts(each.due), each.at) + 2 * DAY
                says = "ask how they like the samples"
                yield Reason(name="samples", about=each.key, due=due, expires=due + 14 * DAY, says=says)


@attrs.frozen
class FirmsByIntroduction:
    """Did somebody introduce us to this firm? A customer of ten years has no such note in the file."""

    name: ClassVar[str] = "firms_by_introduction"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> SeekIntroduction | None:
        """Before every call of ours to a firm."""
        if reason is None or not contact.business or history.of(Introduction):
            return None
        return SeekIntroduction(because=(Because(self.name, "introduction", "nobody introduced us to this firm"),))


def _specimen(known_by: str, says: str, kind: type, breaks: str = "what-is-off-is-no-reason") -> Specimen:
    return Specimen(id=known_by, group="truth", says=says, make=house_with(kind), breaks={breaks})


OFF = (
    _specimen(
        "how-was-the-meeting",
        "He cancelled Thursday's meeting, and on Friday we rang and asked how it had been.",
        HowWasTheMeeting,
    ),
    _specimen(
        "did-it-arrive",
        "She had sent it all back, and we asked whether everything had arrived.",
        DidItArrive,
    ),
    _specimen(
        "samples-that-nobody-sent",
        "He told us to keep our samples, and two days later we asked how he liked them.",
        SamplesSent,
    ),
    _specimen(
        "introduced-to-our-own-customers",
        "We asked a competitor to introduce us to a firm that has bought from us for ten years.",
        FirmsByIntroduction,
        "introduced-to-strangers",
    ),
)
"""Wrong about what became of it, or about who knows us."""
