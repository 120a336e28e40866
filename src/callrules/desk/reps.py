"""The people who call: how many calls a day, in which hours, and when they are away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, TypeVar

import attrs

from callrules import checks
from callrules.calendars import Calendar, Stretch
from callrules.checks import at_the_edge, edge
from callrules.desk.absences import Absence
from callrules.desk.blocks import Block
from callrules.errors import InvalidValue
from callrules.redaction import Found

T = TypeVar("T")
CAPACITY = 5
"""Five calls a day (rulebook E1)."""
MOST_CALLS = 1_000
A_FIFTH = 0.2
"""One call in five: for prospects, who are usually neglected for customers (A2), and for customers who went quiet."""
LEFT_FOR_OTHERS = 0.8
"""So much of a day may be protected at most, so that those who know us are rung as well."""
DAY = dt.timedelta(days=1)
AHEAD = 370
"""So many days ahead the next block is looked for."""


def calls_a_day(value: Any, field: str) -> int:
    """A number of calls that somebody makes on one day."""
    if type(value) is not int or not 1 <= value <= MOST_CALLS:
        raise InvalidValue(field, value, f"a whole number from 1 to {MOST_CALLS:,}")
    return value


def _share(value: Any, field: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= LEFT_FOR_OTHERS:
        raise InvalidValue(field, value, f"a share from 0 to {LEFT_FOR_OTHERS}, such as 0.2 for one call in five")
    return float(value)


def _all_of(kind: type[T], value: Iterable[T], field: str) -> tuple[T, ...]:
    several = tuple(value)
    for place, each in enumerate(several):
        if not isinstance(each, kind):
            raise InvalidValue(f"{field}[{place}]", type(each).__name__, f"a value of the class {kind.__name__}")
    return several


def some_blocks(value: Iterable[Block], field: str = "blocks") -> tuple[Block, ...]:
    """Several blocks."""
    return _all_of(Block, value, field)


def some_absences(value: Iterable[Absence], field: str = "away") -> tuple[Absence, ...]:
    """Several absences."""
    return _all_of(Absence, value, field)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Rep:
    """Somebody who calls: `capacity` calls a day, in these blocks, on the clock of `timezone`.

    Without blocks they call at any hour. `prospects` and `customers` are the shares of a day that are kept for people
    who never bought (rulebook A2), and for customers who went quiet or buy elsewhere (A1, A3, A4).
    """

    name: str = attrs.field(metadata=edge(checks.text))
    capacity: int = attrs.field(metadata=edge(calls_a_day), default=CAPACITY)
    timezone: str = attrs.field(metadata=edge(checks.timezone), default="UTC")
    blocks: tuple[Block, ...] = attrs.field(converter=some_blocks, default=())
    away: tuple[Absence, ...] = attrs.field(converter=some_absences, default=())
    prospects: float = attrs.field(metadata=edge(_share), default=A_FIFTH)
    customers: float = attrs.field(metadata=edge(_share), default=A_FIFTH)

    def __attrs_post_init__(self) -> None:
        if self.prospects + self.customers > LEFT_FOR_OTHERS:
            found = Found(f"{self.prospects} and {self.customers}")
            raise InvalidValue("Rep.customers", found, f"shares that are at most {LEFT_FOR_OTHERS} together")

    @property
    def calendar(self) -> Calendar:
        """The calendar on which their days are counted."""
        return Calendar(zone=checks.zone(self.timezone))

    def absence_on(self, day: dt.date) -> Absence | None:
        """The absence that holds that day, where they are away."""
        return next((each for each in self.away if each.is_on(day)), None)

    def blocks_on(self, day: dt.date) -> tuple[Stretch, ...]:
        """The hours kept for calling that day, each from when until when, in order; none while they are away."""
        if self.absence_on(day):
            return ()
        calendar = self.calendar
        return tuple(sorted(filter(None, (each.on(day, calendar) for each in self.blocks))))

    def next_block(self, now: dt.datetime) -> Stretch | None:
        """The block that is on, or else the next one within about a year."""
        today = self.calendar.day(now)
        days = (today + each * DAY for each in range(AHEAD))
        return next((each for each in self._blocks_of(days) if each[1] > now), None)

    def back_from(self, day: dt.date) -> dt.date | None:
        """The first day from that one on on which they are there; `None` where nobody knows."""
        while absence := self.absence_on(day):
            if absence.last is None:
                return None
            day = absence.last + DAY
        return day

    def calls_on(self, now: dt.datetime) -> bool:
        """Whether they still ring of their own accord today: they are there, and not every block of the day is over."""
        today = self.calendar.day(now)
        if self.absence_on(today):
            return False
        return not self.blocks or any(closes > now for _, closes in self.blocks_on(today))

    def _blocks_of(self, days: Iterable[dt.date]) -> Iterator[Stretch]:
        return chain.from_iterable(map(self.blocks_on, days))
