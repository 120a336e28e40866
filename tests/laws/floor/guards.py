"""What keeps a call waiting: for each number what hangs on it, for each reason what gives way to it and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from floor import bad_moments, grounds, their_turn
from floor.clock import DAY, HOUR, NOON, START, THREE, Clock
from floor.hours import Hours
from floor.plain import Plain
from floor.promises import Promise, is_awaited, start_of
from floor.reading import Reading
from floor.why import COLD_ONES, Why

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
        if reading.has_dead or reading.has_tries_of_others:
            self.read_state(reading, number)
        self.blocked: Sequence[Span] = ()
        if reading.attempts or reading.others:
            self.read_pace(reading, number, now)

    def read_pace(self, reading: Reading, number: str | None, now: int) -> None:
        """When they were rung, and whether somebody is dialling now."""
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


def pace(reading: Reading, number: str | None, tries: list[Plain], clocks: Iterable[Clock], now: int) -> Iterable[Span]:
    """Stretches in which a call would come too soon, or too often."""
    for calls in (reading.attempts, tries) if tries is not reading.attempts else (tries,):
        if calls and calls[-1].at + THIRTY_DAYS > now:
            yield from too_soon(calls, now)
    yield from days_after(reading.clock, reading.row)
    if reading.is_shared(number):
        yield from days_after(reading.clock, row_on(reading, tries))
    for call in reading.row[-1:]:
        if call.at + WEEK > now:
            yield from same_part(clocks, call.at, (call.at, call.at + WEEK), now)


def too_soon(calls: Sequence[Plain], now: int) -> Iterable[Span]:
    """Twenty hours after a call, four after a busy line; three in a week and six in thirty days are enough."""
    times = [call.at for call in calls if call.at + THIRTY_DAYS > now]
    for call in calls[-len(times) :]:
        if call.at + 20 * HOUR > now:
            yield call.at, call.at + (4 if call.ended == "busy" else 20) * HOUR
    for most, period in ((3, WEEK), (6, THIRTY_DAYS)):
        for first, last in zip(times, times[most - 1 :], strict=False):
            if last - first < period and first + period > now:
                yield last, first + period


def days_after(clock: Clock, row: list[Plain]) -> Iterable[Span]:
    """Some days after an unanswered call, the more the longer the row."""
    for call in [call for call in row if call.ended != "busy"][-1:]:
        days = DAYS_BETWEEN[min(row.index(call) + 1, 5) - 1]
        yield call.at, clock.starts(clock.day(call.at) + days)


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
        while clock.starts(day) < end:
            first = max(clock.wall(day, opens), start)
            last = min(clock.starts(day + 1) if closes == DAY else clock.wall(day, closes), end)
            if first < last:
                yield first, last
            day += 1


def merged(spans: Iterable[Span], now: int) -> list[Span]:
    """The stretches that are not over yet, those that touch as one."""
    joined: list[Span] = []
    for start, end in sorted([span for span in spans if span[1] > now]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


class Rest:
    """From when on they may be rung, as far as it hangs on the reason; for ever closed, and stretches between."""

    __slots__ = ("blocked", "closed", "opens")

    def __init__(self, opens: int) -> None:
        self.opens, self.closed, self.blocked = opens, False, ()


class Guards:
    """What is the same for every reason, read once."""

    def __init__(self, reading: Reading, made: list[Promise], now: int) -> None:
        self.reading, self.made, self.now = reading, made, now
        self.bad = bad_moments.cycle(reading) if reading.has_bad_moment else ()
        self.unanswered = bad_moments.without_a_note(reading, self.bad) if self.bad else None
        theirs = their_turn.standing(reading) if reading.commitments else []
        self.their_turn = max((their_turn.lapses(reading, each) for each in theirs), default=START)
        self.meeting = unsettled(reading) if reading.commitments else None
        self.met = over(reading, self.meeting) if self.meeting else START
        self.snoozed = start_of(reading, reading.snooze.until) if reading.snooze else START
        self.lines: dict[str | None, Line] = {}

    def free_hours(self) -> Hours | None:
        """The hours of all their numbers, where nothing else keeps any call waiting."""
        reading = self.reading
        if self.bad or reading.snooze or reading.attempts or reading.others or reading.commitments:
            return None
        return reading.card.only_hours

    def line(self, number: str | None) -> Line:
        """What hangs on that number."""
        if number not in self.lines:
            self.lines[number] = Line(self.reading, number, self.now)
        return self.lines[number]

    def is_first_return(self, why: Why) -> bool:
        """Whether this would be the first call back."""
        rang = self.reading.rang
        return why.name == "returned_call" and not (why.due is not None and rang and rang[-1].at >= why.due)

    def named_since(self, about: str | None, at: int) -> bool:
        """Whether no promise is known by that key, or it was made since."""
        key = self.reading.event(about)
        made = [each.fact.at for each in self.made if each.fact.key == key]
        return not made or made[-1] >= at

    def is_snooze_over(self, why: Why) -> bool:
        """Whether nobody asked for peace, or they turned to us since."""
        snooze = self.reading.snooze
        return not snooze or (why.name == "returned_call" and why.due is not None and why.due > snooze.at)

    def rest(self, why: Why, line: Line, *, firm: bool = False, but_hang_ups: bool = False) -> Rest:
        """What keeps that reason waiting, or of that only what does not give way to a moment that they named."""
        returned = why.name == "returned_call"
        is_theirs = returned or (why.name == "promise" and why.named)
        rest = Rest(START if is_theirs else self.their_turn)
        if self.meeting and why.name in COLD_ONES:
            rest.opens = max(rest.opens, self.met)
        snooze = self.reading.snooze
        if not self.is_snooze_over(why) and not (firm and self.named_since(why.about, snooze.at)):
            rest.opens = max(rest.opens, self.snoozed)
        bad = self.bad and not returned and not but_hang_ups
        if bad and not (firm and self.named_since(why.about, self.bad[-1].at)):
            self.after_a_bad_moment(rest, line.clocks)
        return rest

    def after_a_bad_moment(self, rest: Rest, clocks: tuple[Clock, ...]) -> None:
        """No note, no call; no channel, rest, then another part of the day; two of them, ninety days."""
        reading, last = self.reading, self.bad[-1]
        if len(self.bad) > 1:
            rest.opens = max(rest.opens, last.at + bad_moments.REST)
        elif self.unanswered is not None:
            if bad_moments.channel_for(reading, last):
                rest.closed = True
                return
            clock = reading.clock
            rested = clock.starts(clock.working_days_on(clock.day(last.at), 10))
            same = same_part(clocks or (clock,), last.at, (rested, rested + 14 * DAY), self.now)
            rest.blocked = merged([(last.at, rested), *same], self.now)


def unsettled(reading: Reading) -> Plain | None:
    """The last meeting agreed on that neither came about nor was spoken of."""
    meetings = [each for each in reading.commitments if each.of_kind == "meet" and each.due]
    last = meetings[-1] if meetings else None
    if last is None or not is_awaited(reading, last) or any(met.at > last.at for met in reading.meetings):
        return None
    due = start_of(reading, last.due)
    return None if reading.settled >= due or reading.wrote("missed_meeting", due) else last


def over(reading: Reading, meeting: Plain) -> int:
    """An hour after its time, or the end of its day."""
    start = start_of(reading, meeting.due)
    return reading.clock.ends(start) if meeting.due[0] else start + HOUR


