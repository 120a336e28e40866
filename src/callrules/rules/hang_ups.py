"""D2–D5: a hang-up is answered with a note, then the call on the named day; a second one with rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from callrules.calendars import NOON, Calendar, PartOfDay, parts_like, possible_calendars
from callrules.channels import written_channels
from callrules.contact import Contact
from callrules.declared import NAMED, Declared, Lift, NoteFirst
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Kinds, Message
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Window, outside
from callrules.promises import NOTES
from callrules.remembered import found_once
from callrules.step import Because, Reason, Write
from callrules.vocabulary import Channel, Reply

FRIDAY = 5


@attrs.frozen
class HangUps:
    """What follows a hang-up or a "not interested"?

    Rulebook D2, D3, D4, D5, G21, G26, G27. It says something about their day: never ring straight back. A note in
    another channel owns the bad moment and names the day of the next call; no note, no call-back. With no other
    channel they rest, and are then called in another part of the day; so do those who hung up on us in a call of
    theirs (G27), and those who hung up before we went live. A second one in the same cycle: no third try, no second
    note, rest. The call after a note is the `promise` of the day that it names, a `follow_up` where it names none;
    `after_note` is what its texts are called.
    """

    name: ClassVar[str] = "hang_ups"
    waits: ClassVar[str] = "resting after a bad moment"
    only_with: ClassVar[Kinds] = (Disposition.HUNG_UP, Disposition.NOT_INTERESTED, Reply.NOT_INTERESTED)
    friday_from: int = parameter(2, says="working days on that Friday may be nearest", source="rulebook D4")
    posted_from: int = parameter(3, says="the same for a posted note", source="rulebook D4")
    friday_to: int = parameter(5, says="working days on that Friday may be farthest", source="rulebook D4")
    else_days: int = parameter(3, says="working days on where Friday is not", source="rulebook D4")
    no_channel_days: int = parameter(10, says="working days of rest with no channel", source="rulebook D3")
    rest_days: int = parameter(90, says="days of rest after a second one", source="rulebook D5")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """A note before the next call, and rest after a second bad moment."""
        return (
            NoteFirst(
                rest_days=self.rest_days,
                no_channel_days=self.no_channel_days,
                soonest=min(self.friday_from, self.else_days),
                soonest_posted=min(self.posted_from, self.else_days),
                lifted_by=NAMED | {Lift.RETURNED_CALL},
            ),
        )

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        bad = self._without_a_note(history) if reason is None else None
        channel = self._channel(contact, history, bad) if bad and history.owes(bad.at) else None
        return self._note(history, bad, channel, at) if bad and channel else None

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        cycle = self._cycle(history)
        if not cycle or reason.name == "returned_call":
            return None
        yields = history.named_since(reason.about, cycle[-1].at)
        if len(cycle) > 1:
            rested = cycle[-1].at + dt.timedelta(days=self.rest_days)
            return Window(start=rested, says="two bad moments in a row: leave them in peace", yields=yields)
        if self._without_a_note(history) is None:
            return None
        if history.owes(cycle[-1].at) and self._channel(contact, history, cycle[-1]):
            return Window.never("no note, no call-back: write the note first", yields=yields)
        calendars = possible_calendars(contact, number) or (history.calendar,)
        return self._rest_without_a_note(history.calendar, calendars, cycle[-1].at, at, yields=yields)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        cycle = self._cycle(history)
        for note in _notes_since(history, cycle[-1].at)[-1:] if len(cycle) == 1 else ():
            due = self._announced(history.calendar, cycle[-1].at, note)
            if note.promises is None and not history.settled_since(due):
                yield Reason(name="follow_up", due=due, about=note.key, says="our note announced a call")

    def _announced(self, calendar: Calendar, failed: dt.datetime, note: Message) -> dt.datetime:
        posted = note.channel in {Channel.HANDWRITTEN, Channel.LETTER}
        day = self.promised_day(calendar, calendar.day(note.at), posted=posted)
        return calendar.wall(day, NOON) if calendar.part(failed) is PartOfDay.MORNING else calendar.starts(day)

    def promised_day(self, calendar: Calendar, written: dt.date, *, posted: bool) -> dt.date:
        """The day that a note names: Friday where it is near but not too near, else the third working day."""
        friday = written + dt.timedelta(days=(FRIDAY - written.isoweekday() - 1) % 7 + 1)
        nearest = self.posted_from if posted else self.friday_from
        is_near = nearest <= calendar.working_days_between(written, friday) <= self.friday_to
        return friday if is_near and calendar.is_working(friday) else calendar.working_days_on(written, self.else_days)

    def _note(self, history: History, bad: Fact, channel: Channel, at: dt.datetime) -> Write:
        calendar = history.calendar
        due = max(bad.at, calendar.starts(history.snooze.until)) if history.snooze else bad.at
        written = max(at, due)
        hung_up = isinstance(bad, CallAttempt) and bad.disposition is Disposition.HUNG_UP
        day = self.promised_day(calendar, calendar.day(written), posted=channel is Channel.HANDWRITTEN)
        says = f"they {'hung up' if hung_up else 'were not interested'}: a note first"
        purpose = "after_hang_up" if hung_up else "after_brush_off"
        because = (Because(self.name, purpose, says),)
        return Write(at=due, since=due, purpose=purpose, channel=channel, promises=day, because=because)

    def _without_a_note(self, history: History) -> Fact | None:
        cycle = self._cycle(history)
        if len(cycle) != 1 or _notes_since(history, cycle[-1].at):
            return None
        came_back = history.came_back is not None and history.came_back > cycle[-1].at
        return None if came_back else cycle[-1]

    def _channel(self, contact: Contact, history: History, bad: Fact) -> Channel | None:
        if isinstance(bad, CallAttempt) and bad.is_inbound and bad.disposition is Disposition.HUNG_UP:
            return None  # they rang, and hung up on us: a note would press them (rulebook G27)
        used = bad.channel if isinstance(bad, Message) else None
        return next((each for each in written_channels(contact, history) if each is not used), None)

    def _rest_without_a_note(
        self, calendar: Calendar, calendars: Sequence[Calendar], bad: dt.datetime, at: dt.datetime, *, yields: bool
    ) -> Window | None:
        rested = calendar.starts(calendar.working_days_on(calendar.day(bad), self.no_channel_days))
        same_part = parts_like(calendars, bad, rested, rested + dt.timedelta(days=14))
        says = "a bad moment, and no note to answer it: rest, then another part of the day"
        return outside([(bad, rested), *same_part], at, says, yields=yields)

    @found_once
    def _cycle(self, history: History) -> list[Fact]:
        """The hang-ups and brush-offs since the last conversation or rest."""
        cycle: list[Fact] = []
        if not any(_is_bad_moment(fact) for fact in (*history.calls, *history.messages)):
            return cycle
        rest, talks = dt.timedelta(days=self.rest_days), set(map(id, history.talks))
        for fact in history.facts:
            rested = len(cycle) > 1 and fact.at >= cycle[-1].at + rest
            if id(fact) in talks or rested:
                cycle = []
            if _is_bad_moment(fact):
                cycle.append(fact)
        return cycle


def _is_bad_moment(fact: Fact) -> bool:
    if isinstance(fact, CallAttempt):
        return fact.is_refusal and fact.disposition is not Disposition.DO_NOT_CALL
    return isinstance(fact, Message) and fact.reply is Reply.NOT_INTERESTED


def _notes_since(history: History, at: dt.datetime) -> list[Message]:
    return [message for message in history.written if message.at >= at and message.purpose in NOTES]
