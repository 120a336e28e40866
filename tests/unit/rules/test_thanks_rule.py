"""F14: an order is thanked for the same day."""

import pytest

from helpers.people import MON, SAT, TUE, WED, somebody

ORDERED = somebody(email="ada@example.com").talked(f"{MON} 10:00", "order")


def test_an_order_is_thanked_for_at_once():
    assert ORDERED.next(f"{MON} 10:30") == f"write thanks email Mon {MON} 10:30"
    assert ORDERED.step(f"{MON} 10:30").since == ORDERED.at(f"{MON} 10:00")


def test_an_order_on_a_saturday_is_thanked_for_on_saturday():
    life = somebody(email="ada@example.com").rang_us(f"{SAT} 21:00", "conversation", outcome="order")
    assert life.next(f"{SAT} 21:05") == f"write thanks email Sat {SAT} 21:05"


def test_once_is_enough():
    assert ORDERED.got(f"{MON} 11:00", "thanks").step(f"{MON} 11:01").type == "call"


def test_the_next_order_is_thanked_for_again():
    life = ORDERED.got(f"{MON} 11:00", "thanks").talked("2026-06-10 10:00", "order")
    assert life.step("2026-06-10 10:05").purpose == "thanks"


@pytest.mark.parametrize(("when", "kind"), [("2026-06-15 09:59", "write"), ("2026-06-15 10:00", "call")])
def test_after_two_weeks_thanks_are_only_odd(when, kind):
    assert ORDERED.step(when).type == kind


def test_a_hand_written_line_where_there_is_an_address():
    assert ORDERED.but(postal_address="Hauptstr. 1").step(f"{MON} 10:30").channel.value == "handwritten"


def test_with_no_other_channel_there_is_nothing_to_write():
    assert ORDERED.but(email=None).step(f"{MON} 10:30").type == "call"


def test_thanks_hold_up_no_call_that_they_asked_for():
    life = ORDERED.promised(f"{MON} 10:05", f"{TUE} 10:00")
    assert life.may_be_rung(f"{TUE} 10:00")


@pytest.mark.parametrize("outcome", ["advance", "continuation", "no_sale", None])
def test_only_an_order_is_thanked_for(outcome):
    life = somebody(email="ada@example.com").talked(f"{MON} 10:00", outcome)
    assert life.step(f"{WED} 10:00").type != "write"
