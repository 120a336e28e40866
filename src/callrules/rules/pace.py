"""B5: persistence, not pestilence: the gaps between attempts, and the part of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import Calendar, Stretch
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.lifting import is_first_return
from callrules.moments import Window, outside
from callrules.step import Reason

A_WEEK = dt.timedelta(days=7)


@attrs.frozen
class Pace:
    """Has enough time passed since the last attempt, and is this another part of the day?

    Rulebook B5, F1. A gap, not a cap: days are counted on the person's calendar, hours as they pass. Attempts count
    when made, on the person and on the number, manual ones too. It gives way to a moment the person named, and a
    call returned for the first time does not wait for it.
    """

    name: ClassVar[str] = "pace"
    days_between: tuple[int, ...] = parameter(
        (2, 2, 3, 4, 6),
        says="days after each unanswered attempt in a row",
        source="rulebook B5: days 1, 3, 5, 8, 12, 18",
    )
    least_hours: int = parameter(20, says="hours between any two attempts", source="rulebook B5")
    busy_hours: int = parameter(4, says="hours after a busy line", source="rulebook B5")

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if is_first_return(history, reason):
            return None
        blocked = list(self._too_soon(history, number))
        return outside(blocked, at, "a decent pace: some days apart, another part of the day", yields=True)

    def _too_soon(self, history: History, number: str | None) -> Iterator[Stretch]:
        for call in history.tries_on(number)[-1:]:
            yield call.at, call.at + dt.timedelta(hours=self._hours(call))
        row = history.row_of_unanswered
        if row and row[-1].disposition is not Disposition.BUSY:
            yield row[-1].at, self._next_day(history.calendar, row)
        if row:
            last, calendar = row[-1].at, history.calendar
            yield from calendar.stretches(calendar.part(last), last, last + A_WEEK)

    def _hours(self, call: CallAttempt) -> int:
        return self.busy_hours if call.disposition is Disposition.BUSY else self.least_hours

    def _next_day(self, calendar: Calendar, row: tuple[CallAttempt, ...]) -> dt.datetime:
        days = self.days_between[min(len(row), len(self.days_between)) - 1] if self.days_between else 0
        return calendar.starts(calendar.day(row[-1].at) + dt.timedelta(days=days))
