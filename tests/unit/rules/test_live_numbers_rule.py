"""F13: a wrong number is dead for the person, a bad one rests and dies the second time."""

import pytest

from callrules import CallAttempt
from helpers.people import MOBILE, MON, NUMBER, TUE, WED, somebody

TWO = somebody(phones=[NUMBER, MOBILE])


def test_a_wrong_number_kills_the_number_and_not_the_person():
    life = TWO.rung(f"{MON} 10:00", "wrong_number", number=NUMBER)
    assert life.step(f"{MON} 10:01").number == MOBILE
    assert not life.may_be_rung(f"{WED} 12:00", NUMBER)
    assert life.may_be_rung(f"{WED} 12:00", MOBILE)


def test_with_no_other_number_nobody_can_be_called():
    life = somebody(email="a@example.com").rung(f"{MON} 10:00", "wrong_number")
    assert life.next(f"{MON} 10:01") == f"walk_away number_unworkable Mon {MON} 10:01"


def test_a_bad_number_rests_fifteen_days():
    life = somebody().rung(f"{MON} 10:00", "bad_number", number=NUMBER)
    assert life.next(f"{MON} 10:01") == "call prospect Tue 2026-06-16 10:00"


def test_meanwhile_the_other_number_is_rung():
    life = TWO.rung(f"{MON} 10:00", "bad_number", number=NUMBER)
    assert life.step(f"{MON} 10:01").number == MOBILE
    assert life.step(f"{TUE} 13:00").is_due(life.at(f"{TUE} 13:00"))


def test_a_bad_number_is_dead_the_second_time():
    life = somebody().rung(f"{MON} 10:00", "bad_number", number=NUMBER)
    life = life.rung("2026-06-16 12:00", "bad_number", number=NUMBER)
    assert life.step("2026-06-16 12:01").grounds == "number_unworkable"


def test_an_hour_they_named_does_not_ring_a_dead_number():
    life = TWO.promised(f"{MON} 09:00", f"{TUE} 10:00").rung(f"{MON} 10:00", "wrong_number", number=NUMBER)
    assert life.step(f"{MON} 10:01").number == MOBILE
    assert not life.may_be_rung(f"{TUE} 10:00", NUMBER)


def test_a_call_of_theirs_shows_that_the_number_lives():
    life = somebody().rung(f"{MON} 10:00", "wrong_number", number=NUMBER)
    assert life.rang_us(f"{TUE} 10:00", from_number=NUMBER).may_be_rung(f"{TUE} 10:01")


def test_a_neighbours_wrong_number_says_nothing_about_our_person():
    theirs = CallAttempt(at=somebody().at("2026-05-04 10:00"), disposition="wrong_number", number=NUMBER, contact="c-2")
    assert somebody().add(theirs).may_be_rung(f"{MON} 10:00")


def test_a_number_that_is_out_of_service_is_so_for_everybody():
    theirs = [
        CallAttempt(at=somebody().at(f"2026-0{month}-04 10:00"), disposition="bad_number", number=NUMBER, contact="c-2")
        for month in (4, 5)
    ]
    assert TWO.add(*theirs).step(f"{MON} 10:00").number == MOBILE


def test_where_the_host_keeps_the_numbers_they_may_be_called():
    life = somebody(phones=[])
    assert life.step(f"{MON} 10:00").number is None
    assert life.may_be_rung(f"{MON} 10:00")


@pytest.mark.parametrize("how", ["no_answer", "voicemail_left", "gatekeeper", "technical"])
def test_nobody_there_does_not_mean_that_the_number_is_dead(how):
    life = somebody()
    for day in ("04-01", "04-20", "05-11"):
        life = life.rung(f"2026-{day} 10:00", how, number=NUMBER)
    assert life.step(f"{MON} 12:00").type == "call"


def test_a_number_that_is_none_of_theirs_is_not_rung():
    assert not somebody().may_be_rung(f"{MON} 10:00", MOBILE)


def test_the_number_on_which_we_talked_is_rung_first_and_then_the_least_tried():
    assert TWO.talked("2025-05-04 10:00", number=MOBILE).step(f"{MON} 10:00").number == MOBILE
    assert TWO.rung("2026-05-04 10:00", number=NUMBER).step(f"{MON} 12:00").number == MOBILE
    assert TWO.step(f"{MON} 10:00").number == NUMBER
