"""B5: six unanswered in a row, then we let go, and look again once a quarter."""

import datetime as dt

import pytest

from callrules import Playbook
from callrules.rules import Persistence
from helpers.people import HOUSE, rests, somebody

MINUTE = dt.timedelta(minutes=1)

DAYS = [
    "2026-06-01 10:00",
    "2026-06-03 12:00",
    "2026-06-05 09:00",
    "2026-06-08 12:00",
    "2026-06-12 09:00",
    "2026-06-18 12:00",
]
UNANSWERED = ["no_answer", "busy", "voicemail_left", "voicemail_no_message", "gatekeeper", "no_answer"]


def tried(times, life=None):
    life = life or somebody(email="ada@example.com")
    for when, how in list(zip(DAYS, UNANSWERED, strict=True))[:times]:
        life = life.rung(when, how)
    return life


SIX = tried(6)


def test_after_five_in_a_row_we_try_once_more():
    assert tried(5).step("2026-06-12 10:00").reason.name == "prospect"


def test_after_six_in_a_row_we_walk_away_and_say_so():
    step = SIX.step("2026-06-18 12:01")
    assert SIX.next("2026-06-18 12:01") == "walk_away unanswered Thu 2026-06-18 12:01"
    assert step.channel.value == "email"
    assert not SIX.may_be_rung("2026-06-30 10:00")


def test_we_look_again_after_ninety_days_and_the_best_reason_is_due_that_day():
    life = SIX.but(buys_from="Brightwell").said_goodbye("2026-06-18 13:00")
    assert life.next("2026-06-19 10:00") == "rest Wed 2026-09-16 12:00"
    assert rests(life.step("2026-09-16 11:59"))
    step = life.step("2026-09-16 12:00")
    assert (step.reason.name, step.since) == ("competitor_customer", life.at("2026-09-16 12:00"))


def test_then_it_is_one_attempt_a_quarter():
    life = SIX.said_goodbye("2026-06-18 13:00").rung("2026-09-16 12:00")
    assert life.next("2026-09-16 12:01") == "rest Wed 2026-12-16 12:00"
    again = life.rung("2026-12-16 12:00")
    assert again.next("2026-12-16 12:01") == "rest Tue 2027-03-16 12:00"


def test_a_quarter_after_the_last_of_november_is_the_end_of_february():
    life = SIX.said_goodbye("2026-06-18 13:00").rung("2026-11-30 12:00")
    assert life.next("2026-12-01 10:00") == "rest Sun 2027-02-28 12:00"


@pytest.mark.parametrize("breaks", ["talked", "rang_us", "wrote_to_us", "met"])
def test_once_they_are_heard_the_count_starts_again(breaks):
    life = getattr(tried(5), breaks)("2026-06-15 10:00").rung(DAYS[5])
    assert life.step("2026-06-18 12:01").type == "call"


def test_a_callback_they_asked_for_starts_the_count_again():
    life = tried(5).rung("2026-06-15 10:00", "callback_requested").rung(DAYS[5])
    assert life.step("2026-06-18 12:01").type == "call"


@pytest.mark.parametrize("breaks", ["bought", "consented"])
def test_who_comes_back_by_buying_or_consenting_starts_the_count_again(breaks):
    life = getattr(SIX, breaks)("2026-06-19 10:00")
    assert life.step("2026-06-22 10:00").type == "call"


@pytest.mark.parametrize("reply", ["automatic", "bounced"])
def test_a_machine_that_answers_breaks_no_row(reply):
    assert tried(5).wrote_to_us("2026-06-15 10:00", reply).rung(DAYS[5]).step("2026-06-18 12:01").type == "walk_away"


@pytest.mark.parametrize("how", ["technical", "wrong_number"])
def test_what_is_not_unanswered_does_not_count(how):
    life = tried(5, somebody(phones=["+493012345670", "+491701234567"]))
    assert life.rung(DAYS[5], how, number="+491701234567").step("2026-06-18 12:01").type == "call"


