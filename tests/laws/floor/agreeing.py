"""The first moment at which nothing keeps a call waiting, and until when."""

from __future__ import annotations

from collections.abc import Sequence

from floor.clock import END, HOUR, START
from floor.guards import Guards, Rest
from floor.hours import Hours, hours_of
from floor.lines import Line, Span, merged
from floor.promises import ON_THE_DAY, ON_THE_HOUR
from floor.why import COLD_ONES, Why

Found = tuple[int, int] | None
"""From when until when; `None` is never."""
MOST = 400


class NotDecided(Exception):
    """The floor does not decide this."""


class Asked:
    """What keeps a call waiting, asked about moments: one from when on, hours, and stretches in which nobody rings."""

    __slots__ = ("blocked", "found", "hours", "opens")

    def __init__(self, opens: int, hours: Hours | None, blocked: Sequence[Span]) -> None:
        self.opens, self.hours, self.blocked = opens, hours, blocked
        self.found: dict[int, Found] = {}

    def first(self, start: int) -> Found:
        """The first moment from then on, and the end of its window."""
        start = max(start, self.opens)
        if start not in self.found:
            self.found[start] = self.look(start)
        return self.found[start]

    def look(self, at: int) -> Found:
        """The same, looked for: hours and stretches in turns, until nothing moves the moment."""
        for _ in range(MOST):
            closes = END
            if self.hours is not None:
                span = self.hours.after(at)
                if span is None:
                    return None
                at, closes = max(at, span[0]), span[1]
            free = at
            for start, end in self.blocked:
                if start <= free < end:
                    free = end
            if free == at:
                return at, min([closes, *(start for start, _ in self.blocked if start > at)])
            at = free
        raise NotDecided("no moment was found in all that was looked at")


class Never:
    """What never lets a call ring."""

    def first(self, _: int) -> Found:
        return None


NEVER = Never()


class Agreements:
    """All that was asked about one person at one moment."""

    def __init__(self, guards: Guards) -> None:
        self.guards, self.known, self.free = guards, {}, guards.free
        self.last: tuple[int, Found] = (START, None)

    def first(self, why: Why, number: str | None, start: int) -> Found:
        """The first window from then on for that reason on that number, inside the moment they named where possible."""
        if self.free is not None and not why.named:
            if start != self.last[0]:
                span = self.free.after(start)
                self.last = (start, None if span is None else (max(start, span[0]), span[1]))
            return self.last[1]
        line = self.guards.line(number)
        return self.as_named(why, line, start) if why.named else self.ordinary(why, line).first(start)

    def may_come(self, why: Why, number: str | None) -> bool:
        """Whether there is any moment for that reason on that number."""
        asked = self.ordinary(why, self.guards.line(number))
        if asked is not NEVER and asked.hours.after(self.guards.now) is not None:
            return True
        return bool(why.named) and self.first(why, number, max(self.guards.now, why.due)) is not None

    def ordinary(self, why: Why, line: Line, *, but_hang_ups: bool = False) -> Asked | Never:
        """What keeps reasons of that sort waiting outside of any moment that they named."""
        guards = self.guards
        if why.named or why.name == "returned_call":
            first = guards.is_first_return(why)
            return asked(guards, why, line, guards.rest(why, line), pace=() if first else line.blocked)
        sort = (id(line), why.name in COLD_ONES, but_hang_ups)
        known = self.known.get(sort)
        if known is None:
            rest = guards.rest(why, line, but_hang_ups=but_hang_ups)
            known = self.known[sort] = asked(guards, why, line, rest, pace=line.blocked)
        return known

    def as_named(self, why: Why, line: Line, start: int) -> Found:
        """Inside the named moment only what is firm counts; afterwards it is an ordinary reason."""
        opens, closes = self.named_span(why, line)
        start = max(start, opens)
        if start < closes:
            firm = self.firm(why, line).first(start)
            if firm and firm[0] < closes:
                return firm[0], min(firm[1], closes)
            start = closes
        return self.ordinary(why, line).first(start)

    def firm(self, why: Why, line: Line) -> Asked | Never:
        """What does not give way to the moment that they named."""
        rest = self.guards.rest(why, line, firm=True)
        if why.named == ON_THE_HOUR:
            closed = line.closed or rest.closed
            return NEVER if closed else Asked(max(line.opens, rest.opens), None, rest.blocked)
        return asked(self.guards, why, line, rest)

    def named_span(self, why: Why, line: Line) -> tuple[int, int]:
        """A named hour lasts one hour, a named day that day, or the first on which they open."""
        due, clock = why.due, self.guards.reading.clock
        if why.named == ON_THE_HOUR:
            return due, due + HOUR
        ends = clock.ends(due)
        span = hours_for(self.guards, why, line).after(due)
        if span is None or span[0] < ends:
            return due, ends
        return clock.starts[clock.day(span[0])], clock.ends(span[0])


def asked(guards: Guards, why: Why, line: Line, rest: Rest, pace: Sequence[Span] = ()) -> Asked | Never:
    """What is to be asked, where it is not closed for ever."""
    if line.closed or rest.closed or not line.clocks:
        return NEVER
    blocked = merged([*pace, *rest.blocked], guards.now) if rest.blocked else pace
    return Asked(max(line.opens, rest.opens), hours_for(guards, why, line), blocked)


def hours_for(guards: Guards, why: Why, line: Line) -> Hours:
    """Their hours; on a day that they named and for which they told none, the house's."""
    closes, told, _ = guards.reading.card.week
    if not told or why.named != ON_THE_DAY:
        return line.hours
    return hours_of(line.clocks, (closes, told, guards.reading.clock.day(why.due)))
