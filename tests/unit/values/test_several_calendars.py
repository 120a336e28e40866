"""Several calendars agree on a window; that they never do is found out once a year, not at each question."""

import datetime as dt
from functools import partial
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callrules import Window
from callrules.calendars import Calendar
from callrules.moments import END_OF_TIME, every_window, first_agreement

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
PARIS, AUCKLAND, HONOLULU = (
    Calendar(zone=ZoneInfo(name)) for name in ("Europe/Paris", "Pacific/Auckland", "Pacific/Honolulu")
)
NEVER = "never at both at once"


@attrs.frozen
class Halves:
    """Open in two halves of each day of those months."""

    halves: tuple[tuple[int, int], ...] = ((9, 12), (13, 17))
    months: frozenset[int] = frozenset(range(1, 13))
    asked: list[dt.datetime] = attrs.field(factory=list, eq=False, repr=False)

    def on(self, calendar, at):
        self.asked.append(at)
        day = calendar.day(at)
        while True:
            for opens, closes in self.halves if day.month in self.months else ():
                window = Window(
                    start=calendar.wall(day, dt.time(opens)), end=calendar.wall(day, dt.time(closes)), says="at work"
                )
                if window.closes > at:
                    return window
            day += DAY

    def in_all(self, calendars, at):
        return every_window([partial(self.on, each) for each in calendars], at, NEVER)


def test_that_clocks_never_agree_is_not_looked_for_at_each_question():
    desks = Halves(months=frozenset({6}))
    assert desks.in_all((PARIS, HONOLULU), NOON).is_never
    looked = len(desks.asked)
    for days in range(30):
        assert desks.in_all((PARIS, HONOLULU), NOON + days * DAY).is_never
    assert len(desks.asked) == looked


def test_who_asks_of_an_equal_rule_finds_the_same_and_of_another_one_does_not():
    desks, equal, other = Halves(((8, 9),)), Halves(((8, 9),)), Halves(((8, 21),))
    assert desks.in_all((PARIS, AUCKLAND), NOON).is_never
    assert equal.in_all((PARIS, AUCKLAND), NOON).is_never
    assert not equal.asked
    assert not other.in_all((PARIS, AUCKLAND), NOON).is_never


def test_an_hour_that_is_shared_late_in_the_year_alone_is_found():
    both = Halves(((9, 12), (20, 22)), months=frozenset({11, 12}))
    evening = NOON.replace(hour=20)
    assert both.in_all((PARIS, AUCKLAND), NOON) == Window(start=evening, end=evening + HOUR, says=NEVER)


def test_who_cannot_be_told_apart_is_asked_each_time():
    unhashable, desks = Halves(months={6}), Halves()

    def made_anew(calendar, at):
        return desks.on(calendar, at)

    for rule, ask in ((unhashable, unhashable.on), (desks, made_anew)):
        for _ in range(2):
            rule.asked.clear()
            assert every_window([partial(ask, each) for each in (PARIS, HONOLULU)], NOON, NEVER).is_never
            assert rule.asked


@pytest.mark.parametrize("year", [1971, 9996])
def test_years_far_away_have_their_windows_too(year):
    assert not Halves(((9, 21),)).in_all((PARIS, HONOLULU), NOON.replace(year=year)).is_never


@settings(deadline=None, max_examples=40)
@given(
    opens=st.tuples(st.integers(0, 11), st.integers(12, 22)),
    long=st.integers(1, 4),
    months=st.frozensets(st.integers(1, 12), min_size=1, max_size=3),
    others=st.sampled_from([(PARIS, AUCKLAND), (PARIS, HONOLULU), (AUCKLAND, HONOLULU), (PARIS, AUCKLAND, HONOLULU)]),
    days=st.integers(0, 800),
)
def test_what_is_remembered_of_a_year_is_what_a_search_would_find(opens, long, months, others, days):
    desks = Halves(tuple((each, min(each + long, 23)) for each in opens), months)
    at = NOON + days * DAY
    searched = first_agreement([(each, partial(desks.on, each)) for each in others], at, 10_000)
    ends = dt.datetime(at.year + 2, 1, 1, tzinfo=dt.UTC)
    found = desks.in_all(others, at)
    if found.is_never:
        assert searched.conflict or searched.start >= ends
    else:
        assert (found.start, found.closes) == (searched.start, searched.until or END_OF_TIME)
