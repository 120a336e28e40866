"""Broken policies that ring, write or let go about what is off, or ask for an introduction to whoever knows us."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.channels import best_channel
from callrules.contact import Contact
from callrules.declared import Declared
from callrules.facts import Commitment, Introduction, Kinds, Meeting, Purchase
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.step import Because, Reason, SeekIntroduction, Stop, Write
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
class SorryForTheDelay:
    """Did we promise to send something by yesterday? Then we say sorry."""

    name: ClassVar[str] = "sorry_for_the_delay"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Iterator[Write]:
        """Owed from the end of the day that we named, whatever became of it."""
        channel, calendar = best_channel(contact, history), history.calendar
        for each in history.commitments if reason is None and channel else ():
            if each.by is Party.US and each.kind is Kind.SEND and each.due is not None:
                late = calendar.ends(calendar.starts(each.due))
                if not history.wrote("sorry", late):
                    because = (Because(self.name, "late", "our parcel is late: say sorry"),)
                    yield Write(since=late, purpose="sorry", channel=channel, because=because)


@attrs.frozen
class NoShow:
    """Did they agree to meet us, and did nobody note that we met? Then we do not run after them."""

    name: ClassVar[str] = "no_show"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Iterator[Stop]:
        """From the end of the day on which we were to meet."""
        for each in history.commitments:
            if each.kind is Kind.MEET and each.due is not None:
                over = history.calendar.starts(each.due) + DAY
                if over > each.at and not any(met.at > each.at for met in history.of(Meeting)):
                    yield Stop(grounds="no_show", since=over, says="they agreed to meet us, and did not come")


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
        "sorry-for-the-delay",
        "She no longer needed our sample and had told us so, and got a letter that it was late.",
        SorryForTheDelay,
    ),
    _specimen(
        "no-show",
        "He cancelled the visit a week ahead, and was dropped as somebody who does not come.",
        NoShow,
    ),
    _specimen(
        "introduced-to-our-own-customers",
        "We asked a competitor to introduce us to a firm that has bought from us for ten years.",
        FirmsByIntroduction,
        "introduced-to-strangers",
    ),
)
"""Wrong about what became of it, or about who knows us."""
