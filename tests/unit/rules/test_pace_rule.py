"""B5: persistence, not pestilence: the gaps between attempts, and the part of the day."""

import pytest

from callrules import CallAttempt
from helpers.people import FRI, MON, NEIGHBOURS, NUMBER, THU, TUE, WED, a_business, somebody


def rung(*when, how="no_answer"):
    life = somebody()
    for each in when:
        life = life.rung(each, how)
    return life


def test_six_attempts_fall_on_days_1_3_5_8_12_and_18():
    life, days = somebody(), []
    now = f"{MON} 10:00"
    for _ in range(6):
        at = life.step(now).at.astimezone(life.zone)
        days.append((at.date() - life.moment(MON)).days + 1)
        now = f"{at:%Y-%m-%d %H:%M}"
        life = life.rung(now)
    assert days == [1, 3, 5, 8, 12, 18]


@pytest.mark.parametrize(
    ("made", "then"),
    [
        (["2026-06-01 10:00"], "2026-06-03 12:00"),
        (["2026-06-01 10:00", "2026-06-03 12:00"], "2026-06-05 09:00"),
        (["2026-06-01 10:00", "2026-06-03 12:00", "2026-06-05 09:00"], "2026-06-08 12:00"),
        (["2026-06-01 10:00", "2026-06-03 12:00", "2026-06-05 09:00", "2026-06-08 12:00"], "2026-06-12 09:00"),
    ],
)
def test_between_unanswered_attempts_lie_2_2_3_and_4_days(made, then):
    assert rung(*made).next(f"{made[-1][:11]}18:00").endswith(then)


def test_the_sixth_attempt_waits_six_days():
    life = rung("2026-06-01 10:00", "2026-06-03 12:00", "2026-06-05 09:00", "2026-06-08 12:00", "2026-06-12 09:00")
    assert life.next("2026-06-12 10:00").endswith("2026-06-18 12:00")


@pytest.mark.parametrize(
    ("tried", "then"),
    [
        (f"{MON} 09:00", f"{WED} 12:00"),
        (f"{MON} 11:59", f"{WED} 12:00"),
        (f"{MON} 12:00", f"{WED} 09:00"),
        (f"{MON} 14:59", f"{WED} 09:00"),
        (f"{MON} 15:00", f"{WED} 09:00"),
    ],
)
def test_never_twice_running_in_the_same_part_of_the_day(tried, then):
    assert rung(tried).next(f"{MON} 19:00").endswith(then)


def test_the_part_of_the_day_is_the_persons():
    life = a_business("Asia/Kolkata", "IN").rung(f"{MON} 11:59")
    assert life.next(f"{MON} 12:00").endswith(f"{WED} 12:00")


def test_after_a_week_the_same_part_of_the_day_is_fair_again():
    life = somebody().rung(f"{MON} 10:00").promised("2026-06-07 10:00", "2026-06-08 09:59", asked_by="us")
    assert life.next("2026-06-08 09:59").endswith("2026-06-08 10:00")


def test_two_days_are_counted_on_the_calendar_and_not_by_the_hour():
    assert rung(f"{MON} 16:00").next(f"{MON} 17:00").endswith(f"{WED} 09:00")


def test_never_less_than_twenty_hours_whatever_was_answered():
    life = a_business().talked(f"{MON} 17:00").promised(f"{MON} 17:00", TUE, asked_by="us")
    assert life.next(f"{MON} 17:01").endswith(f"{TUE} 13:00")


def test_a_busy_line_may_be_tried_again_after_four_hours():
    assert rung(f"{MON} 09:40", how="busy").next(f"{MON} 09:45").endswith(f"{MON} 13:40")
    assert rung(f"{MON} 12:30", how="busy").next(f"{MON} 12:31").endswith(f"{MON} 16:30")


def test_a_busy_line_after_hours_is_tried_again_the_next_day():
    assert a_business().rung(f"{MON} 14:30", "busy").next(f"{MON} 14:31").endswith(f"{TUE} 09:00")


def test_a_busy_line_does_not_hide_the_attempt_before_it():
    life = somebody().rung(f"{MON} 10:00").rung(f"{MON} 11:00", "busy")
    assert life.step(f"{MON} 11:01").at >= life.at(f"{TUE} 06:00")


@pytest.mark.parametrize("how", ["technical", "not_dialled"])
def test_what_never_went_out_is_no_attempt(how):
    assert rung(f"{MON} 10:00", how=how).may_be_rung(f"{MON} 10:01")


def test_attempts_count_by_when_they_were_made_and_not_by_when_they_were_typed_in():
    life = somebody().rung(f"{MON} 10:00", recorded=somebody().at(f"{WED} 11:00"))
    assert life.may_be_rung(f"{WED} 12:00")


def test_a_dial_by_hand_counts_as_every_other():
    assert (
        somebody()
        .rung(f"{MON} 10:00", from_number="+4915112345678", remark="by hand")
        .next(f"{MON} 11:00")
        .endswith(f"{WED} 12:00")
    )


def test_a_neighbours_unanswered_attempt_keeps_us_off_the_shared_number_for_as_many_days_as_our_own():
    theirs = CallAttempt(at=somebody().at(f"{MON} 15:00"), disposition="no_answer", number=NUMBER, contact="c-2")
    assert somebody().add(theirs).next(f"{MON} 15:01").endswith(f"{WED} 09:00")


def test_a_neighbours_talk_on_the_shared_number_keeps_us_off_it_for_twenty_hours():
    theirs = CallAttempt(at=somebody().at(f"{MON} 15:00"), disposition="conversation", number=NUMBER, contact="c-2")
    assert somebody().add(theirs).next(f"{MON} 15:01").endswith(f"{TUE} 11:00")


def test_a_neighbours_attempt_on_another_number_is_none_of_ours():
    theirs = CallAttempt(at=somebody().at(f"{MON} 15:00"), disposition="no_answer", number=NEIGHBOURS, contact="c-2")
    assert somebody().add(theirs).may_be_rung(f"{MON} 15:01")


@pytest.mark.parametrize("breaks", ["talked", "rang_us", "wrote_to_us"])
def test_a_row_is_broken_when_they_are_heard(breaks):
    life = rung(f"{MON} 10:00", f"{WED} 12:00")
    life = getattr(life, breaks)(f"{THU} 10:00")
    assert life.history.row_of_unanswered == ()
    assert life.rung(f"{FRI} 10:00").history.row_of_unanswered != ()


def test_two_days_after_thursday_is_not_on_the_weekend():
    assert rung(f"{THU} 10:00").next(f"{THU} 11:00").endswith("Mon 2026-06-08 12:00")
    cairo = a_business("Africa/Cairo", "EG").rung(f"{WED} 10:00")
    assert cairo.next(f"{WED} 11:00").endswith("Sun 2026-06-07 12:00")


def test_the_clock_change_does_not_move_the_day():
    life = somebody().rung("2026-03-27 16:00")
    assert life.next("2026-03-27 17:00").endswith("Mon 2026-03-30 09:00")


def test_a_neighbours_call_ahead_of_now_hides_no_earlier_one():
    at = somebody().at
    talks = [
        CallAttempt(at=at(each), disposition="conversation", number=NUMBER, contact="c-2")
        for each in (f"{MON} 15:00", f"{TUE} 10:30")
    ]
    assert somebody().add(*talks).next(f"{TUE} 09:00").endswith(f"{WED} 09:00")
