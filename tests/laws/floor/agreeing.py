"""The first moment at which nothing keeps a call waiting, and until when."""

from __future__ import annotations

from floor.clock import END, HOUR, START, Clock
from floor.guards import Guards, Line
from floor.hours import Week, common_opening
from floor.promises import ON_THE_DAY, ON_THE_HOUR
from floor.why import Why

Found = tuple[int, int] | None
"""From when until when; `None` is never."""
MOST = 400


class NotDecided(Exception):
    """The floor does not decide this."""


class Agreement:
    """What keeps one reason waiting on one line, asked about moments."""

    def __init__(self, guards: Guards, why: Why, line: Line, *, but_hang_ups: bool = False) -> None:
        self.line, self.clocks, self.named = line, line.clocks, why.named
        self.firm, self.giving = guards.rests(why, line.clocks, but_hang_ups=but_hang_ups)
        self.week = week_for(guards, why)
        self.pace = [] if guards.is_first_return(why) else line.blocked
        self.opens = max(line.opens, self.firm.opens)

    def all_agree(self, start: int) -> Found:
        """The first moment at which everything lets it ring."""
        if self.line.closed or self.firm.closed or self.giving.closed or not self.clocks:
            return None
        blocked = [each for each in (self.pace, self.firm.blocked, self.giving.blocked) if each]
        return first(max(start, self.opens, self.giving.opens), blocked, self.clocks, self.week)

    def firm_agree(self, start: int) -> Found:
        """The same for what does not give way to the moment that they named."""
        if self.line.closed or self.firm.closed:
            return None
        blocked = [self.firm.blocked] if self.firm.blocked else []
        if self.named == ON_THE_HOUR:
            return first(max(start, self.opens), blocked, (), None)
        return first(max(start, self.opens), blocked, self.clocks, self.week) if self.clocks else None


def week_for(guards: Guards, why: Why) -> Week:
    """Their hours; on a day that they named and for which they told none, the house's."""
    closes, told, _ = guards.reading.card.week
    if told and why.named == ON_THE_DAY:
        return closes, told, guards.reading.clock.day(why.due)
    return guards.reading.card.week


def first(at: int, blocked: list, clocks: tuple[Clock, ...], week: Week | None) -> Found:
    """The first moment from `at` on that lies in opening hours, on no holiday, and in no blocked stretch."""
    for _ in range(MOST):
        before, closes = at, END
        if week is not None:
            span = common_opening(clocks, week, at)
            if span is None:
                return None
            at, closes = max(at, span[0]), span[1]
            for clock in clocks:
                day = clock.day(at)
                while clock.is_holiday(day):
                    day += 1
                    at = max(at, clock.starts(day))
        for spans in blocked:
            for start, end in spans:
                if start <= at < end:
                    at = end
        if at == before:
            return at, until(at, closes, blocked, clocks)
    raise NotDecided("no moment was found in all that was looked at")


def until(at: int, closes: int, blocked: list, clocks: tuple[Clock, ...]) -> int:
    """The end of the window in which that moment lies."""
    for spans in blocked:
        closes = min([closes, *(start for start, _ in spans if start > at)])
    for clock in clocks:
        day = clock.day(at) + 1
        while clock.starts(day) < closes:
            if clock.is_holiday(day):
                closes = clock.starts(day)
            day += 1
    return closes


def agreement(guards: Guards, why: Why, number: str | None, not_before: int = START) -> Found:
    """The first window for that reason on that number, inside the moment they named where that is possible."""
    asked = Agreement(guards, why, guards.line(number))
    start = max(guards.now, START if why.due is None else why.due, not_before)
    return as_named(guards, asked, why, start) if why.named else asked.all_agree(start)


def as_named(guards: Guards, asked: Agreement, why: Why, start: int) -> Found:
    """Inside the named moment only what is firm counts; afterwards it is an ordinary reason."""
    opens, closes = named_span(guards, asked, why)
    start = max(start, opens)
    if start >= closes:
        return asked.all_agree(start)
    firm = asked.firm_agree(start)
    if firm and firm[0] < closes:
        return firm[0], min(firm[1], closes)
    return asked.all_agree(closes)


def named_span(guards: Guards, asked: Agreement, why: Why) -> tuple[int, int]:
    """A named hour lasts one hour, a named day that day, or the first on which they open."""
    due, clock = why.due, guards.reading.clock
    if why.named == ON_THE_HOUR:
        return due, due + HOUR
    opened = first(due, [], asked.clocks, asked.week) if asked.clocks else None
    if opened is None or opened[0] < clock.ends(due):
        return due, clock.ends(due)
    return clock.starts(clock.day(opened[0])), clock.ends(opened[0])
