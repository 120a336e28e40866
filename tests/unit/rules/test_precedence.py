"""Which reason comes first, what gives way to what, and what waits (rulebook, *Rank of reasons*)."""

import datetime as dt

import attrs
import pytest

from callrules import Window, hookimpl
from callrules.vocabulary import RANK
from helpers.people import FRI, HOUSE, MON, THU, TUE, WED, a_business, somebody

THEIRS = somebody(buys_from="Brightwell")
OLD_BUYER = somebody().bought("2024-01-08 10:00")


@pytest.mark.parametrize(
    ("first", "life"),
    [
        ("returned_call", somebody().promised("2026-05-29 10:00", f"{MON} 09:30").rang_us(f"{MON} 09:30")),
        ("promise", somebody().promised("2026-05-26 10:00", f"{MON} 09:30").met("2026-05-28 10:00")),
        ("their_promise_lapsed", THEIRS.promised_us("2026-05-26 10:00", "2026-05-28").insight("2026-05-20 10:00")),
        ("recently_met", THEIRS.insight("2026-05-20 10:00").met("2026-05-28 10:00")),
        ("follow_up", THEIRS.insight("2026-05-20 10:00").talked("2026-05-18 10:00", "advance")),
        ("insight", OLD_BUYER.but(buys_from="B").insight("2026-05-20 10:00")),
        ("simple_reason", OLD_BUYER.told_a_date("2026-05-20 10:00", MON)),
        ("lapsed_customer", OLD_BUYER.but(buys_from="B")),
        ("dormant_customer", somebody(buys_from="B").bought("2025-10-06 10:00")),
        ("competitor_customer", THEIRS),
        ("prospect", somebody()),
    ],
)  # fmt: skip
def test_of_several_reasons_that_are_due_the_warmest_comes_first(first, life):
    assert life.step(f"{MON} 10:00").reason.name == first


def test_the_rank_is_that_of_the_rulebook():
    assert RANK == (
        "returned_call", "promise", "their_promise_lapsed", "red_phone", "recently_met", "follow_up", "insight",
        "simple_reason", "lapsed_customer", "dormant_customer", "competitor_customer", "prospect",
    )  # fmt: skip


def test_a_cold_reason_that_is_due_waits_for_a_warm_one_that_is_pending():
    life = somebody(buys_from="B").met(f"{FRI} 16:00")
    assert life.next(f"{FRI} 16:30") == "call recently_met Mon 2026-06-08 09:00"


def test_it_waits_only_as_long_as_the_warm_one_lives():
    life = OLD_BUYER.met(f"{MON} 10:00").rung(f"{TUE} 10:00").rung(f"{THU} 13:00").rung("2026-06-08 10:00")
    assert life.step("2026-06-08 10:01").reason.name == "recently_met"
    assert life.step("2026-06-15 10:00").reason.name == "lapsed_customer"


def test_a_warm_reason_does_not_wait_for_a_cold_one():
    life = somebody(buys_from="B").promised(f"{MON} 10:00", f"{FRI} 10:00")
    assert life.next(f"{MON} 10:01") == f"call promise Fri {FRI} 10:00"


def test_news_waits_for_an_open_promise_of_ours():
    life = somebody().promised(f"{MON} 10:00", f"{FRI} 10:00").insight(f"{TUE} 10:00")
    assert life.next(f"{TUE} 10:01") == f"call promise Fri {FRI} 10:00"


def test_no_reason_no_call():
    life = a_business().bought("2026-05-04 10:00").talked("2026-05-04 10:00")
    assert life.step(f"{MON} 10:00").is_due(life.at(f"{MON} 10:00")) is False


def test_a_ground_to_stop_beats_a_day_they_named_where_it_is_a_no():
    life = somebody().promised(f"{MON} 10:00", f"{THU} 10:00").rung(f"{TUE} 10:00", "not_interested")
    life = life.rung(f"{WED} 10:00", "not_interested")
    assert life.step(f"{WED} 10:01").grounds == "not_interested"


def test_opt_out_beats_every_other_ground():
    life = somebody().rung(f"{MON} 10:00", "left_company").opted_out(f"{TUE} 10:00")
    assert life.step(f"{WED} 10:00").grounds == "do_not_call"


def test_what_keeps_a_call_out_of_the_hour_they_named_is_named():
    @attrs.frozen
    class NoTuesdays:
        @hookimpl
        def permits(self, history, at):
            day = history.calendar.day(at)
            tuesday = day + dt.timedelta(days=(1 - day.weekday()) % 7)
            starts = history.calendar.starts(tuesday)
            if starts <= at:
                return Window(start=history.calendar.starts(tuesday + dt.timedelta(days=1)), says="never on Tuesdays")
            return Window(end=starts, says="never on Tuesdays")

    step = somebody().promised("2026-05-29 10:00", f"{TUE} 21:00").step(f"{MON} 08:00", HOUSE.with_rules(NoTuesdays()))
    assert "no_tuesdays" in {each.rule for each in step.because}
