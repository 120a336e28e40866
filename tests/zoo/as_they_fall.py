"""Policies that go through sets: broken ones by the order in which they fall, and one that sorts them first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar

import attrs

from callrules.calendars import DAY, PartOfDay
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class OpenPoints:
    """Is something still open that we agreed on, two weeks after the talk?"""

    name: ClassVar[str] = "open_points"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        talks = [each for each in history.conversations if each.agreed]
        if not talks:
            return None
        points = {point.strip() for talk in talks for point in talk.agreed} | {"a word about delivery"}
        due = history.calendar.starts(history.calendar.day(talks[-1].at) + 14 * DAY)
        return Reason(name="open_points", due=due, about=self.told(points), says="what we agreed on is still open")

    def told(self, points: Iterable[str]) -> str:
        """All of them in one line."""
        return ", ".join(points)


@attrs.frozen
class OpenPointsInOrder(OpenPoints):
    """The same, by the alphabet."""

    def told(self, points: Iterable[str]) -> str:
        """All of them in one line, the same in each process."""
        return ", ".join(sorted(points))


@attrs.frozen
class OneHalfOfTheDay:
    """Rings in the first of our shifts, whichever that is."""

    name: ClassVar[str] = "one_half_of_the_day"
    shifts: frozenset[str] = frozenset({"morning", "afternoon"})

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window:
        calendar, part = history.calendar, PartOfDay(next(iter(self.shifts)))
        stretches = calendar.stretches(part, calendar.starts(calendar.day(at)), at + 3 * DAY)
        start, end = next((start, end) for start, end in stretches if end > at)
        return Window(start=start, end=end, says="in the first of our shifts")


@attrs.frozen
class TheShortestDay:
    """Rings on the day with the shortest name, of which there are three."""

    name: ClassVar[str] = "the_shortest_day"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window:
        wanted = min({"Monday", "Wednesday", "Thursday", "Friday", "Sunday"}, key=len)
        calendar, day = history.calendar, history.calendar.day(at)
        while f"{day:%A}" != wanted:
            day += DAY
        return Window(start=calendar.starts(day), end=calendar.starts(day + DAY), says="on the shortest day")


AS_THEY_FALL = (
    Specimen(
        id="points-as-they-fall",
        group="purity and neighbours",
        says="We ring about the same two points again after each restart, for they have fallen the other way round.",
        make=house_with(OpenPoints),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="whichever-shift-is-first",
        group="purity and neighbours",
        says="All are rung in the morning, and after a restart all in the afternoon.",
        make=house_with(OneHalfOfTheDay),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="shortest-of-equals",
        group="purity and neighbours",
        says="It rings on Mondays, or on Fridays, as Python's hash falls.",
        make=house_with(TheShortestDay),
        breaks={"no-ambient-input"},
    ),
)
"""Broken policies that answer otherwise when Python starts again, for they go through a set."""