@pytest.mark.parametrize("how", ["connected", "declined", "screened"])
def test_who_was_not_reached_counts_whatever_a_dialer_calls_it(how):
    assert tried(5).rung(DAYS[5], how).step("2026-06-18 12:01").type == "walk_away"


def test_an_answered_call_with_an_outcome_is_a_conversation_and_breaks_the_row():
    life = tried(5).rung("2026-06-15 10:00", "connected", outcome="continuation").rung(DAYS[5])
    assert life.step("2026-06-18 12:01").type == "call"


@pytest.mark.parametrize("reply", ["acknowledgement", "not_interested"])
def test_a_reply_that_wants_nothing_breaks_no_row(reply):
    life = tried(5).wrote_to_us("2026-06-15 10:00", reply).got("2026-06-15 11:00", "after_brush_off")
    assert life.rung(DAYS[5]).step("2026-06-18 12:01").type == "walk_away"


def test_a_dial_that_was_never_closed_counts_after_two_hours():
    life = tried(5).rung(DAYS[5], "dialing")
    assert life.step("2026-06-18 13:59").type != "call" or not life.may_be_rung("2026-06-18 13:59")
    assert life.next("2026-06-18 14:00") == "walk_away unanswered Thu 2026-06-18 14:00"


def test_an_open_promise_of_ours_is_kept_first_within_the_caps():
    life = SIX.promised("2026-05-28 10:00", "2026-06-25 10:00", asked_by="us")
    assert life.next("2026-06-18 12:01") == "call promise Wed 2026-07-01 10:00"
    assert life.rung("2026-07-01 10:00").next("2026-07-01 10:01") == "walk_away unanswered Wed 2026-07-01 10:01"


def test_looking_again_brings_no_promise_forward():
    life = SIX.said_goodbye("2026-06-18 13:00").promised("2026-09-16 13:00", "2026-09-30 10:00", asked_by="us")
    assert life.next("2026-09-16 14:00") == "call promise Wed 2026-09-30 10:00"


def test_a_call_of_theirs_that_holds_a_promise_is_not_returned_for_ever():
    theirs = somebody(email="ada@example.com").rang_us("2026-05-28 10:00", "voicemail_left", promises="2026-07-29")
    life = tried(6, theirs).rung("2026-06-24 10:00")
    assert life.next("2026-06-24 12:00").startswith("call promise Wed 2026-07-29")


def test_who_names_a_moment_after_enough_in_vain_can_be_promised_it():
    life = SIX.promised("2026-05-28 10:00", "2026-06-25 10:00", asked_by="us")
    assert HOUSE.can_promise(life.contact, life.history, life.at("2026-06-23 15:00")).allowed
    assert life.promised("2026-06-18 12:30", "2026-06-23 15:00").may_be_rung("2026-06-23 15:00")


def test_no_further_try_reopens_what_twelve_tries_without_a_talk_had_closed():
    days = [f"2026-{month:02}-{day:02} 10:00" for month in range(1, 7) for day in (5, 15, 26)]
    how = ["connected"] * 8 + ["no_answer"] * 10
    life = somebody()
    for when, each in zip(days[:12], how, strict=False):
        life = life.rung(when, each)
    let_go = life.promised("2026-05-01 10:00", "2026-09-01 10:00", asked_by="us")
    assert let_go.step("2026-05-02 10:00").type == "walk_away"
    for when in days[12:]:
        let_go = let_go.rung(when)
    assert let_go.step("2026-06-27 10:00").type == "walk_away"


def test_of_two_numbers_the_one_reached_first_counts():
    small = Playbook([*(each for each in HOUSE.rules if each.name != "persistence"), Persistence(8, 4)], strict=True)
    life = tried(4).promised("2026-06-10 10:00", "2026-09-01 10:00", asked_by="us")
    for when in ("2026-06-12 09:00", "2026-06-18 12:00", "2026-06-22 09:00", "2026-06-26 12:00"):
        life = life.rung(when)
        assert small.next_step(life.contact, life.history, life.at(when) + MINUTE).type in {"walk_away", "rest"}
