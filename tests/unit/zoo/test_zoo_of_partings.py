"""Broken policies that forget a goodbye, go on after it, or promise loosely: each is wrong where it says so."""

import datetime as dt

import pytest

from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.testing.situations import Situation
from helpers.people import HOUSE, MON, TUE, somebody
from zoo.loose_steps import LOOSE_STEPS
from zoo.partings import PARTINGS

SPECIMENS = {each.id: each for each in (*PARTINGS, *LOOSE_STEPS)}
ADA = somebody(email="ada@example.org")
TWO_NOES = (
    ADA.rung("2026-03-02 10:00", "not_interested")
    .got("2026-03-02 11:00", "after_brush_off")
    .rung("2026-04-06 10:00", "not_interested")
)


def talks(*outcomes):
    life = ADA
    for month, outcome in enumerate(outcomes, start=1):
        life = life.talked(f"2026-0{month}-12 10:00", outcome)
    return life


SHOWS = {
    "goodbye-expires": (TWO_NOES, "2026-04-08 10:00", "2026-05-04 10:00"),
    "news-after-goodbye": (TWO_NOES.said_goodbye("2026-04-08 10:00"), "2026-04-09 10:00", "2026-12-01 10:00"),
    "left-is-heard-when-we-ring": (ADA.rang_us(f"{MON} 10:00", "left_company"), f"{TUE} 10:00", f"{TUE} 10:00"),
    "our-plan-opens-the-table": (
        talks("continuation", "continuation", "continuation").promised(
            "2026-03-19 10:00", "2026-06-01 10:00", asked_by="us"
        ),
        "2026-03-18 10:00",
        "2026-06-01 10:00",
    ),
    "orders-by-phone-are-talk": (talks("order", "order", "order"), "2026-03-20 10:00", "2026-03-20 10:00"),
    "trial-is-over-for-buyers": (
        ADA.wrote_to_us("2026-05-04 10:00").talked("2026-05-05 10:00").bought("2026-05-20 10:00"),
        "2026-06-10 10:00",
        "2026-06-10 10:00",
    ),
    "since-midnight": (ADA.rang_us(f"{MON} 16:00", "voicemail_left"), f"{MON} 17:00", f"{MON} 17:00"),
    "slots-that-slide": (ADA, f"{MON} 10:00", f"{MON} 11:30"),
}
"""Of each: a life, the moment at which a law looks, and the one at which it shows."""
each_specimen = pytest.mark.parametrize("known_by", sorted(SHOWS))


def test_every_specimen_is_shown():
    assert SHOWS.keys() == SPECIMENS.keys()


@each_specimen
def test_what_is_said_of_it_is_a_sentence_and_it_is_made_afresh(known_by):
    specimen = SPECIMENS[known_by]
    assert specimen.says.endswith(".")
    assert specimen.breaks <= {law.id for law in LAWS}
    assert specimen.make() is not specimen.make()


@each_specimen
def test_it_answers_otherwise_than_the_house(known_by):
    life, _, shows = SHOWS[known_by]
    assert life.step(shows, SPECIMENS[known_by].make()) != life.step(shows, HOUSE)


@each_specimen
def test_a_law_that_it_is_said_to_break_accuses_it_and_not_the_house(known_by):
    life, looked_at, _ = SHOWS[known_by]
    now = life.at(looked_at)
    known = [fact for fact in life.facts if fact.at.astimezone(dt.UTC) <= now.astimezone(dt.UTC)]
    specimen = SPECIMENS[known_by]
    for policy, is_broken in ((specimen.make(), True), (HOUSE, False)):
        situation = Situation(
            policy, life.contact, type(life.history)(known), now, declarations(policy), fresh=specimen.make
        )
        assert any(breaks(law, situation) for law in LAWS if law.id in specimen.breaks) is is_broken
