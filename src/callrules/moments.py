"""When: windows as sets of permitted moments, and how several of them agree."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from types import MethodType
from typing import Any, Generic, TypeVar

import attrs

from callrules.checks import derived_instant, flag, text
from callrules.errors import InvalidValue
from callrules.redaction import Found

START_OF_TIME = dt.datetime.min.replace(tzinfo=dt.UTC)
END_OF_TIME = dt.datetime.max.replace(tzinfo=dt.UTC)
MOST_QUESTIONS = 1000
"""How often guards are asked before they are said to be in conflict: bounded work, never a moving horizon."""
FEW_QUESTIONS = 100
"""After so many it is worth remembering every answer."""
LATELY = 20
"""The last questions, at least, that show who is in conflict: whoever moved the start since then."""
A_YEAR_OF_DAYS = 400
"""Questions per calendar when several must agree.

400 days, so that hours shared only in winter are found from spring.
"""
SEVERAL_A_DAY = 4
"""How many windows a day may have, on the average, for a whole year without one in common to be remembered."""


@attrs.frozen(kw_only=True)
class Window:
    """The moments from `start` (included) to `end` (excluded); `None` is "always been" and "for ever".

    `says` tells a person what opens it. `yields` says that it gives way to a moment the person named.
    """

    start: dt.datetime | None = None
    end: dt.datetime | None = None
    says: str = attrs.field(default="permitted", repr=False)
    yields: bool = False

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if start is not None and (type(start) is not dt.datetime or start.tzinfo is not dt.UTC):
            object.__setattr__(self, "start", derived_instant(start, "Window.start"))
        if end is not None and (type(end) is not dt.datetime or end.tzinfo is not dt.UTC):
            object.__setattr__(self, "end", derived_instant(end, "Window.end"))
        text(self.says, "Window.says")
        flag(self.yields, "Window.yields")
        if end is not None and self.start is not None and self.end is not None and self.start >= self.end:
            found = Found(f"{self.start} to {self.end}")
            raise InvalidValue("Window.end", found, "an end later than the start: equal ends permit nothing")

    @classmethod
    def never(cls, says: str, *, yields: bool = False) -> Window:
        """The explicit answer that no moment at all is permitted, and why."""
        return cls(start=END_OF_TIME, says=says, yields=yields)

    @property
    def is_never(self) -> bool:
        """Whether no moment at all is permitted."""
        return self.start == END_OF_TIME

    @property
    def opens_at(self) -> dt.datetime | None:
        """When it opens; `None` where it never does, or always did."""
        return None if self.is_never else self.start

    @property
    def opens(self) -> dt.datetime:
        """The first moment, as an instant that can be compared."""
        return self.start or START_OF_TIME

    @property
    def closes(self) -> dt.datetime:
        """The first moment after it, as an instant that can be compared."""
        return self.end or END_OF_TIME

    def permits(self, at: dt.datetime) -> bool:
        """Whether that instant lies inside."""
        start, end = self.start, self.end
        return (start is None or start <= at) and (end is None or at < end)


Who = TypeVar("Who")
Ask = Callable[[dt.datetime], Window | None]
_Movers = dict[int, tuple[int, Window]]
"""For the place of a guard, the question at which it last moved the start, and the window with which it did."""


@attrs.frozen
class Agreement(Generic[Who]):
    """The first window in which all guards agree, and the windows of those that held it up or end it.

    `conflict` holds the guards that never agreed. With it there is no window: where one of them says never,
    `start` is the end of time, and else the moment up to which was looked. `slid` holds those that forbid the very
    moment to which they had put the start off: their windows do not stand.
    """

    start: dt.datetime
    end: dt.datetime
    binding: tuple[tuple[Who, Window], ...] = ()
    conflict: tuple[tuple[Who, Window], ...] = ()
    slid: tuple[tuple[Who, Window], ...] = ()

    @property
    def until(self) -> dt.datetime | None:
        """The end of the window, or `None` where it has none."""
        return None if self.end == END_OF_TIME else self.end

    @property
    def is_never(self) -> bool:
        """Whether a guard said that no moment at all is permitted."""
        return bool(self.conflict) and self.start == END_OF_TIME

    @property
    def is_undecided(self) -> bool:
        """Whether the questions ran out: nobody agrees before `start`, and from there one may ask again."""
        return bool(self.conflict) and not self.is_never


def first_agreement(guards: Sequence[tuple[Who, Ask]], at: dt.datetime, most: int = MOST_QUESTIONS) -> Agreement[Who]:
    """Ask every guard for its first window that ends after `at`, until nobody moves the start.

    Guards combine by intersection: the latest start, the earliest end. A window stands until it ends, and `None` is
    a window without end: a guard is not asked again while the moment lies inside what it answered. Only who moved
    the start is asked once more at the agreed start; who then forbids it has `slid`. At most `most` questions.
    """
    start, asked = at, 0
    moved: _Movers = {}
    windows: list[Window | None] = [None] * len(guards)
    is_known = [False] * len(guards)
    while True:
        latest = start
        for place, (who, ask) in enumerate(guards):
            window = windows[place]
            if (window is not None and not window.permits(latest)) or not is_known[place]:
                if asked >= most:
                    return Agreement(start=start, end=END_OF_TIME, conflict=_of_late(guards, moved, asked))
                window, asked = ask(latest), asked + 1
                windows[place], is_known[place] = window, True
                if window is not None and window.start is not None and window.start > latest:
                    latest, moved[place] = window.start, (asked, window)
                    if window.is_never:
                        return Agreement(start=latest, end=END_OF_TIME, conflict=((who, window),))
        if latest == start:
            return _agreed(guards, start, windows, moved)
        start = latest


def _agreed(
    guards: Sequence[tuple[Who, Ask]],
    start: dt.datetime,
    windows: Sequence[Window | None],
    moved: _Movers,
) -> Agreement[Who]:
    ends = [window.end for window in windows if window is not None and window.end is not None]
    end = min(ends) if ends else END_OF_TIME
    slid = []
    for place in moved:
        again = guards[place][1](start)
        if again and not again.permits(start):
            slid.append((guards[place][0], again))
    held_up = ((guards[place][0], window) for place, (_, window) in moved.items())
    binding = tuple(sorted(held_up, key=lambda each: each[1].opens)) if moved else ()
    return Agreement(start=start, end=end, binding=binding, slid=tuple(slid))


def next_agreement(guards: Sequence[tuple[Who, Ask]], at: dt.datetime) -> Agreement[Who]:
    """The first agreement, looked for once more from the next hour, day, month and year where questions ran out.

    Where they run out again, `start` is the last of these up to which was looked. They are the calendar's, so
    whoever asks again before then is told the same: a horizon of our own would move with every question. Of those
    that were reached already only the last is looked on from, for it leads furthest.
    """
    found = first_agreement(guards, at, FEW_QUESTIONS)
    if not found.is_undecided:
        return found
    remembered = [(who, cache(ask)) for who, ask in guards]
    found, ahead, tried = first_agreement(remembered, at), list(_checkpoints(at)), 0
    while found.is_undecided and ahead and (reached := max(bisect_right(ahead, found.start), 1)) > tried:
        found, tried = first_agreement(remembered, ahead[reached - 1]), reached
    return attrs.evolve(found, start=ahead[tried - 1]) if found.is_undecided and tried else found


def _checkpoints(at: dt.datetime) -> Iterator[dt.datetime]:
    """When the next hour, day, month and year begin; none in the last year of all."""
    if at.year == dt.MAXYEAR:
        return
    hour = at.replace(minute=0, second=0, microsecond=0)
    midnight = hour.replace(hour=0)
    yield hour + dt.timedelta(hours=1)
    yield midnight + dt.timedelta(days=1)
    yield (midnight.replace(day=1) + dt.timedelta(days=31)).replace(day=1)
    yield midnight.replace(year=at.year + 1, month=1, day=1)


def _of_late(guards: Sequence[tuple[Who, Ask]], moved: _Movers, asked: int) -> tuple[tuple[Who, Window], ...]:
    since = asked - max(LATELY, 2 * len(guards))
    return tuple((guards[place][0], window) for place, (when, window) in moved.items() if when > since)


@attrs.frozen
class Blocked:
    """Stretches that block, prepared once and asked again and again: when each begins, and when it is over by.

    No two of them touch, and the earliest comes first.
    """

    starts: tuple[dt.datetime, ...] = ()
    ends: tuple[dt.datetime, ...] = ()

    @classmethod
    def by(cls, stretches: Iterable[tuple[dt.datetime, dt.datetime]]) -> Blocked:
        """Give what these stretches block, each from its start (included) to its end (excluded)."""
        starts: list[dt.datetime] = []
        ends: list[dt.datetime] = []
        for start, end in sorted(stretches):
            last = max(end, ends[-1]) if ends else end
            if ends and start <= ends[-1]:
                ends[-1] = last
            else:
                starts.append(start)
                ends.append(last)
        return cls(tuple(starts), tuple(ends))

    def holds(self, at: dt.datetime) -> bool:
        """Whether that moment is blocked."""
        place = bisect_right(self.starts, at)
        return place > 0 and at < self.ends[place - 1]

    def window(self, at: dt.datetime, says: str, *, yields: bool = False) -> Window | None:
        """The first window that ends after `at` and touches no stretch; `None` if there is none."""
        if not self.starts:
            return None
        place = bisect_right(self.starts, at)
        opens = self.ends[place - 1] if place else None
        closes = self.starts[place] if place < len(self.starts) else None
        return Window(start=opens, end=closes, says=says, yields=yields)


def outside(
    blocked: Iterable[tuple[dt.datetime, dt.datetime]], at: dt.datetime, says: str, *, yields: bool = False
) -> Window | None:
    """The first window that ends after `at` and touches none of the blocked stretches; `None` if none blocks."""
    return Blocked.by(blocked).window(at, says, yields=yields)


def every_window(windows: Sequence[Callable[[dt.datetime], Window]], at: dt.datetime, says: str) -> Window:
    """The first window on which several calendars agree, as one that says `says`; set `yields` on what it answers.

    Each is asked `A_YEAR_OF_DAYS` times at least; who has not agreed by then never does. That a year holds no such
    window is remembered where every ask is a `partial` of a rule's method, and the rule can be hashed.
    """
    if len(windows) == 1:
        return windows[0](at)
    asks = tuple(map(_TimeTable.of, windows))
    if _is_lasting(asks) and all(_never_agree(asks, year) for year in (at.year, at.year + 1)):
        return Window.never(says)
    agreed = _agreed_upon(asks, at)
    return Window.never(says) if agreed.conflict else Window(start=agreed.start, end=agreed.until, says=says)


@attrs.frozen
class _TimeTable:
    """A question about moments as a value: two of the same rule about the same calendar are equal."""

    asks: Callable[..., Window]
    about: tuple[Any, ...] = ()

    @classmethod
    def of(cls, ask: Callable[[dt.datetime], Window]) -> _TimeTable:
        """Take a rule's method that was bound to a calendar apart; whatever else was given stays as it is."""
        if isinstance(ask, partial) and isinstance(ask.func, MethodType) and not ask.keywords:
            return cls(ask.func.__func__, (ask.func.__self__, *ask.args))
        return cls(ask)

    def __call__(self, at: dt.datetime) -> Window:
        return self.asks(*self.about, at)


