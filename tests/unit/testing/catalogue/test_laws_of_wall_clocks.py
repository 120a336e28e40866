"""Noon is noon, also on the days after clocks change."""

import datetime as dt

import pytest

from callrules import Contact, Playbook
from callrules.calendars import DAY, calendar_of
from callrules.declared import POLITE, Besides, Dated
from callrules.moments import outside
from helpers.accusing import accused, rule_that
from helpers.people import somebody

HOUR = dt.timedelta(hours=1)
WALLS = "closed-by-their-clock"
CHANGE, LONG_BEFORE = "2026-03-26 10:00", "2026-02-02 10:00"
THERE = dt.date(2026, 3, 29)


def closed(hours_of, *days):
    """A guard that closes these hours of each day on their own calendar, or of these days alone."""

    def permits(self, history, at):
        first = history.calendar.day(at)
        near = days or [first + each * DAY for each in range(-2, 4)]
        return outside([hours_of(history.calendar, day) for day in near], at, "closed then", yields=True)

    return rule_that("permits", permits, Besides(what="closed then", lifted_by=POLITE), Dated())


def by_the_wall(calendar, day):
    return calendar.wall(day, dt.time(12)), calendar.wall(day, dt.time(14))


def by_the_hours(calendar, day):
    return calendar.starts(day) + 12 * HOUR, calendar.starts(day) + 14 * HOUR


@pytest.mark.parametrize("when", [CHANGE, LONG_BEFORE])
def test_noon_is_noon_on_the_day_on_which_clocks_change(when):
    assert "as clocks have changed" in accused(WALLS, closed(by_the_hours), when=when)
    assert not accused(WALLS, closed(by_the_wall), when=when)


def test_who_never_changes_clocks_has_no_such_day():
    tokyo = somebody("Asia/Tokyo", "JP")
    assert not accused(WALLS, closed(by_the_hours), tokyo, CHANGE)


def test_an_office_keeps_to_its_own_clock():
    office = calendar_of(Contact(id="office", timezone="America/New_York", region="US"))

    def permits(self, at):
        days = [office.day(at) + each * DAY for each in range(-2, 4)]
        return outside([by_the_wall(office, day) for day in days], at, "we eat then", yields=True)

    lunch = rule_that("permits", permits, Besides(what="our lunch", lifted_by=POLITE))
    for when in (CHANGE, "2026-03-05 10:00", "2026-10-22 10:00"):
        assert not accused(WALLS, lunch, when=when)


@pytest.mark.parametrize("hours", [by_the_wall, by_the_hours])
@pytest.mark.parametrize("day", [THERE, THERE + DAY])
def test_a_single_day_on_a_list_may_fall_beside_a_clock_change(hours, day):
    assert not accused(WALLS, closed(hours, day), when=CHANGE)


def test_who_has_no_guard_of_their_own_has_nothing_to_answer_for():
    assert accused(WALLS, Playbook()) == "no guard but the house's"
