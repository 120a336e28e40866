"""D6: "not interested" twice is a no."""

import pytest

from helpers.people import MON, TUE, somebody

ONCE = somebody(email="ada@example.com").rung("2026-01-05 10:00", "not_interested")
NOTED = ONCE.got("2026-01-05 11:00", "after_brush_off", promises="2026-01-09")


def test_twice_is_a_no_and_we_say_goodbye():
    step = NOTED.rung("2026-01-09 12:00", "not_interested").step("2026-01-09 12:01")
    assert (step.type, step.grounds, step.channel.value, step.revisit) == ("walk_away", "not_interested", "email", None)


def test_once_is_no_verdict():
    assert ONCE.step("2026-01-05 10:01").type == "write"


@pytest.mark.parametrize(("second", "is_a_no"), [("2027-01-05 10:00", True), ("2027-01-05 10:01", False)])
def test_twice_means_within_twelve_months(second, is_a_no):
    life = ONCE.talked("2026-03-05 10:00").rung(second, "not_interested")
    assert (life.step("2027-01-06 10:00").type == "walk_away") is is_a_no


def test_of_three_it_is_enough_that_two_lie_within_twelve_months():
    life = ONCE.talked("2026-03-05 10:00").rung("2027-02-05 10:00", "not_interested")
    life = life.talked("2027-03-05 10:00").rung("2027-04-05 10:00", "not_interested")
    assert life.step("2027-04-05 10:01").grounds == "not_interested"


def test_a_decision_makers_first_no_is_one():
    life = ONCE.but(role="decision_maker")
    assert life.next("2026-01-05 10:01") == "walk_away not_interested Mon 2026-01-05 10:01"


def test_no_sale_counts_as_one_not_interested():
    life = NOTED.talked("2026-01-09 12:00", "no_sale")
    assert life.step("2026-01-09 12:01").grounds == "not_interested"
    assert somebody().talked(f"{MON} 10:00", "no_sale").step(f"{MON} 10:01").type == "call"


def test_a_written_no_counts_as_well():
    assert NOTED.wrote_to_us("2026-01-08 10:00", "not_interested").step("2026-01-08 10:01").grounds == "not_interested"


def test_a_hang_up_is_no_word_at_all():
    life = ONCE.rung("2026-01-09 12:00", "hung_up")
    assert life.step("2026-01-09 12:01").type == "call"


@pytest.mark.parametrize("back", ["rang_us", "wrote_to_us", "bought", "consented"])
def test_who_comes_back_is_counted_afresh(back):
    life = getattr(ONCE, back)("2026-03-05 10:00").talked("2026-03-06 10:00").rung(f"{MON} 10:00", "not_interested")
    assert life.step(f"{MON} 10:01").type == "write"


def test_an_order_on_the_phone_is_coming_back():
    life = ONCE.talked("2026-03-05 10:00", "order").rung(f"{MON} 10:00", "not_interested")
    assert life.step(f"{MON} 10:01").type == "write"


def test_who_asked_for_a_call_is_counted_afresh():
    life = ONCE.rung("2026-03-05 10:00", "callback_requested").rung(f"{MON} 10:00", "not_interested")
    assert life.step(f"{MON} 10:01").type != "walk_away"


def test_it_stays_a_no_also_years_later_and_whatever_we_find():
    life = NOTED.rung("2026-01-09 12:00", "not_interested").said_goodbye("2026-01-09 13:00").insight(f"{MON} 10:00")
    assert life.next(f"{TUE} 10:00") == "walk_away not_interested never"
    assert life.step("2030-06-03 10:00").type == "walk_away"
