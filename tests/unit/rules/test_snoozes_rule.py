"""E6, F6: who asked for some peace gets it, and it ends."""

from helpers.people import FRI, MON, THU, TUE, WED, a_business, somebody

QUIET = somebody().snoozed(f"{MON} 10:00", FRI)


def test_until_then_nobody_rings():
    assert not QUIET.may_be_rung(f"{THU} 19:59")
    assert QUIET.next(f"{MON} 10:01") == f"call prospect Fri {FRI} 09:00"


def test_it_ends():
    assert QUIET.may_be_rung(f"{FRI} 09:00")
    assert QUIET.next("2027-06-01 10:00") == "call prospect Tue 2027-06-01 10:00"


def test_it_may_end_at_an_hour():
    assert somebody().snoozed(f"{MON} 10:00", f"{TUE} 15:00").next(f"{MON} 10:01") == f"call prospect Tue {TUE} 15:00"


def test_the_last_one_counts_also_where_it_is_shorter():
    assert QUIET.snoozed(f"{MON} 12:00", WED).next(f"{MON} 12:01") == f"call prospect Wed {WED} 09:00"


def test_a_moment_they_named_beats_it():
    assert QUIET.promised(f"{MON} 10:05", f"{WED} 07:30").next(f"{MON} 10:06") == f"call promise Wed {WED} 07:30"


def test_a_moment_that_we_named_does_not():
    life = QUIET.promised(f"{MON} 10:05", f"{WED} 10:00", asked_by="us")
    assert life.next(f"{MON} 10:06") == f"call promise Fri {FRI} 09:00"


def test_who_turns_to_us_has_ended_it():
    assert QUIET.rang_us(f"{TUE} 10:00").next(f"{TUE} 10:01") == f"call returned_call Tue {TUE} 10:01"


def test_what_they_wrote_before_does_not_end_it():
    life = somebody().wrote_to_us("2026-05-31 10:00").snoozed(f"{MON} 10:00", FRI)
    assert life.next(f"{MON} 10:01") == f"call returned_call Fri {FRI} 09:00"


def test_a_day_without_midnight_begins_when_it_begins():
    life = a_business("Africa/Cairo", "EG").snoozed("2026-04-20 10:00", "2026-04-24")
    assert life.next("2026-04-20 10:01") == "call prospect Sun 2026-04-26 09:00"
