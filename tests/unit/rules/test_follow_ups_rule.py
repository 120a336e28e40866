"""B2: an advance without a dated next step is followed up."""

import pytest

from callrules.errors import InvalidValue
from callrules.rules import FollowUps
from helpers.people import FRI, MON, TUE, a_business, somebody

MOVED_ON = somebody().talked(f"{TUE} 10:00", "advance", agreed=["send drawings"], id="t-1")


def test_an_advance_without_a_date_is_followed_up_five_working_days_later():
    assert MOVED_ON.next(f"{TUE} 10:30") == "call follow_up Tue 2026-06-09 09:00"


def test_the_weekend_in_between_does_not_count_and_a_friday_leads_to_a_friday():
    life = somebody().talked(f"{FRI} 10:00", "advance")
    assert life.next(f"{FRI} 10:30") == "call follow_up Fri 2026-06-12 09:00"


def test_in_cairo_the_weekend_is_friday_and_saturday():
    life = a_business("Africa/Cairo", "EG").talked("2026-06-04 10:00", "advance")
    assert life.next("2026-06-04 10:30") == "call follow_up Thu 2026-06-11 09:00"
    life = a_business("Africa/Cairo", "EG").talked("2026-06-03 10:00", "advance")
    assert life.next("2026-06-03 10:30") == "call follow_up Wed 2026-06-10 09:00"


def test_it_says_what_was_agreed():
    assert "send drawings" in MOVED_ON.step(f"{TUE} 10:30").reason.says


def test_it_is_stale_thirty_days_after_the_talk():
    assert MOVED_ON.step("2026-07-02 09:59").reason.name == "follow_up"
    assert MOVED_ON.step("2026-07-02 10:00").reason.name == "prospect"


@pytest.mark.parametrize("outcome", ["continuation", "no_sale", None])
def test_only_an_advance_is_followed_up(outcome):
    step = somebody().talked(f"{TUE} 10:00", outcome).step("2026-06-10 10:00")
    assert step.reason.name == "prospect"


def test_a_next_call_with_a_date_takes_its_place():
    assert MOVED_ON.promised(f"{TUE} 10:05", "2026-06-12 11:00").next(f"{TUE} 10:30") == (
        "call promise Fri 2026-06-12 11:00"
    )


def test_their_own_promise_takes_its_place():
    life = MOVED_ON.promised_us(f"{TUE} 10:05", "2026-06-11")
    assert life.next(f"{TUE} 10:30") == "call their_promise_lapsed Fri 2026-06-12 09:00"


def test_an_email_instead_of_a_call_does_not_answer_it():
    life = MOVED_ON.got("2026-06-09 08:00", "share")
    assert life.next("2026-06-09 10:00") == "call follow_up Tue 2026-06-09 10:00"


def test_an_unanswered_dial_leaves_it_standing_under_the_pace():
    life = MOVED_ON.rung("2026-06-09 10:00", reason="follow_up", about="t-1")
    assert life.next("2026-06-09 10:01") == "call follow_up Thu 2026-06-11 12:00"


def test_the_next_conversation_uses_it_up():
    life = MOVED_ON.talked("2026-06-09 10:00", "continuation", reason="follow_up", about="t-1")
    assert life.step("2026-06-09 10:01").reason.name == "prospect"


def test_an_older_advance_is_history_once_we_have_talked_again():
    life = somebody().talked(f"{MON} 10:00", "advance").talked(f"{TUE} 10:00", "continuation")
    assert life.step("2026-06-10 10:00").reason.name == "prospect"


def test_it_comes_before_the_reasons_that_can_wait():
    life = MOVED_ON.but(buys_from="Brightwell")
    assert life.step("2026-06-20 10:00").reason.name == "follow_up"


@pytest.mark.parametrize(("due", "stale"), [(15, 20), (15, 21), (5, 7), (0, 0)])
def test_what_is_stale_before_it_can_be_due_is_refused(due, stale):
    with pytest.raises(InvalidValue, match=rf"FollowUps\.stale_days: found {stale}, expected more than"):
        FollowUps(due_days=due, stale_days=stale)
    assert FollowUps(due_days=due, stale_days=stale + 10)
