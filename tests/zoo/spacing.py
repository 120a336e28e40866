"""Broken policies: the next call comes too soon after the last, or at the same hour of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.calendars import DAY, Calendar, Stretch
from callrules.contact import Contact
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.rules import Pace
from zoo.altered import house_with
from zoo.rhythm import CAPS
from zoo.specimens import Specimen

HURRY = 4
WEEK = 7 * DAY


@attrs.frozen
class FromTheFirst(Pace):
    """Counts the days from the first attempt of the row."""

    def _days_after(self, calendar: Calendar, row: tuple[CallAttempt, ...]) -> Iterator[Stretch]:
        for start, end in super()._days_after(calendar, row):
            yield start, max(start, end - (start - row[0].at))


@attrs.frozen
class Hurried(Pace):
    """Halves the days once there were four attempts."""

    def _days_after(self, calendar: Calendar, row: tuple[CallAttempt, ...]) -> Iterator[Stretch]:
        for start, end in super()._days_after(calendar, row):
            yield start, start + (end - start) / 2 if len(row) >= HURRY else end


@attrs.frozen
class BusyForgets(Pace):
    """After a busy line looks no further back."""

    def _too_soon(self, contact: Contact, history: History, number: str | None) -> Iterator[Stretch]:
        last = history.attempts[-1:]
        if last and last[0].disposition is Disposition.BUSY:
            yield last[0].at, last[0].at + dt.timedelta(hours=self.busy_hours)
        else:
            yield from super()._too_soon(contact, history, number)


@attrs.frozen
class AfterATalkAtOnce(Pace):
    """Where there was a talk, no pace is kept."""

    def _too_soon(self, contact: Contact, history: History, number: str | None) -> Iterator[Stretch]:
        talked = history.attempts and history.attempts[-1].talked
        return iter(()) if talked else super()._too_soon(contact, history, number)


@attrs.frozen
class NextDayWillDo(Pace):
    """Takes "twenty hours" for "the next day"."""

    def _too_soon(self, contact: Contact, history: History, number: str | None) -> Iterator[Stretch]:
        for start, end in super()._too_soon(contact, history, number):
            is_gap = end - start == dt.timedelta(hours=self.least_hours)
            yield start, history.calendar.ends(start) if is_gap else end


@attrs.frozen
class CrashedDialsAreFree(Pace):
    """Forgets a dial that nobody closed."""

    def _too_soon(self, contact: Contact, history: History, number: str | None) -> Iterator[Stretch]:
        closed = (each for each in history.entries if getattr(each, "disposition", None) is not Disposition.DIALING)
        return super()._too_soon(contact, attrs.evolve(history, entries=tuple(closed)), number)


@attrs.frozen
class SameHourAgain(Pace):
    """Does not care for the part of the day."""

    def _too_soon(self, contact: Contact, history: History, number: str | None) -> Iterator[Stretch]:
        parts = {each for call in history.row_of_unanswered[-1:] for each in _part(history.calendar, call.at)}
        for stretch in super()._too_soon(contact, history, number):
            if stretch not in parts:
                yield stretch


@attrs.frozen
class PartOnOurClock(Pace):
    """Knows the parts of the day on the server's clock."""

    def _too_soon(self, contact: Contact, history: History, number: str | None) -> Iterator[Stretch]:
        parts = {each for call in history.row_of_unanswered[-1:] for each in _part(history.calendar, call.at)}
        for stretch in super()._too_soon(contact, history, number):
            if stretch not in parts:
                yield stretch
        for call in history.row_of_unanswered[-1:]:
            yield from _part(Calendar(), call.at)


def _part(calendar: Calendar, at: dt.datetime) -> Iterator[Stretch]:
    return calendar.stretches(calendar.part(at), at, at + WEEK)


PACES = (
    Specimen(
        id="gap-from-the-first",
        group="rhythm",
        says="We count the days from the first call, so the fifth came an hour after the fourth.",
        make=house_with(FromTheFirst),
        breaks={"spacing"},
    ),
    Specimen(
        id="gap-halves-after-four",
        group="rhythm",
        says="The less she answers, the more often we ring.",
        make=house_with(Hurried),
        breaks={"spacing"},
    ),
    Specimen(
        id="busy-forgets-the-gap",
        group="rhythm",
        says="Nobody answered at ten, it was engaged at five past, and at half past two we rang again.",
        make=house_with(BusyForgets),
        breaks={"gap", "spacing", "another-part"},
    ),
    Specimen(
        id="no-gap-after-a-talk",
        group="rhythm",
        says="We talked with her at ten and rang her again at noon.",
        make=house_with(AfterATalkAtOnce),
        breaks={"gap"},
    ),
    Specimen(
        id="next-day-will-do",
        group="rhythm",
        says="He put the telephone down at eight in the evening, and at nine in the morning it rang again.",
        make=house_with(NextDayWillDo),
        breaks={"gap"},
    ),
    Specimen(
        id="crashed-dials-are-free",
        group="rhythm",
        says="The dialler crashed while it rang, so as far as we know it never rang at all.",
        make=house_with(CrashedDialsAreFree),
        breaks={"gap", "spacing", "another-part"},
    ),
    Specimen(
        id="same-part-of-the-day",
        group="rhythm",
        says="She is never in before noon, and we have tried her at ten for two weeks.",
        make=house_with(SameHourAgain),
        breaks={"another-part"},
    ),
    Specimen(
        id="part-of-the-day-on-our-clock",
        group="rhythm",
        says="It was another part of the day here, and the same morning again in New York.",
        make=house_with(PartOnOurClock),
        breaks={"another-part"},
    ),
)
"""Broken policies about how soon the next call may come."""

RHYTHM = (*CAPS, *PACES)
"""Broken policies about how often and how soon people are rung."""
