"""What hangs on one number: whether it is closed, until when it rests, and pace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from floor import grounds
from floor.clock import DAY, HOUR, NOON, START, THREE, Clock
from floor.plain import Plain
from floor.reading import Reading

Span = tuple[int, int]
WEEK, THIRTY_DAYS = 7 * DAY, 30 * DAY
DAYS_BETWEEN = (2, 2, 3, 4, 6)
PARTS = ((0, NOON), (NOON, THREE), (THREE, DAY))


class Line:
    """What hangs on one number: whether it is closed for ever, from when on it is free, and pace."""

    __slots__ = ("blocked", "clocks", "closed", "hours", "opens")

    def __init__(self, reading: Reading, number: str | None, now: int) -> None:
        self.hours = reading.card.hours[number]
        self.clocks = self.hours.clocks
        self.closed, self.opens = False, START
        if reading.others and reading.refusal(number):
            self.closed = True
        if reading.has_dead or (reading.others and reading.others.tries):
            self.read_state(reading, number)
        self.blocked: Sequence[Span] = ()
        if reading.attempts or reading.others:
            tries = reading.tries_on(number) if reading.is_shared(number) else reading.attempts
            for call in tries if tries is reading.attempts else (*reading.attempts, *tries):
                if call.ended == "dialing":
                    self.opens = max(self.opens, call.at + 2 * HOUR)
            self.blocked = merged(pace(reading, number, tries, self.clocks or (reading.clock,), now), now)

    def is_like(self, other: Line) -> bool:
        """Whether nothing is different on the other number."""
        return (
            self.closed == other.closed
            and self.opens == other.opens
            and self.clocks == other.clocks
            and self.blocked == other.blocked
        )

    def read_state(self, reading: Reading, number: str | None) -> None:
        """Whether it is dead, and until when it rests."""
        if grounds.died_at(reading, number) is not None:
            self.closed = True
        for call in grounds.calls_on(reading, number):
            if call.bad:
                self.opens = call.at + 15 * DAY


def pace(reading: Reading, number: str | None, tries: Sequence[Plain], clocks: Iterable[Clock], now: int) -> list[Span]:
    """Stretches in which a call would come too soon, or too often."""
    spans: list[Span] = []
    add_too_soon(spans, tries, now)
    if tries is not reading.attempts:
        add_too_soon(spans, reading.attempts, now)
    row = reading.row
    if row and row[-1].at + 8 * DAY > now:
        add_days_after(spans, reading.clock, row)
        if row[-1].at + WEEK > now:
            spans += same_part(clocks, row[-1].at, (row[-1].at, row[-1].at + WEEK), now)
    if reading.is_shared(number):
        add_days_after(spans, reading.clock, row_on(reading, tries))
    return spans


def add_too_soon(spans: list[Span], calls: Sequence[Plain], now: int) -> None:
    """Twenty hours after a call, four after a busy line; three in a week and six in thirty days are enough."""
    lately = [call for call in calls if call.at + THIRTY_DAYS > now]
    if not lately:
        return
    fresh = [call for call in lately if call.at + 20 * HOUR > now]
    spans += [(call.at, call.at + (4 if call.ended == "busy" else 20) * HOUR) for call in fresh]
    for most, period in ((3, WEEK), (6, THIRTY_DAYS)):
        for first, last in zip(lately, lately[most - 1 :], strict=False):
            if last.at - first.at < period and first.at + period > now:
                spans.append((last.at, first.at + period))


def add_days_after(spans: list[Span], clock: Clock, row: Sequence[Plain]) -> None:
    """Some days after an unanswered call, the more the longer the row."""
    for place in range(len(row) - 1, -1, -1):
        call = row[place]
        if call.ended != "busy":
            days = DAYS_BETWEEN[min(place, 4)]
            spans.append((call.at, clock.starts[clock.day(call.at) + days]))
            return


def row_on(reading: Reading, tries: list[Plain]) -> list[Plain]:
    """The unanswered dials of a shared number in a row."""
    row: list[Plain] = []
    for call in tries:
        if call.at > reading.broke_a_row:
            row = [*row, call] if call.unanswered else [] if call.breaks else row
    return row


def same_part(clocks: Iterable[Clock], like: int, span: Span, now: int) -> Iterable[Span]:
    """The same part of every day within a span, on each clock, as far as it is not over."""
    start, end = span
    for clock in clocks:
        opens, closes = PARTS[clock.part(like)]
        day = clock.day(max(start, now)) - 1
        while clock.starts[day] < end:
            first = max(clock.wall(day, opens), start)
            last = min(clock.starts[day + 1] if closes == DAY else clock.wall(day, closes), end)
            if first < last:
                yield first, last
            day += 1


def merged(spans: Sequence[Span], now: int) -> Sequence[Span]:
    """The stretches that are not over yet, those that touch as one."""
    if not spans:
        return ()
    joined: list[Span] = []
    for start, end in sorted([span for span in spans if span[1] > now]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
