"""B4: three talks that led nowhere, and it comes off the table."""

import pytest

from helpers.people import MON, TUE, WED, somebody


def talks(*how, months=("01-05", "02-05", "03-05", "04-07", "05-05")):
    """Conversations month after month, each told by its outcome and what was agreed."""
    life = somebody(email="ada@example.com")
    for day, each in zip(months, how, strict=False):
        outcome, *agreed = each.split(": ")
        life = life.talked(f"2026-{day} 10:00", outcome, agreed=agreed)
    return life


THREE = talks("continuation", "continuation", "continuation")


def test_three_talks_in_a_row_that_led_nowhere_and_we_take_it_off_the_table():
    step = THREE.step("2026-03-05 10:01")
    assert (step.type, step.grounds, step.channel.value) == ("walk_away", "stalled", "email")
    assert "door open" in step.because[0].says


def test_two_are_too_few():
    assert talks("continuation", "continuation").step("2026-03-05 10:00").type == "call"


@pytest.mark.parametrize("how", ["advance", "order", "no_sale"])
def test_a_talk_that_ended_otherwise_breaks_the_row(how):
    life = talks("continuation", "continuation", how, "continuation", "continuation")
    assert life.step("2026-05-05 10:01").type != "walk_away"


def test_a_new_yes_breaks_the_row():
    life = talks("continuation", "continuation", "continuation: a look at the samples")
    assert life.step("2026-03-05 10:01").type == "call"


def test_an_old_yes_said_again_breaks_nothing():
    life = talks("continuation: a look", "continuation: a look", "continuation: a look", "continuation: a look")
    assert life.step("2026-04-07 10:01").grounds == "stalled"


def test_a_callback_request_with_nothing_newly_agreed_counts_as_one():
    life = talks("continuation", "continuation").rung("2026-03-05 10:00", "callback_requested")
    life = life.rung("2026-03-06 12:00")
    assert life.step("2026-03-06 12:01").grounds == "stalled"


def test_a_callback_request_with_a_new_yes_does_not():
    life = talks("continuation", "continuation").rung("2026-03-05 10:00", "callback_requested", agreed=["see the list"])
    assert life.rung("2026-03-06 12:00").step("2026-03-06 12:01").type == "call"


@pytest.mark.parametrize(("third", "is_stalled"), [("2027-01-05 10:00", True), ("2027-01-05 10:01", False)])
def test_the_three_lie_within_twelve_months(third, is_stalled):
    life = talks("continuation", "continuation").talked(third, "continuation")
    assert (life.step("2027-01-06 10:00").type == "walk_away") is is_stalled


def test_a_fourth_talk_that_led_nowhere_much_later_does_not_put_it_back_on_the_table():
    life = THREE.said_goodbye("2026-03-05 11:00").talked("2027-05-10 10:00", "continuation")
    assert life.step("2027-05-11 10:00").grounds == "stalled"


def test_a_purchase_wipes_the_slate_clean():
    life = talks("continuation", "continuation").bought("2026-03-01 10:00").talked("2026-03-05 10:00", "continuation")
    assert life.step("2026-03-05 10:01").type == "call"
    assert THREE.bought("2026-03-06 10:00").step("2026-03-09 10:00").type == "call"


def test_if_they_come_back_it_is_the_warmest_reason_and_the_count_starts_again():
    life = THREE.said_goodbye("2026-03-05 11:00").wrote_to_us(f"{MON} 10:00")
    assert life.next(f"{MON} 10:01") == f"call returned_call Mon {MON} 10:01"
    again = life.talked(f"{MON} 10:05", "continuation").talked(f"{TUE} 10:05", "continuation")
    assert again.step(f"{TUE} 10:06").type == "call"
    assert again.talked(f"{WED} 10:05", "continuation").step(f"{WED} 10:06").grounds == "stalled"


def test_it_waits_until_an_open_promise_of_ours_is_kept():
    life = THREE.promised("2026-03-05 10:05", "2026-03-10 11:00", asked_by="us")
    assert life.next("2026-03-05 10:06") == "call promise Tue 2026-03-10 11:00"
    assert life.rung("2026-03-10 11:00").step("2026-03-10 11:01").grounds == "stalled"


def test_a_talk_nobody_put_a_word_to_is_no_continuation():
    life = somebody().talked("2026-01-05 10:00").talked("2026-02-05 10:00").talked("2026-03-05 10:00")
    assert life.step("2026-03-05 10:01").type == "call"


def test_once_said_it_stays_off_the_table():
    life = THREE.said_goodbye("2026-03-05 11:00").insight(f"{MON} 10:00")
    assert life.next(f"{MON} 10:01") == "walk_away stalled never"
