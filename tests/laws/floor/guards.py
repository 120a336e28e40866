"""What keeps a call waiting: what hangs on its reason, and of that, what gives way to a moment that they named."""

from __future__ import annotations

from floor import bad_moments, their_turn
from floor.clock import DAY, HOUR, START, Clock
from floor.hours import Hours
from floor.lines import Line, merged, same_part
from floor.plain import Plain
from floor.promises import Promise, is_awaited, start_of
from floor.reading import REST, Reading
from floor.why import COLD_ONES, Why


class Rest:
    """From when on they may be rung, as far as it hangs on the reason; for ever closed, and stretches between."""

    __slots__ = ("blocked", "closed", "opens")

    def __init__(self, opens: int) -> None:
        self.opens, self.closed, self.blocked = opens, False, ()


class Guards:
    """What is the same for every reason, read once."""

    bad, unanswered, meeting = (), None, None
    only_line: Line | None = None
    their_turn = met = snoozed = START
    free: Hours | None = None
    """The hours of all their numbers, where nothing else keeps any call waiting."""

    def __init__(self, reading: Reading, made: list[Promise], now: int) -> None:
        self.reading, self.made, self.now = reading, made, now
        self.lines: dict[str | None, Line] = {}
        if reading.bad_moments or reading.snooze or reading.attempts or reading.others or reading.commitments:
            self.read(reading)
        else:
            self.free = reading.card.only_hours

    def read(self, reading: Reading) -> None:
        """What keeps any call waiting."""
        if reading.bad_moments:
            self.bad = reading.bad_moments
            self.unanswered = bad_moments.without_a_note(reading, self.bad)
        if reading.commitments:
            for each in their_turn.standing(reading):
                self.their_turn = max(self.their_turn, their_turn.lapses(reading, each))
            self.meeting = unsettled(reading)
        if self.meeting:
            self.met = over(reading, self.meeting)
        if reading.snooze:
            self.snoozed = start_of(reading, reading.snooze.until)

    def line(self, number: str | None) -> Line:
        """What hangs on that number: one for all of them, where nothing can."""
        if self.only_line is not None:
            return self.only_line
        line = self.lines.get(number)
        if line is None:
            reading = self.reading
            line = self.lines[number] = Line(reading, number, self.now)
            if reading.card.only_hours and not (reading.others or reading.has_dead):
                self.only_line = line
        return line

    def are_alike(self) -> bool:
        """Whether nothing hangs on the number."""
        first, *others = map(self.line, self.reading.card.numbers)
        return self.only_line is not None or all(other.is_like(first) for other in others)

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
            rested = clock.starts[clock.working_days_on(clock.day(last.at), 10)]
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
