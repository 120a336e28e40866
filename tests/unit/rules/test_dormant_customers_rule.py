"""A1: a customer nobody has talked with for six months."""

import pytest

from helpers.people import a_business, somebody

BUYER = somebody().bought("2023-11-10 10:00", "2024-11-11 10:00", "2025-11-10 10:00")
"""Buys once a year, and is not missed before two years are over."""


def test_a_customer_is_dormant_six_months_after_the_last_talk():
    life = BUYER.talked("2025-12-03 10:00")
    assert life.next("2026-01-10 10:00") == "call dormant_customer Wed 2026-06-03 10:00"


def test_where_there_never_was_a_talk_it_is_six_months_after_the_last_purchase():
    life = somebody().bought("2025-12-01 09:30")
    assert life.next("2026-01-10 10:00") == "call dormant_customer Mon 2026-06-01 09:30"


def test_a_talk_before_the_purchase_counts_as_well_as_one_after_it():
    life = BUYER.talked("2025-10-01 10:00")
    assert life.step("2026-04-02 12:00").reason.name == "dormant_customer"


def test_a_meeting_is_a_talk():
    assert BUYER.met("2025-12-03 10:00").next("2026-02-02 10:00") == "call dormant_customer Wed 2026-06-03 10:00"


def test_a_talk_on_the_last_of_august_is_six_months_ago_at_the_end_of_february():
    life = a_business().bought("2025-08-29 10:00").talked("2025-08-31 12:00")
    assert life.step("2025-09-01 10:00").since == life.at("2026-02-28 12:00")
    assert life.next("2025-09-01 10:00") == "call dormant_customer Mon 2026-03-02 09:00"


def test_a_clock_change_in_between_does_not_move_the_hour():
    life = somebody().bought("2026-01-13 11:00")
    assert life.next("2026-02-14 10:00") == "call dormant_customer Mon 2026-07-13 11:00"


@pytest.mark.parametrize("how", ["no_answer", "voicemail_left", "gatekeeper", "connected", "technical"])
def test_a_call_in_which_we_did_not_talk_answers_nothing(how):
    life = BUYER.talked("2025-12-03 10:00").rung("2026-06-03 10:00", how)
    assert life.step("2026-06-03 10:01").reason.name == "dormant_customer"


def test_our_own_letter_answers_nothing():
    life = BUYER.talked("2025-12-03 10:00").got("2026-06-03 10:00", "share")
    assert life.next("2026-06-03 10:01") == "call dormant_customer Wed 2026-06-03 10:01"


def test_a_conversation_answers_it_and_it_returns_six_months_later():
    life = BUYER.talked("2026-06-01 09:40", reason="dormant_customer")
    assert life.next("2026-06-01 10:00") == "call dormant_customer Tue 2026-12-01 09:40"


def test_a_minute_before_its_moment_it_is_not_due():
    life = BUYER.talked("2025-12-03 10:00")
    assert not life.may_be_rung("2026-06-03 09:59")
    assert life.may_be_rung("2026-06-03 10:00")


def test_who_never_bought_is_no_dormant_customer():
    assert somebody().talked("2025-12-03 10:00").step("2026-06-10 10:00").reason.name == "prospect"


def test_an_order_taken_on_the_phone_makes_a_customer():
    life = somebody().talked("2025-12-03 10:00", "order")
    assert life.next("2026-01-03 10:00") == "call dormant_customer Wed 2026-06-03 10:00"
