"""Broken policies that forget a call, or bring up again what was heard: each is wrong where it says so."""

import datetime as dt

import pytest

from callrules import Introduction
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.testing.situations import Situation
from helpers.people import HOUSE, MON, THU, TUE, WED, somebody, told
from zoo.everything import SPECIMENS as EVERYTHING
from zoo.forgotten import FORGOTTEN

DAY = dt.timedelta(days=1)
SPECIMENS = {each.id: each for each in FORGOTTEN}
ADA = somebody(email="ada@example.org")
CHIEF = somebody(role="decision_maker")
MISTAKE = Introduction(at=CHIEF.at("2026-05-18 10:00"), by="c-9", id="mistake")
TURNED = ADA.talked("2026-05-18 10:00").wrote_to_us(f"{MON} 09:30", "callback_requested")
AGREED = ADA.talked("2026-05-18 10:00", "advance")
YEARS = ADA.bought("2024-06-01 10:00", "2026-03-02 10:00").talked("2026-05-18 10:00")
BOUGHT = ADA.bought("2026-04-20 10:00").talked("2026-04-20 10:00")

SHOWS = {
    "one-try-will-do": ((TURNED, f"{MON} 10:00"), (TURNED.rung(f"{MON} 10:00"), f"{THU} 13:00")),
    "brochure-instead": ((AGREED, f"{MON} 10:00"), (AGREED.got(f"{MON} 10:00", "brochure"), f"{TUE} 10:00")),
    "tried-is-talked": ((ADA, f"{MON} 10:00"), (ADA.rung(f"{MON} 10:00", "voicemail_left"), f"{WED} 13:00")),
    "one-ring-a-year": (
        (YEARS, f"{MON} 10:00"),
        (YEARS.rung(f"{MON} 10:00", reason="their_day", about="2"), f"{WED} 13:00"),
    ),
    "wave-after-wave": (
        (BOUGHT, f"{MON} 10:00"),
        (BOUGHT.talked(f"{MON} 10:00", reason="survey", about="wave 2"), f"{TUE} 13:00"),
    ),
    "flour-once": (
        (ADA, f"{MON} 10:00"),
        (
            ADA.bought("2026-03-02 10:00")
            .talked("2026-03-31 10:00", reason="flour", about="flour")
            .bought("2026-04-20 10:00"),
            f"{TUE} 10:00",
        ),
    ),
    "anybodys-friend": (
        (CHIEF, f"{MON} 10:00"),
        (CHIEF.add(MISTAKE).retracted("2026-05-18 11:00", "mistake"), f"{MON} 10:00"),
    ),
}
"""Of each: the life and the moment from which a law looks, and those at which it shows."""
DOES = {
    "one-try-will-do": "call prospect Wed 2026-11-18 10:00",
    "brochure-instead": "call prospect Wed 2026-11-18 10:00",
    "tried-is-talked": "call prospect Tue 2026-12-01 10:00",
    "one-ring-a-year": "call lapsed_customer Wed 2026-09-02 10:00",
    "wave-after-wave": "call survey Tue 2026-06-02 13:00",
    "flour-once": "call dormant_customer Wed 2026-09-30 10:00",
    "anybodys-friend": "call prospect Mon 2026-06-01 10:00",
}
each_specimen = pytest.mark.parametrize("known_by", sorted(SHOWS))


def test_every_specimen_is_kept_and_shown():
    assert SHOWS.keys() == DOES.keys() == SPECIMENS.keys() <= EVERYTHING.keys()


@each_specimen
def test_what_is_said_of_it_is_a_sentence_and_it_is_made_afresh(known_by):
    specimen = SPECIMENS[known_by]
    assert specimen.says.endswith(".")
    assert specimen.make() is not specimen.make()


@each_specimen
def test_it_is_seen_at_its_misdeed(known_by):
    life, when = SHOWS[known_by][1]
    assert told(life.step(when, SPECIMENS[known_by].make()), life.zone) == DOES[known_by]


@pytest.mark.parametrize("known_by", sorted(SHOWS.keys() - {"flour-once", "one-ring-a-year"}))
def test_the_house_does_otherwise(known_by):
    life, when = SHOWS[known_by][1]
    assert told(life.step(when, HOUSE), life.zone) != DOES[known_by]


@each_specimen
def test_each_law_that_it_is_said_to_break_accuses_it(known_by):
    policy, (life, when) = SPECIMENS[known_by].make(), SHOWS[known_by][0]
    facts, days = declarations(policy), [life.at(when) + each * DAY for each in range(6)]
    asked = [Situation(policy, life.contact, life.history, at, facts, seed) for at in days for seed in range(4)]
    accused = {law.id for law in LAWS for each in asked if law.id in SPECIMENS[known_by].breaks and breaks(law, each)}
    assert accused == SPECIMENS[known_by].breaks
