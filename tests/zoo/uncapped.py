"""Broken policies: people are rung more often than the cap allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from callrules.calendars import DAY, Stretch
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.rules import Caps
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen

WEEK, MONTH = 7 * DAY, 30 * DAY


def _full(made: Sequence[dt.datetime], most: int, period: dt.timedelta) -> Iterator[Stretch]:
    for first, last in zip(made, made[most - 1 :], strict=False):
        if last - first < period:
            yield last, first + period


@attrs.frozen
class OneMore(Caps):
    """Counts one attempt too few."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        made = [call.at for call in tries]
        yield from _full(made, self.in_7_days + 1, WEEK)
        yield from _full(made, self.in_30_days + 1, MONTH)


@attrs.frozen
class CalendarWeek(Caps):
    """Begins to count anew on Monday."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        yield from _full([call.at for call in tries], self.in_30_days, MONTH)
        for monday, calls in groupby(tries, key=lambda call: _monday(call.at)):
            made = [call.at for call in calls]
            if len(made) >= self.in_7_days:
                yield made[self.in_7_days - 1], monday + WEEK


def _monday(at: dt.datetime) -> dt.datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0) - at.weekday() * DAY


@attrs.frozen
class CapByDates(Caps):
    """Counts dates where time has to pass."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        for last, end in super()._blocked(tries):
            yield last, max(last, end.replace(hour=0, minute=0, second=0, microsecond=0))


@attrs.frozen
class NoMonth(Caps):
    """Knows the week only."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        return _full([call.at for call in tries], self.in_7_days, WEEK)


@attrs.frozen
class ReturnsForEver(Caps):
    """Lets a returned call pass, the tenth time as well."""

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        return None if reason.name == "returned_call" else super().permits(history, reason, number, at)


UNCAPPED = (
    Specimen(
        id="cap-plus-one",
        group="rhythm",
        says="Three calls a week are allowed, and she had a fourth.",
        make=house_with(OneMore),
        breaks={"cap"},
    ),
    Specimen(
        id="calendar-week",
        group="rhythm",
        says="He was rung three times at the end of the week and three times at the beginning of the next.",
        make=house_with(CalendarWeek),
        breaks={"cap"},
    ),
    Specimen(
        id="cap-by-dates",
        group="rhythm",
        says="A week was over at midnight, although it was only six days and a half since we rang.",
        make=house_with(CapByDates),
        breaks={"cap"},
    ),
    Specimen(
        id="no-month",
        group="rhythm",
        says="Three calls every week, week after week, and nobody counts the month.",
        make=house_with(NoMonth),
        breaks={"cap"},
    ),
    Specimen(
        id="returns-for-ever",
        group="rhythm",
        says="He rang us once, and ever since then we call back every day without end.",
        make=house_with(ReturnsForEver),
        breaks={"cap"},
    ),
)
"""Broken policies whose cap does not hold."""
