"""B1, theirs: what they promised is waited for, and then taken up without blame."""

from helpers.people import FRI, MON, THU, TUE, WED, a_business, somebody

THEIRS = somebody(buys_from="Brightwell").promised_us(f"{MON} 10:00", TUE, what="ring us about the board")


def test_while_their_promise_is_open_we_do_not_call():
    assert not THEIRS.may_be_rung(f"{TUE} 15:00")


def test_it_lapses_one_working_day_later_and_then_we_call():
    assert THEIRS.next(f"{MON} 11:00") == f"call their_promise_lapsed Wed {WED} 09:00"


def test_the_reason_blames_nobody():
    assert THEIRS.step(f"{MON} 11:00").reason.says == "they meant to turn to us: ring us about the board"


def test_an_hour_of_theirs_lapses_at_that_hour_of_the_next_working_day():
    life = somebody().promised_us(f"{MON} 10:00", f"{FRI} 15:00")
    assert life.next(f"{MON} 11:00") == "call their_promise_lapsed Mon 2026-06-08 15:00"


def test_promised_for_friday_it_lapses_on_monday_and_on_sunday_in_cairo():
    assert somebody().promised_us(f"{MON} 10:00", FRI).next(f"{MON} 11:00").endswith("Mon 2026-06-08 09:00")
    cairo = a_business("Africa/Cairo", "EG").promised_us(f"{MON} 10:00", THU)
    assert cairo.next(f"{MON} 11:00").endswith("Sun 2026-06-07 09:00")


def test_without_a_date_it_lasts_five_working_days():
    life = somebody().promised_us(f"{MON} 10:00")
    assert life.next(f"{MON} 11:00") == "call their_promise_lapsed Tue 2026-06-09 09:00"


def test_promised_for_a_saturday_it_lapses_on_monday():
    life = somebody().promised_us(f"{MON} 10:00", "2026-06-06")
    assert life.next(f"{MON} 11:00").endswith("Mon 2026-06-08 09:00")


def test_they_rang_and_it_is_kept():
    life = THEIRS.rang_us(f"{TUE} 10:00", "conversation")
    assert life.step(f"{TUE} 11:00").reason.name == "competitor_customer"


def test_they_rang_and_we_missed_it():
    assert THEIRS.rang_us(f"{TUE} 10:00").next(f"{TUE} 10:05") == f"call returned_call Tue {TUE} 10:05"


def test_an_automatic_reply_keeps_nothing():
    assert THEIRS.wrote_to_us(f"{TUE} 10:00", "automatic").next(f"{TUE} 11:00").startswith("call their_promise_lapsed")


def test_a_promise_of_ours_is_kept_while_theirs_is_open():
    life = THEIRS.promised(f"{MON} 10:00", f"{TUE} 12:00")
    assert life.next(f"{MON} 11:00") == f"call promise Tue {TUE} 12:00"


def test_an_unanswered_call_leaves_it_standing():
    life = THEIRS.rung(f"{WED} 09:00")
    assert life.next(f"{WED} 09:01") == f"call their_promise_lapsed Fri {FRI} 12:00"


def test_once_we_have_talked_it_is_settled():
    assert THEIRS.talked(f"{WED} 09:00").step(f"{WED} 10:00").reason.name == "competitor_customer"
