"""F3: while somebody is dialling, nobody else does."""

from callrules import CallAttempt
from helpers.people import MOBILE, MON, NUMBER, somebody

OPEN = somebody().rung(f"{MON} 10:00", "dialing", id="d-1", number=NUMBER)


def test_while_one_rings_them_nobody_else_does():
    assert not OPEN.may_be_rung(f"{MON} 10:00")
    assert not OPEN.but(phones=somebody(phones=[NUMBER, MOBILE]).contact.phones).may_be_rung(f"{MON} 10:05", MOBILE)


def test_not_even_at_an_hour_they_named():
    life = OPEN.promised("2026-05-29 10:00", f"{MON} 10:30")
    assert not life.may_be_rung(f"{MON} 10:30")


def test_nor_to_call_somebody_back():
    assert not OPEN.rang_us(f"{MON} 10:01").may_be_rung(f"{MON} 10:02")
    assert OPEN.rang_us(f"{MON} 10:01").next(f"{MON} 10:02") == f"call returned_call Mon {MON} 12:00"


def test_a_dial_that_nobody_closed_counts_as_unanswered_after_two_hours():
    assert OPEN.next(f"{MON} 12:01") == "call prospect Wed 2026-06-03 12:00"
    assert OPEN.history.row_of_unanswered


def test_closed_with_its_id_it_is_what_it_was():
    life = OPEN.rung(f"{MON} 10:00", "conversation", id="d-1", number=NUMBER, recorded=OPEN.at(f"{MON} 10:20"))
    assert len(life.history.attempts) == 1
    assert life.history.last_talk


def test_a_neighbours_open_dial_on_the_shared_number_keeps_us_off_it():
    theirs = CallAttempt(at=OPEN.at(f"{MON} 10:00"), disposition="dialing", number=NUMBER, contact="c-2")
    assert not somebody().add(theirs).may_be_rung(f"{MON} 10:05")
    assert somebody(phones=[NUMBER, MOBILE]).add(theirs).may_be_rung(f"{MON} 10:05", MOBILE)
