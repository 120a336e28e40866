"""E6: who calls or writes is called back at once."""

import pytest

from helpers.people import FRI, HOUSE, MON, SAT, TUE, WED, a_business, somebody


def test_who_rang_us_is_rung_back_at_once():
    assert somebody().rang_us(f"{MON} 10:00").next(f"{MON} 10:01") == f"call returned_call Mon {MON} 10:01"


@pytest.mark.parametrize("reply", [None, "answer", "callback_requested"])
def test_who_wrote_to_us_is_rung_at_once(reply):
    assert somebody().wrote_to_us(f"{MON} 10:00", reply).next(f"{MON} 10:01") == f"call returned_call Mon {MON} 10:01"


@pytest.mark.parametrize("reply", ["automatic", "bounced"])
def test_a_machine_did_not_turn_to_us(reply):
    assert somebody().wrote_to_us(f"{MON} 10:00", reply).step(f"{MON} 10:01").reason.name == "prospect"


def test_our_own_message_is_no_reply_of_theirs():
    assert somebody().got(f"{MON} 10:00", "share").step(f"{MON} 10:01").reason.name == "prospect"


def test_it_says_by_when_we_must_have_called_back_at_the_latest():
    assert "Tue 09 Jun" in a_business().rang_us("2026-06-06 10:00").step("2026-06-06 11:00").reason.says
    assert "Wed 03 Jun" in somebody().rang_us(f"{MON} 10:00").step(f"{MON} 10:01").reason.says


def test_it_does_not_lift_opening_hours():
    assert a_business().rang_us(f"{FRI} 19:00").next(f"{FRI} 19:01") == "call returned_call Mon 2026-06-08 09:00"


def test_it_lifts_the_pace_and_the_caps():
    life = somebody().rung(f"{MON} 09:00").rung(f"{TUE} 13:00").rung(f"{WED} 09:00").rang_us(f"{WED} 09:30")
    assert life.next(f"{WED} 09:31") == f"call returned_call Wed {WED} 09:31"


def test_from_the_second_try_on_the_pace_holds_again():
    life = somebody().rang_us(f"{MON} 10:00").rung(f"{MON} 10:05", reason="returned_call")
    assert life.next(f"{MON} 10:06") == f"call returned_call Wed {WED} 12:00"


def test_a_rest_it_ended_does_not_come_back():
    life = somebody().snoozed(f"{MON} 10:00", "2026-07-01").rang_us(f"{TUE} 10:00").rung(f"{TUE} 10:10")
    assert life.next(f"{TUE} 10:11") == "call returned_call Thu 2026-06-04 12:00"


SILENT = [f"2026-05-{day}" for day in ("01 10:00", "04 13:00", "07 10:00", "11 13:00", "15 10:00", "22 13:00")]


def six_times(life):
    for each in SILENT:
        life = life.rung(each)
    return life


@pytest.mark.parametrize(
    ("grounds", "life"),
    [
        ("unanswered", six_times(somebody())),
        ("not_interested", somebody().rung("2026-04-01 10:00", "not_interested")
         .rung("2026-05-04 10:00", "not_interested")),
        ("stalled", somebody().talked("2026-03-02 10:00", "continuation").talked("2026-04-01 10:00", "continuation")
         .talked("2026-05-04 10:00", "continuation")),
        ("disqualified", somebody().rung("2026-05-04 10:00", "left_company")),
        ("number_unworkable", somebody().rung("2026-05-04 10:00", "wrong_number")),
    ],
)  # fmt: skip
def test_it_lifts_every_ground_to_stop_but_one(grounds, life):
    assert life.step(f"{MON} 09:00").grounds == grounds
    back = life.rang_us(f"{MON} 10:00", from_number=life.contact.phones[0].number)
    assert back.next(f"{MON} 10:01") == f"call returned_call Mon {MON} 10:01"


def test_it_does_not_lift_stop_calling():
    life = somebody().opted_out("2026-05-04 10:00").rang_us(f"{MON} 10:00").wrote_to_us(f"{MON} 10:05")
    assert life.next(f"{MON} 10:06") == "walk_away do_not_call never"


def test_it_lifts_the_rest_after_two_hang_ups():
    life = somebody().rung("2026-05-04 10:00", "hung_up").rung("2026-05-25 13:00", "hung_up")
    assert life.rang_us(f"{MON} 10:00").next(f"{MON} 10:01") == f"call returned_call Mon {MON} 10:01"


def test_the_rest_after_two_hang_ups_does_not_come_back_either():
    life = somebody().rung("2026-05-04 10:00", "hung_up").rung("2026-05-25 13:00", "hung_up")
    life = life.rang_us(f"{MON} 10:00").rung(f"{MON} 10:05", reason="returned_call")
    assert life.next(f"{MON} 10:06") == f"call returned_call Wed {WED} 12:00"


def test_it_needs_no_note_after_a_hang_up():
    life = somebody(email="ada@example.com").rung(f"{MON} 10:00", "hung_up").rang_us(f"{MON} 10:30")
    assert life.next(f"{MON} 10:31") == f"call returned_call Mon {MON} 10:31"


def test_where_they_named_a_time_that_promise_takes_its_place():
    life = somebody().rang_us(f"{MON} 10:00", "callback_requested", callback_at=f"{WED} 15:45")
    assert life.next(f"{MON} 10:01") == f"call promise Wed {WED} 15:45"


def test_a_talk_settles_it_also_where_they_rang():
    assert somebody().rang_us(f"{MON} 10:00", "conversation").step(f"{MON} 10:30").reason.name == "prospect"
    assert somebody().rang_us(f"{MON} 10:00").talked(f"{MON} 10:05").step(f"{MON} 10:30").reason.name == "prospect"


def test_it_comes_before_a_promise_that_is_due_as_well():
    life = somebody().promised("2026-05-29 10:00", f"{MON} 10:00").rang_us(f"{MON} 10:00")
    assert life.step(f"{MON} 10:01").reason.name == "returned_call"


def test_a_decision_maker_who_rings_is_no_stranger():
    life = a_business(role="decision_maker").rang_us(f"{MON} 10:00")
    assert life.next(f"{MON} 10:01", HOUSE) == f"call returned_call Mon {MON} 10:01"


def test_a_call_on_saturday_is_returned_on_monday():
    assert a_business().rang_us(f"{SAT} 10:00").next(f"{SAT} 10:01") == "call returned_call Mon 2026-06-08 09:00"
