"""C2: a decision maker is never called cold."""

import pytest

from helpers.people import MON, TUE, WED, a_business, rests

CHIEF = a_business(role="decision_maker", email="chief@example.com")


def test_a_decision_maker_who_does_not_know_us_is_not_called():
    assert CHIEF.next(f"{MON} 10:00") == f"seek_introduction Mon {MON} 10:00"
    assert not CHIEF.may_be_rung(f"{MON} 10:00")


@pytest.mark.parametrize("role", ["influencer", "gatekeeper", "user", "unknown"])
def test_others_may_be_called_cold(role):
    assert CHIEF.but(role=role).step(f"{MON} 10:00").type == "call"


def test_it_holds_whether_the_phone_is_red_or_not():
    ready = CHIEF.but(red_phone=True, common_ground=["rowing"]).insight("2026-05-29 10:00")
    ready = ready.researched("2026-05-29 11:00", "why", "outcome", "buy_in")
    assert ready.step(f"{MON} 10:00").type == "seek_introduction"


@pytest.mark.parametrize(
    "known",
    [
        lambda life: life.introduced("2026-05-29 10:00"),
        lambda life: life.met("2025-05-29 10:00"),
        lambda life: life.talked("2025-05-29 10:00"),
        lambda life: life.rang_us("2025-05-29 10:00", "conversation"),
        lambda life: life.wrote_to_us("2025-05-29 10:00"),
    ],
)
def test_an_introduction_or_any_two_way_contact_opens_the_gate(known):
    assert known(CHIEF).step(f"{MON} 10:00").type == "call"


@pytest.mark.parametrize(
    "tried",
    [
        lambda life: life.rung("2025-05-29 10:00", "voicemail_left"),
        lambda life: life.rung("2025-05-29 10:00", "gatekeeper"),
        lambda life: life.got("2026-05-29 10:00", "share"),
        lambda life: life.wrote_to_us("2026-05-29 10:00", "automatic"),
        lambda life: life.wrote_to_us("2026-05-29 10:00", "bounced"),
    ],
)
def test_what_we_tried_and_what_machines_answered_opens_nothing(tried):
    assert tried(CHIEF).step(f"{MON} 10:00").type == "seek_introduction"


def test_a_promised_call_passes_and_what_is_missing_becomes_a_caution():
    life = CHIEF.rung("2026-05-29 10:00", "gatekeeper", callback_at=f"{WED} 10:00")
    step = life.step(f"{MON} 10:00")
    assert (step.type, step.reason.name) == ("call", "promise")
    assert "caution" in {because.code for because in step.because}


def test_a_returned_call_passes():
    assert CHIEF.rang_us(f"{MON} 10:00").next(f"{MON} 10:01") == f"call returned_call Mon {MON} 10:01"


def test_the_introduction_is_sought_in_good_time():
    life = CHIEF.but(known_since=CHIEF.moment("2026-06-30"))
    step = life.step(f"{MON} 10:00")
    assert step.type == "seek_introduction"
    assert step.at == life.at("2026-06-16 09:00")


def test_once_asked_for_peace_no_introduction_is_sought():
    assert CHIEF.opted_out(f"{MON} 10:00").step(f"{TUE} 10:00").type == "walk_away"
    assert not rests(CHIEF.step(f"{MON} 10:00"))
