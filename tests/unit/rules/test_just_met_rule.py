"""E2: who has just met us hears from us."""

import pytest

from callrules import InvalidValue, Playbook
from callrules.rules import JustMet
from helpers.people import FRI, HOUSE, MON, SAT, TUE, a_business, somebody


def test_whoever_we_met_is_called_when_hours_open_on_the_next_working_day():
    assert somebody().met(f"{MON} 10:00").next(f"{MON} 11:00") == "call recently_met Tue 2026-06-02 09:00"


def test_met_on_friday_is_called_on_monday():
    assert a_business().met(f"{FRI} 16:00").next(f"{FRI} 17:00") == "call recently_met Mon 2026-06-08 09:00"


def test_met_on_thursday_in_cairo_is_called_on_sunday():
    life = a_business("Africa/Cairo", "EG").met("2026-06-04 16:00")
    assert life.next("2026-06-04 17:00") == "call recently_met Sun 2026-06-07 09:00"


def test_with_something_to_share_it_is_the_same_day():
    life = somebody().insight("2026-05-20 10:00").met(f"{MON} 10:00")
    assert life.next(f"{MON} 10:30") == "call recently_met Mon 2026-06-01 10:30"


def test_what_is_found_after_the_meeting_on_the_same_day_can_be_shared_that_day():
    life = somebody().met(f"{MON} 10:00").insight(f"{MON} 11:00")
    assert life.next(f"{MON} 11:30") == "call recently_met Mon 2026-06-01 11:30"


def test_what_they_know_already_is_nothing_to_share():
    life = somebody().insight("2026-05-20 10:00", id="i-1").got("2026-05-21 10:00", "share", used=["i-1"])
    assert life.met(f"{MON} 10:00").next(f"{MON} 11:00") == "call recently_met Tue 2026-06-02 09:00"


def test_what_is_eighty_nine_days_old_can_be_shared_and_what_is_ninety_cannot():
    life = somebody().insight("2026-03-04 00:01").met(f"{MON} 10:00")
    assert life.next(f"{MON} 11:00") == f"call recently_met Mon {MON} 11:00"
    life = somebody().insight("2026-03-03 23:59").met(f"{MON} 10:00")
    assert life.next(f"{MON} 11:00") == "call recently_met Tue 2026-06-02 09:00"


def test_it_says_where_we_met_and_from_when_it_is_late():
    says = somebody().met(f"{MON} 10:00", place="the fair").step(f"{TUE} 10:00").reason.says
    assert "the fair" in says
    assert "11 Jun" in says


def test_it_is_stale_after_fourteen_days():
    life = somebody().met(f"{MON} 10:00")
    assert life.step("2026-06-15 09:59").reason.name == "recently_met"
    assert life.next("2026-06-15 10:00") == "call prospect Tue 2026-12-01 10:00"


def test_a_talk_since_then_has_gone_on_with_the_conversation():
    life = somebody().met(f"{MON} 10:00").talked(f"{TUE} 09:30")
    assert life.step(f"{TUE} 10:00").reason.name == "prospect"


def test_an_unanswered_dial_leaves_it_standing():
    life = somebody().met(f"{MON} 10:00").rung(f"{TUE} 09:30")
    assert life.next(f"{TUE} 10:00") == "call recently_met Thu 2026-06-04 12:00"


def test_a_promise_comes_first():
    life = somebody().met(f"{MON} 10:00").promised(f"{MON} 10:30", "2026-06-04 15:00")
    assert life.next(f"{MON} 11:00", HOUSE) == "call promise Thu 2026-06-04 15:00"


def test_a_meeting_on_a_friday_is_not_stale_before_monday():
    with pytest.raises(InvalidValue, match=r"^JustMet\.stale_days: found 3, expected whole numbers from 4"):
        JustMet(stale_days=3)
    met = somebody().met(f"{FRI} 17:00")
    assert met.step(f"{SAT} 10:00", Playbook().with_rules(JustMet(stale_days=4))).reason.name == "recently_met"
