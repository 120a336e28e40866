"""Opening hours: the first time from a moment on at which they may be rung on every clock that could be theirs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from floor.clock import DAY, HOUR, Clock, Table

OPENS = 9 * HOUR
Span = tuple[int, int]
Week = tuple[int, tuple, int | None]
"""When the house closes, the hours that they told us, and a day that they named."""


class Hours:
    """The hours of one week on some clocks, less public holidays."""

    def __init__(self, clocks: tuple[Clock, ...], week: Week) -> None:
        self.clocks, self.week = clocks, week
        self.is_simple = len(clocks) == 1 and not week[1]
        self.houses = Table(self.look_up_house)
        self.openings = Table(self.look_up_opening)
        self.told = Table(lambda asked: list(look_up(*asked, week)))
        self.meetings = Table(self.look_up_meeting)

    def look_up_house(self, day: int) -> Span | None:
        """The house's hours on that day, where nobody told us others."""
        clock = self.clocks[0]
        if clock.is_holiday[day]:
            return None
        return next(iter(look_up(clock, day, self.week)), None)

    def look_up_opening(self, day: int) -> Span | None:
        """The house's first hours from that day on."""
        return next(filter(None, map(self.houses.__getitem__, range(day, day + 400))), None)

    def after(self, at: int) -> Span | None:
        """The first open window that ends after that moment; `None` where there is never one."""
        if not self.is_simple:
            return self.after_with_care(at) if self.clocks else None
        day = self.clocks[0].day(at)
        span = self.openings[day]
        return span if span is None or span[1] > at else self.openings[day + 1]

    def after_with_care(self, at: int) -> Span | None:
        """The same for several clocks, and for hours that they told us: a holiday may begin within them."""
        while True:
            span = self.common(at)
            if span is None:
                return None
            opens = self.past_holidays(max(at, span[0]))
            if opens == max(at, span[0]):
                return opens, self.until_a_holiday(opens, span[1])
            at = opens

    def past_holidays(self, at: int) -> int:
        """The first moment from then on at which it is a holiday on no clock."""
        before = None
        while before != at:
            before = at
            for clock in self.clocks:
                day = clock.day(at)
                while clock.is_holiday[day]:
                    day += 1
                    at = max(at, clock.starts[day])
        return at

    def until_a_holiday(self, at: int, closes: int) -> int:
        """When the next holiday begins, if that is earlier."""
        for clock in self.clocks:
            day = clock.day(at) + 1
            while clock.starts[day] < closes:
                if clock.is_holiday[day]:
                    closes = clock.starts[day]
                day += 1
        return closes

    def common(self, at: int) -> Span | None:
        """The first window of all clocks, looked for from midnight in UTC on, as the house does."""
        if len(self.clocks) == 1:
            return self.opening(self.clocks[0], at)
        span = self.meetings[at - at % DAY]
        return self.meetings[at] if span and span[1] <= at else span

    def opening(self, clock: Clock, at: int) -> Span | None:
        """The first window of one clock that ends after that moment."""
        day = clock.day(at) - 1
        for each in range(day, day + 14):
            for span in self.told[clock, each]:
                if span[1] > at:
                    return span
        return None

    def look_up_meeting(self, start: int) -> Span | None:
        """Where all clocks meet; who has not met in more than a year of questions never does."""
        spans: list[Span | None] = [None] * len(self.clocks)
        questions = max(1000, 400 * len(self.clocks))
        while True:
            latest = start
            for place, clock in enumerate(self.clocks):
                span = spans[place]
                if span is None or not span[0] <= latest < span[1]:
                    span = spans[place] = self.opening(clock, latest) if questions else None
                    questions -= 1
                    if span is None:
                        return None
                    latest = max(latest, span[0])
            if latest == start:
                return start, min(span[1] for span in spans)
            start = latest


def look_up(clock: Clock, day: int, week: Week) -> Iterator[Span]:
    """The hours on that day, each from opening to closing."""
    closes, told, named_day = week
    weekday = (day - 1) % 7 + 1
    today = sorted((opens, ends) for days, opens, ends in told if weekday in days)
    is_house = not told or (day == named_day and not today)
    if is_house and weekday not in clock.weekend:
        today = [(OPENS, closes)]
    for opens, ends in today:
        start, end = clock.wall(day, opens), clock.wall(day + (ends < opens), ends)
        if start < end and clock.day(start) == day:
            yield start, end


@cache
def hours_of(clocks: tuple[Clock, ...], week: Week) -> Hours:
    """The hours of that week, looked up once for all who share them."""
    return Hours(clocks, week)
