"""Who missed a meeting gets a kind word and another chance."""

import pytest

from helpers.people import MON, TUE, WED, somebody

ADA = somebody(email="ada@example.com")
MISSED = ADA.promised_us(f"{MON} 10:00", f"{TUE} 14:00", kind="meet", asked_by="us")
OURS = ADA.talked("2026-05-20 10:00").promised(f"{MON} 10:00", f"{TUE} 14:00", kind="meet")


def test_an_hour_after_the_time_we_write_a_line():
    assert MISSED.next(f"{TUE} 15:00") == f"write missed_meeting email Tue {TUE} 15:00"
    assert MISSED.next(f"{TUE} 14:30") == f"write missed_meeting email Tue {TUE} 15:00"


def test_when_a_call_is_due_as_well_the_call_comes_first():
    assert MISSED.next("2026-06-03 14:00") == f"call their_promise_lapsed Wed {WED} 14:00"


def test_it_holds_for_a_meeting_that_was_ours_to_come_to_as_well():
    assert OURS.next(f"{TUE} 15:30") == f"write missed_meeting email Tue {TUE} 15:30"


@pytest.mark.parametrize("kind", ["send", "other"])
def test_only_a_meeting_can_be_missed(kind):
    life = ADA.talked("2026-05-20 10:00").promised(f"{MON} 10:00", f"{TUE} 14:00", kind=kind)
    assert life.step(f"{TUE} 15:30").type != "write"


def test_where_only_a_day_was_named_it_is_over_when_the_day_is():
    life = ADA.promised_us(f"{MON} 10:00", TUE, kind="meet")
    assert life.next(f"{TUE} 15:00") == f"write missed_meeting email Wed {WED} 00:00"


def test_a_meeting_that_was_held_was_not_missed():
    assert MISSED.met(f"{TUE} 14:00").step(f"{TUE} 16:00").type == "call"


def test_a_talk_at_that_time_settles_it():
    assert MISSED.talked(f"{TUE} 14:10").step(f"{TUE} 16:00").type == "call"


def test_one_line_is_enough():
    assert MISSED.got(f"{TUE} 16:00", "missed_meeting").step(f"{TUE} 16:01").type == "call"


@pytest.mark.parametrize(("when", "kind"), [("2026-06-16 14:59", "write"), ("2026-06-16 15:00", "call")])
def test_after_two_weeks_it_is_stale(when, kind):
    assert OURS.step(when).type == kind


def test_with_no_channel_we_call_when_their_promise_lapsed():
    assert MISSED.but(email=None).next(f"{TUE} 15:00") == f"call their_promise_lapsed Wed {WED} 14:00"
