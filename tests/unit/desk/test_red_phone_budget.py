"""C1: the red phone is rung rarely: 50 a year and six a month for each rep."""

import pytest

from callrules.desk.day_list import day_list
from callrules.desk.red_phone_budget import RedPhoneBudget
from helpers.people import HOUSE, a_business

RED = a_business(id="zoe", red_phone=True, owner="rita")
NOW = "2026-06-15 10:00"


def left(*lives, rep="rita", now=NOW, **budget):
    people = [(each.contact, each.history) for each in lives]
    return RedPhoneBudget(**budget).spent(people, RED.at(now)).left(rep)


def rung(days, **more):
    life = RED
    for day in days:
        life = life.rung(f"{day} 10:00", rep="rita", **more)
    return life


def test_six_a_month_may_be_rung():
    assert left(RED) == 6
    assert left(rung(["2026-06-01", "2026-06-08"])) == 4
    assert left(rung([f"2026-06-0{day}" for day in range(1, 9)])) == 0


def test_fifty_a_year_may_be_rung():
    dials = [f"2026-{month:02}-{day:02}" for month in range(1, 6) for day in range(1, 10)]
    assert left(rung(dials)) == 5
    assert left(rung(dials), a_year=40) == 0


def test_a_new_month_and_a_new_year_bring_new_ones():
    assert left(rung(["2026-05-31"] * 1)) == 6
    assert left(rung([f"2025-12-{day}" for day in range(10, 31)])) == 6


def test_the_month_is_that_of_the_contact():
    first_there = a_business("Pacific/Auckland", "NZ", id="yan", red_phone=True).rung("2026-07-01 00:30", rep="rita")
    assert left(first_there, now="2026-06-30 23:00") == 5


@pytest.mark.parametrize("reason", ["promise", "returned_call"])
def test_a_call_that_they_asked_for_spends_nothing(reason):
    assert left(rung(["2026-06-01"], reason=reason)) == 6


def test_a_call_that_kept_a_promise_spends_nothing_whatever_was_noted():
    life = RED.promised("2026-06-01 10:00", "2026-06-03 10:00").rung("2026-06-03 10:00", rep="rita")
    assert left(life) == 6


def test_others_phones_and_what_was_never_rung_spend_nothing():
    assert left(rung(["2026-06-01"]).but(red_phone=False)) == 6
    assert left(rung(["2026-06-01"], how="technical")) == 6
    assert left(RED.rang_us("2026-06-01 10:00")) == 6


def test_each_rep_has_a_budget_and_a_dial_of_nobody_is_the_owners():
    life = RED.rung("2026-06-01 10:00", rep="sam").rung("2026-06-08 10:00")
    assert (left(life, rep="sam"), left(life), left(life, rep="tom")) == (5, 5, 6)


# --- the day -----------------------------------------------------------------------------------------------------


def ready(who, **more):
    life = a_business(
        id=who, red_phone=True, owner="rita", common_ground=["rowing"], phones=[f"+4930123456{who}"], **more
    )
    life = life.insight("2026-06-01 09:00", id="i-1", source="trade press")
    return life.researched("2026-06-01 10:00", "why", "outcome", "buy_in")


def the_day(*lives, most=20, **more):
    people = [(each.contact, each.history) for each in lives]
    day = day_list(HOUSE, people, RED.at(NOW), most=most, **more)
    return len(day.calls), {each.code: (each.count, each.next_at) for each in day.left_out}


def test_a_day_offers_no_more_red_phones_than_the_month_still_has():
    calls, left_out = the_day(*(ready(f"{place:02}") for place in range(8)))
    assert calls == 6
    assert left_out == {"red_phone_budget": (2, RED.at("2026-07-01 00:00"))}


def test_those_who_are_not_red_are_rung_all_the_same():
    others = [ready(f"{place:02}").but(red_phone=False) for place in range(8)]
    assert the_day(*others)[0] == 8


def test_what_was_promised_is_rung_beyond_the_budget():
    life = ready("01").promised("2026-06-12 10:00", NOW)
    assert the_day(life, red_phones=RedPhoneBudget(a_month=0))[0] == 1
    assert the_day(ready("01"), red_phones=RedPhoneBudget(a_month=0))[0] == 0


def test_the_budget_is_that_of_the_rep_who_asks():
    spent = [ready(f"{place:02}").rung("2026-06-02 10:00", rep="rita", reason="insight") for place in range(6)]
    fresh = ready("20")
    assert the_day(*spent, fresh)[0] == 0
    assert the_day(*spent, fresh, rep="sam")[0] == 6