def _agreed_upon(asks: Sequence[Ask], at: dt.datetime) -> Agreement[Any]:
    most = max(MOST_QUESTIONS, A_YEAR_OF_DAYS * len(asks))
    return first_agreement([(None, ask) for ask in asks], at, most)


def _is_lasting(asks: tuple[_TimeTable, ...]) -> bool:
    """Whether these questions are the same when they are put again, so that an answer is worth keeping."""
    try:
        return all(each.about for each in asks) and bool(frozenset(asks))
    except TypeError:  # a rule or a calendar that cannot be hashed
        return False


@lru_cache(maxsize=4096)
def _never_agree(asks: tuple[_TimeTable, ...], year: int) -> bool:
    """Whether a year holds no window of all: looked for once, first where clocks lie farthest apart."""
    if not dt.MINYEAR < year < dt.MAXYEAR - 1:
        return False
    january = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    by_clock = sorted(asks, key=lambda ask: ask(january).opens)
    return any(_has_none(each, january) for each in ((by_clock[0], by_clock[-1]), asks))


def _has_none(asks: Sequence[Ask], january: dt.datetime) -> bool:
    """Whether they agree on nothing before the next January; as long as the questions last, they may."""
    start, ends = january, january.replace(year=january.year + 1)
    for _ in range(SEVERAL_A_DAY):
        found = _agreed_upon(asks, start)
        if not found.conflict or found.start >= ends:
            return found.start >= ends
        start = found.start
    return False
