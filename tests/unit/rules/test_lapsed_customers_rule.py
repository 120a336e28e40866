"""A3: who used to buy, and stopped, by their own rhythm."""

import pytest

from helpers.people import a_business, somebody


@pytest.mark.parametrize(
    ("bought", "lapses"),
    [
        (("2026-01-05", "2026-01-12", "2026-01-19"), "2026-04-19"),
        (("2025-10-12", "2025-11-25", "2026-01-08"), "2026-04-08"),
        (("2025-10-10", "2025-11-24", "2026-01-08"), "2026-04-09"),
        (("2025-09-10", "2025-11-09", "2026-01-08"), "2026-05-09"),
    ],
)
def test_silence_longer_than_twice_their_rhythm_and_ninety_days_is_a_customer_who_left(bought, lapses):
    life = somebody().bought(*(f"{day} 10:00" for day in bought))
    step = life.step("2026-02-14 10:00")
    assert (step.reason.name, step.since) == ("lapsed_customer", life.at(f"{lapses} 10:00"))


def test_the_median_does_not_mind_one_long_holiday():
    life = somebody().bought(*(f"{day} 10:00" for day in ("2025-01-06", "2025-10-06", "2025-11-05", "2025-12-05")))
    assert life.step("2026-01-20 10:00").since == life.at("2026-03-05 10:00")


def test_with_an_even_number_of_intervals_the_median_lies_between():
    life = somebody().bought(*(f"{day} 10:00" for day in ("2025-09-01", "2025-10-17", "2025-12-01")))
    assert life.step("2025-12-20 10:00").since == life.at("2026-03-03 10:00")


def test_two_orders_on_one_day_are_one_purchase_day():
    twice = somebody().bought("2025-04-02 09:00", "2025-04-02 17:00", "2025-12-02 10:00").talked("2026-05-04 10:00")
    assert twice.step("2026-05-05 10:00").reason.name == "lapsed_customer"
    assert twice.step("2026-05-05 10:00").since == twice.at("2026-06-02 10:00")


def test_two_purchases_wait_six_months():
    life = somebody().bought("2025-03-03 10:00", "2025-12-01 10:00").talked("2026-04-01 10:00")
    assert life.next("2026-04-02 10:00") == "call lapsed_customer Mon 2026-06-01 10:00"


def test_one_purchase_waits_twelve_months():
    life = somebody().bought("2025-06-02 10:00").talked("2026-04-01 10:00")
    assert life.next("2026-04-02 10:00") == "call lapsed_customer Tue 2026-06-02 10:00"


def test_one_purchase_on_leap_day_is_missed_on_the_28th_of_february():
    life = a_business().bought("2024-02-29 10:00").talked("2024-12-02 10:00")
    assert life.next("2024-12-03 10:00") == "call lapsed_customer Fri 2025-02-28 10:00"


def test_a_talk_before_they_lapsed_does_not_answer_it():
    life = somebody().bought("2026-01-05 10:00", "2026-01-12 10:00", "2026-01-19 10:00").talked("2026-04-17 10:00")
    assert life.next("2026-04-18 10:00") == "call lapsed_customer Mon 2026-04-20 09:00"


def test_a_talk_after_they_lapsed_answers_it_for_six_months():
    life = somebody().bought("2026-01-05 10:00", "2026-01-12 10:00", "2026-01-19 10:00").talked("2026-04-20 10:00")
    assert life.next("2026-04-21 10:00") == "call lapsed_customer Tue 2026-10-20 10:00"


def test_a_purchase_makes_them_a_customer_again():
    life = somebody().bought(*(f"2026-{day} 10:00" for day in ("01-05", "01-12", "01-19", "05-29")))
    assert life.step("2026-06-15 10:00").since == life.at("2026-08-27 10:00")


def test_an_order_on_the_phone_is_a_purchase():
    life = somebody().bought("2024-12-03 10:00").talked("2025-12-01 10:00", "order")
    assert life.step("2025-12-20 10:00").since == life.at("2026-06-01 10:00")


def test_coming_back_is_a_better_reason_than_long_silence_where_both_are_due():
    life = somebody().bought("2025-01-06 10:00")
    assert life.step("2026-06-01 10:00").reason.name == "lapsed_customer"
