"""D3, B4, F14: the words of a note own the moment, name the day, and pitch nothing."""

import re

import pytest

from callrules import Sender
from helpers.people import HOUSE, MON, NUMBER, SAT, Life, somebody

US = Sender(name="Bea Roth", company="Lind & Sons", number=NUMBER, email="bea@example.com")
HUNG_UP = somebody("Pacific/Auckland", "NZ", email="ada@example.com", goes_by="Ada").rung(
    f"{MON} 10:00", "hung_up", reason="lapsed_customer"
)
PITCH = re.compile(r"discount|% off|offer|buy now|special|free of charge|did you get|just following up", re.IGNORECASE)


def note(life: Life, now: str, sender=US):
    return HOUSE.script(life.contact, life.history, life.step(now, HOUSE), sender).text


def test_the_note_owns_the_moment_on_the_day_it_was_for_them():
    assert "on Monday 1 June" in note(HUNG_UP, f"{MON} 10:05")


def test_it_names_weekday_and_date_of_the_next_call():
    assert "I will call you again on Friday 5 June." in note(HUNG_UP, f"{MON} 10:05")


def test_it_says_what_result_the_call_was_about_and_raises_a_question():
    text = note(HUNG_UP, f"{MON} 10:05")
    assert "enjoy buying from us again" in text
    assert "a few questions" in text
    assert text.count("?") == 1


def test_it_says_how_to_reach_us_and_leaves_the_sentence_out_where_nobody_knows():
    assert f"reach me at {NUMBER} or bea@example.com" in note(HUNG_UP, f"{MON} 10:05")
    assert "reach me" not in note(HUNG_UP, f"{MON} 10:05", None)


@pytest.mark.parametrize("how", ["hung_up", "not_interested"])
def test_it_pitches_nothing(how):
    life = somebody(email="ada@example.com").rung(f"{MON} 10:00", how)
    assert not PITCH.search(note(life, f"{MON} 10:05"))


def test_a_note_about_a_written_no_does_not_claim_that_we_rang():
    life = somebody(email="ada@example.com", postal_address="Hauptstr. 1").wrote_to_us(f"{MON} 10:00", "not_interested")
    assert "rang you" not in note(life, f"{MON} 10:05")


def test_thanks_thank_and_offer_nothing():
    life = somebody(email="ada@example.com").rang_us(f"{SAT} 10:00", "conversation", outcome="order")
    text = note(life, f"{SAT} 10:05")
    assert text.startswith("Dear Ada Lind,")
    assert "order" in text
    assert not PITCH.search(text)


def test_goodbye_says_that_the_door_stays_open():
    life = somebody(email="ada@example.com").rung("2026-05-04 10:00", "not_interested")
    life = life.rung(f"{MON} 10:00", "not_interested")
    assert "door stays open" in note(life, f"{MON} 10:05")


def test_who_said_stop_calling_reads_nothing_from_us():
    life = somebody(email="ada@example.com").rung(f"{MON} 10:00", "do_not_call")
    assert note(life, f"{MON} 10:05") is None


def test_a_note_about_a_call_to_win_back_somebody_who_never_bought_does_not_say_that_they_did():
    life = somebody(email="ada@example.com").rung(f"{MON} 10:00", "hung_up", reason="lapsed_customer")
    assert "you bought" not in note(life, f"{MON} 10:05")
    assert "you bought" in note(life.bought("2025-03-03 10:00"), f"{MON} 10:05")
