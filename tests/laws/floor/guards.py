"""What keeps a call waiting: for each number what hangs on it, for each reason what gives way to it and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from floor import bad_moments, grounds, their_turn
from floor.clock import DAY, HOUR, NOON, START, THREE, Clock
from floor.hours import Hours
from floor.plain import Plain
from floor.promises import Promise, is_awaited, start_of
from floor.reading import REST, Reading
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
    for call in lately:
        if call.at + 20 * HOUR > now:
            spans.append((call.at, call.at + (4 if call.ended == "busy" else 20) * HOUR))
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
            spans.append((call.at, clock.starts(clock.day(call.at) + days)))
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
        while clock.starts(day) < end:
            first = max(clock.wall(day, opens), start)
            last = min(clock.starts(day + 1) if closes == DAY else clock.wall(day, closes), end)
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


class Rest:
    """From when on they may be rung, as far as it hangs on the reason; for ever closed, and stretches between."""

    __slots__ = ("blocked", "closed", "opens")

    def __init__(self, opens: int) -> None:
        self.opens, self.closed, self.blocked = opens, False, ()


class Guards:
    """What is the same for every reason, read once."""

    def __init__(self, reading: Reading, made: list[Promise], now: int) -> None:
        self.reading, self.made, self.now = reading, made, now
        self.bad = reading.bad_moments
        self.unanswered = bad_moments.without_a_note(reading, self.bad) if self.bad else None
        theirs = their_turn.standing(reading) if reading.commitments else ()
        self.their_turn = max([their_turn.lapses(reading, each) for each in theirs]) if theirs else START
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
        line = self.lines.get(number)
        if line is None:
            reading = self.reading
            alike = self.lines and not (reading.others or reading.has_dead) and reading.card.only_hours
            line = next(iter(self.lines.values())) if alike else Line(reading, number, self.now)
            self.lines[number] = line
        return line

    def are_alike(self) -> bool:
        """Whether nothing hangs on the number."""
        first, *others = map(self.line, self.reading.card.numbers)
        return all(other is first or other.is_like(first) for other in others)

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
        if snooze and not self.is_snooze_over(why) and not (firm and self.named_since(why.about, snooze.at)):
            rest.opens = max(rest.opens, self.snoozed)
        bad = self.bad and not returned and not but_hang_ups
        if bad and not (firm and self.named_since(why.about, self.bad[-1].at)):
            self.after_a_bad_moment(rest, line.clocks)
        return rest

    def after_a_bad_moment(self, rest: Rest, clocks: tuple[Clock, ...]) -> None:
        """No note, no call; no channel, rest, then another part of the day; two of them, ninety days."""
        reading, last = self.reading, self.bad[-1]
        if len(self.bad) > 1:
            rest.opens = max(rest.opens, last.at + REST)
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


