"""E7: a simple reason is enough."""

import pytest

from callrules import Playbook, Purchase
from helpers.people import FRI, MON, THU, TUE, WED, somebody

KNOWN = somebody().talked("2026-01-12 10:00").talked("2026-01-26 10:00")


def reason(life, when):
    step = life.step(when)
    return (step.type, getattr(getattr(step, "reason", None), "name", None))


def test_who_bought_is_thanked_by_phone_on_the_next_working_day():
    assert somebody().bought(f"{FRI} 15:00").next(f"{FRI} 16:00") == "call simple_reason Mon 2026-06-08 09:00"


def test_thanks_are_stale_after_ten_working_days():
    life = somebody().bought(f"{MON} 15:00")
    assert reason(life, "2026-06-15 10:00") == ("call", "simple_reason")
    assert reason(life, "2026-06-16 10:00") == ("call", "dormant_customer")


@pytest.mark.parametrize(
    "life",
    [
        somebody().bought(f"{MON} 15:00").talked(f"{MON} 16:00"),
        somebody().bought(f"{MON} 15:00").met(f"{MON} 16:00"),
        somebody().bought(f"{MON} 15:00").got(f"{MON} 16:00", "thanks"),
        somebody().talked(f"{MON} 14:55", duration=900).bought(f"{MON} 15:00"),
        somebody().add(Purchase(at=somebody().at(f"{MON} 15:00"), amount=-40)),
    ],
    ids=["we talked", "we met", "we wrote thanks", "while we talked", "sent back"],
)
def test_nobody_is_thanked_twice_nor_for_what_they_sent_back(life):
    assert reason(life, f"{WED} 10:00") != ("call", "simple_reason")


def test_a_letter_about_something_else_is_no_thanks():
    assert reason(somebody().bought(f"{MON} 15:00").got(f"{MON} 16:00", "share"), f"{TUE} 10:00")[1] == "simple_reason"


def test_who_buys_every_day_is_not_put_off_by_each_new_order():
    life = somebody().bought(f"{MON} 15:00", f"{TUE} 08:00")
    assert life.step(f"{TUE} 10:00").reason.about == life.history.purchases[0].key


def test_a_date_that_they_told_us_is_its_day_s_call():
    assert KNOWN.told_a_date("2026-02-02 10:00", THU).next("2026-02-02 11:00") == f"call simple_reason Thu {THU} 09:00"


def test_a_date_on_a_sunday_is_the_next_working_day_s_call():
    life = KNOWN.told_a_date("2026-02-02 10:00", "2026-03-15")
    assert life.next("2026-02-02 11:00") == "call simple_reason Mon 2026-03-16 09:00"


def test_a_date_is_stale_after_five_working_days():
    life = somebody().told_a_date("2026-05-02 10:00", MON).got("2026-05-02 10:00", "share")
    assert life.may_be_rung("2026-06-08 10:00")
    assert reason(life, "2026-06-08 10:00")[1] == "simple_reason"
    assert reason(life, "2026-06-09 10:00")[1] == "prospect"


def test_a_date_comes_once_and_a_yearly_one_every_year():
    once = somebody().told_a_date("2026-02-02 10:00", MON).talked(f"{MON} 10:00", reason="simple_reason")
    yearly = somebody().told_a_date("2026-02-02 10:00", MON, yearly=True)
    yearly = yearly.talked(f"{MON} 10:00", reason="simple_reason", about=yearly.history.facts[0].key)
    assert reason(once, "2027-06-01 10:00")[1] == "prospect"
    assert reason(yearly, "2027-06-01 10:00")[1] == "simple_reason"


def test_a_birthday_long_ago_comes_round_and_leap_day_is_the_28th():
    life = KNOWN.told_a_date("2026-02-02 10:00", "1984-02-29", yearly=True)
    assert life.next("2026-02-10 10:00") == "call simple_reason Mon 2026-03-02 09:00"
    assert life.step("2026-02-10 10:00").since == life.at("2026-03-02 00:00")


def test_a_day_that_was_over_when_they_told_us_is_no_reason():
    life = somebody().told_a_date(f"{FRI} 10:00", THU)
    assert reason(life, f"{FRI} 11:00")[1] == "prospect"


def test_a_talk_on_that_day_for_whatever_reason_is_enough():
    life = KNOWN.told_a_date("2026-02-02 10:00", THU).talked(f"{THU} 09:30", reason="insight")
    assert life.step(f"{THU} 10:00").reason.due > life.at("2026-06-10 00:00")


def test_a_year_since_the_first_order_is_told_to_who_ordered_again():
    life = somebody().bought("2025-06-02 10:00", "2025-12-01 10:00", "2026-03-02 10:00").talked("2026-04-01 10:00")
    assert life.next("2026-05-04 10:00") == "call simple_reason Tue 2026-06-02 09:00"


def test_who_ordered_once_and_never_again_is_missed_instead():
    life = somebody().bought("2025-06-02 10:00").talked("2026-04-01 10:00")
    assert life.next("2026-05-04 10:00") == "call lapsed_customer Tue 2026-06-02 10:00"


def test_somebody_we_know_well_is_asked_after_ninety_days_after_the_last_talk():
    life = KNOWN.talked("2026-02-09 10:00")
    assert life.next("2026-03-01 10:00") == "call simple_reason Mon 2026-05-11 09:00"
    assert life.step("2026-03-01 10:00").since == life.at("2026-05-10 00:00")


def test_two_talks_are_not_knowing_somebody_well():
    assert KNOWN.step("2026-03-01 10:00").reason.name == "prospect"


def test_it_waits_for_nobody_and_nobody_waits_for_it():
    insight = KNOWN.told_a_date("2026-02-02 10:00", MON).insight("2026-05-30 10:00").but(buys_from="B")
    assert reason(insight, f"{MON} 10:00")[1] == "insight"
    cold = somebody(buys_from="B").told_a_date("2026-02-02 10:00", "2026-12-01")
    assert reason(cold, f"{MON} 10:00")[1] == "competitor_customer"


def test_a_promise_of_ours_comes_before_it():
    life = somebody().told_a_date("2026-02-02 10:00", MON).promised("2026-05-29 10:00", THU)
    step = life.step(f"{MON} 10:00")
    assert (step.reason.name, step.at) == ("promise", life.at(f"{THU} 09:00"))


def test_looking_at_somebody_again_brings_no_birthday_forward():
    life = KNOWN.told_a_date("2026-02-02 10:00", "2026-12-15")
    for day in ("02-09", "02-11", "02-16", "02-20", "02-26", "03-09"):
        life = life.rung(f"2026-{day} 1{1 if day < '02-15' else 6}:00", "no_answer")
    assert life.step("2026-03-10 10:00").type == "walk_away"
    life = life.said_goodbye("2026-03-10 11:00")
    assert life.step("2026-12-15 10:00").reason.name == "simple_reason"
    assert life.step("2026-08-03 10:00").reason.name == "prospect"
    assert life.step("2026-08-03 10:00").reason.due < life.at("2026-08-03 10:00")


def test_a_playbook_can_leave_it_out():
    playbook = Playbook().without("simple_reasons")
    assert somebody().bought(f"{FRI} 15:00").step("2026-06-08 10:00", playbook).reason.name == "dormant_customer"
