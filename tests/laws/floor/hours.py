"""Opening hours: the first time from a moment on at which they may be rung on every clock that could be theirs."""

from __future__ import annotations

from floor.clock import DAY, HOUR, Clock

OPENS = 9 * HOUR
Span = tuple[int, int]
Week = tuple[int, tuple, int | None]
"""When the house closes, the hours that they told us, and a day that they named."""
COMMON: dict = {}


def openings(clock: Clock, week: Week, day: int) -> list[Span]:
    """The hours on that day, each from opening to closing."""
    known = clock.opened.get((week, day))
    if known is None:
        if len(clock.opened) > 200_000:
            clock.opened.clear()
        known = clock.opened[week, day] = list(looked_up(clock, week, day))
    return known


def looked_up(clock: Clock, week: Week, day: int):
    """Yield the hours on that day."""
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


def opening(clock: Clock, week: Week, at: int) -> Span | None:
    """The first window of one clock that ends after that moment; `None` where there is never one."""
    day = clock.day(at) - bool(week[1])
    for each in range(day, day + 14):
        for span in openings(clock, week, each):
            if span[1] > at:
                return span
    return None


def common_opening(clocks: tuple[Clock, ...], week: Week, at: int) -> Span | None:
    """The first window of all clocks, looked for from midnight in UTC on, as the house does."""
    if len(clocks) == 1:
        return opening(clocks[0], week, at)
    span = remembered(clocks, week, at - at % DAY)
    return remembered(clocks, week, at) if span and span[1] <= at else span


def remembered(clocks: tuple[Clock, ...], week: Week, at: int) -> Span | None:
    """The same, looked for once."""
    asked = (clocks, week, at)
    if asked not in COMMON:
        if len(COMMON) > 200_000:
            COMMON.clear()
        COMMON[asked] = agreed(clocks, week, at)
    return COMMON[asked]


def agreed(clocks: tuple[Clock, ...], week: Week, start: int) -> Span | None:
    """Where all clocks meet; who has not met in more than a year of questions never does."""
    spans: list[Span | None] = [None] * len(clocks)
    questions = max(1000, 400 * len(clocks))
    while True:
        latest = start
        for place, clock in enumerate(clocks):
            span = spans[place]
            if span is None or not span[0] <= latest < span[1]:
                if not questions:
                    return None
                questions -= 1
                span = spans[place] = opening(clock, week, latest)
                if span is None:
                    return None
                latest = max(latest, span[0])
        if latest == start:
            return start, min(span[1] for span in spans)
        start = latest
