"""C6-C10: a red-phone call is prepared superbly, or not made."""

import pytest

from callrules.rules import Readiness
from helpers.people import HOUSE, MON, TUE, WED, a_business

RED = a_business(red_phone=True)
NEEDS = ("why", "outcome", "insight", "common_ground", "buy_in")


def prepared(leaving_out=None):
    life = RED if leaving_out == "common_ground" else RED.but(common_ground=["rowing"])
    life = life if leaving_out == "insight" else life.insight("2026-05-29 09:00", id="i-1")
    return life.researched("2026-05-29 10:00", *(each for each in ("why", "outcome", "buy_in") if each != leaving_out))


def test_unprepared_nobody_rings_and_what_is_missing_is_named():
    step = RED.step(f"{MON} 10:00")
    assert (step.type, step.missing) == ("prepare", NEEDS)
    assert not RED.may_be_rung(f"{MON} 10:00")


@pytest.mark.parametrize("need", NEEDS)
def test_each_of_the_five_binds(need):
    assert prepared(leaving_out=need).step(f"{MON} 10:00").missing == (need,)


def test_prepared_they_are_called():
    assert prepared().step(f"{MON} 10:00").type == "call"


def test_an_insight_they_have_heard_teaches_them_nothing():
    life = prepared().got("2026-05-30 10:00", "share", used=["i-1"])
    assert life.step(f"{MON} 10:00").missing == ("insight",)


def test_an_insight_teaches_them_something_for_ninety_days():
    life = prepared(leaving_out="insight").insight("2026-03-03 11:01")
    assert life.step("2026-06-01 12:00").type == "call"
    life = prepared(leaving_out="insight").insight("2026-03-03 09:00")
    assert life.step("2026-06-01 12:00").missing == ("insight",)


def test_a_promised_and_a_returned_call_pass_with_a_caution():
    step = RED.promised("2026-05-29 10:00", f"{WED} 10:00").step(f"{MON} 10:00")
    assert (step.type, step.reason.name) == ("call", "promise")
    assert any(because.code == "caution" and "why" in because.says for because in step.because)
    assert RED.rang_us(f"{TUE} 10:00").step(f"{TUE} 10:01").reason.name == "returned_call"


def test_preparing_begins_in_good_time():
    life = RED.but(known_since=RED.moment("2026-06-30"))
    assert life.step(f"{MON} 10:00").at == life.at("2026-06-16 09:00")


def test_whose_phone_is_not_red_needs_no_preparation():
    assert a_business().step(f"{MON} 10:00").type == "call"


@pytest.mark.parametrize(
    ("topic", "there"),
    [
        ("source", lambda life: life.insight("2026-05-30 09:00", source="trade press")),
        ("drivers", lambda life: life.but(drivers=["a quiet opening"])),
        ("path", lambda life: life.introduced("2026-05-30 09:00")),
        ("path", lambda life: life.wrote_to_us("2026-05-30 09:00", "acknowledgement")),
        ("drivers", lambda life: life.researched("2026-05-30 09:00", "drivers")),
    ],
)
def test_source_drivers_and_path_bind_where_they_are_among_the_needs(topic, there):
    careful = HOUSE.with_rules(Readiness(needs=(*NEEDS, topic)))
    assert prepared().step(f"{MON} 10:00", careful).missing == (topic,)
    assert there(prepared()).step("2026-06-08 10:00", careful).type == "call"
    assert prepared().step(f"{MON} 10:00").type == "call"
