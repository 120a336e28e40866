"""Five a day for thirty days, and what day thirty says (rulebook E1)."""

import datetime as dt

from callrules.desk.scorecard.challenge import challenge
from callrules.desk.scorecard.shares import Share
from helpers.people import somebody

START = dt.date(2026, 6, 1)


def calls(first, days, a_day, how="conversation"):
    """On each of so many days so many people are rung."""
    return [
        somebody(id=f"{first}/{day}/{each}").rung(f"{first + dt.timedelta(days=day)} 10:00", how)
        for day in range(days)
        for each in range(a_day)
    ]


def looked_at(lives, now="2026-07-02"):
    return challenge(
        [(life.contact, life.history) for life in lives], START, dt.datetime.fromisoformat(f"{now}T12:00Z")
    )


def test_a_day_is_full_with_five_people_and_weekends_ask_for_none():
    seen = looked_at(calls(START, 2, 5) + calls(dt.date(2026, 6, 3), 1, 4), now="2026-06-03")
    assert (seen.day, seen.full_days) == (3, Share(2, 3))
    assert looked_at([], now="2026-06-07").full_days == Share(0, 5)


def test_one_person_rung_five_times_is_one_person():
    life = somebody()
    for hour in range(10, 15):
        life = life.rung(f"{START} {hour}:00")
    assert looked_at([life], now="2026-06-01").rung == {START: 1}


def test_nothing_is_compared_before_thirty_days_have_passed():
    assert looked_at(calls(START, 29, 5), now="2026-06-30").suggests == "keep_going"


def test_who_talks_more_than_in_the_month_before_goes_on():
    before = dt.date(2026, 5, 4)
    assert looked_at(calls(before, 10, 1) + calls(START, 25, 5)).suggests == "go_on"


def test_few_calls_show_nothing():
    assert looked_at(calls(START, 3, 5)).suggests == "too_few_to_tell"


def test_fewer_results_ask_for_a_change():
    before = dt.date(2026, 5, 4)
    assert looked_at(calls(before, 25, 5) + calls(START, 10, 1)).suggests == "change_something"


def test_as_many_as_before_shows_no_difference():
    assert looked_at(calls(dt.date(2026, 5, 4), 20, 2) + calls(START, 20, 2)).suggests == "no_difference_shown"
