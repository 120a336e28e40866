"""B5: persistence, not pestilence: the gaps between attempts, and the part of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

import attrs

from callrules.calendars import Calendar, Stretch, parts_like, possible_calendars
from callrules.contact import Contact
from callrules.declared import POLITE, AnotherPart, Declared, Gap, Spacing
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Blocked, Window
from callrules.remembered import found_once
from callrules.step import Reason

A_WEEK = dt.timedelta(days=7)


@attrs.frozen
class Pace:
    """Has enough time passed since the last attempt, and is this another part of the day?

    Rulebook B5, F1, G38. A gap, not a cap: days are counted on the person's calendar, hours as they pass. Attempts
    count when made, on the person and on the number, manual ones too. It gives way to a moment the person named,
    and a call returned for the first time does not wait for it.
    """

    name: ClassVar[str] = "pace"
    waits: ClassVar[str] = "rung not long ago: it is too soon"
    only_with: ClassVar[Kinds] = (CallAttempt,)
    days_between: tuple[int, ...] = parameter(
        (2, 2, 3, 4, 6),
        says="days after each unanswered attempt in a row",
        source="rulebook B5: days 1, 3, 5, 8, 12, 18",
    )
    least_hours: int = parameter(20, says="hours between any two attempts", source="rulebook B5")
    busy_hours: int = parameter(4, says="hours after a busy line", source="rulebook B5")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The hours and the days between attempts, and another part of the day."""
        return (
            Gap(hours=self.least_hours, busy_hours=self.busy_hours, lifted_by=POLITE),
            *([Spacing(days=self.days_between, lifted_by=POLITE)] if self.days_between else []),
            AnotherPart(days=A_WEEK.days, lifted_by=POLITE),
        )

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if not (history.attempts or history.neighbours) or reason.is_first_return(history):
            return None
        blocked = self._blocked(history, contact, number)
        return blocked.window(at, "a decent pace: some days apart, another part of the day", yields=True)

    @found_once
    def _blocked(self, history: History, contact: Contact, number: str | None) -> Blocked:
        return Blocked.by(self._too_soon(contact, history, number))

    def _too_soon(self, contact: Contact, history: History, number: str | None) -> Iterator[Stretch]:
        busy, else_ = dt.timedelta(hours=self.busy_hours), dt.timedelta(hours=self.least_hours)
        tries = history.tries_on(number)
        for call in (*history.attempts, *tries) if history.is_shared(number) else history.attempts:
            yield call.at, call.at + (busy if call.disposition is Disposition.BUSY else else_)
        yield from self._days_after(history.calendar, history.row_of_unanswered)
        if history.is_shared(number):
            yield from self._days_after(history.calendar, history.row_on(number))
        calendars = possible_calendars(contact, number) or (history.calendar,)
        for call in history.row_of_unanswered[-1:]:
            yield from parts_like(calendars, call.at, call.at, call.at + A_WEEK)

    def _days_after(self, calendar: Calendar, row: tuple[CallAttempt, ...]) -> Iterator[Stretch]:
        places = (place for place in range(len(row), 0, -1) if row[place - 1].disposition is not Disposition.BUSY)
        for tried in islice(places, 1):
            call = row[tried - 1]
            days = self.days_between[min(tried, len(self.days_between)) - 1] if self.days_between else 0
            yield call.at, calendar.starts(calendar.day(call.at) + dt.timedelta(days=days))
