"""What is off, own words, peace that was asked for and clocks on a wall: who breaks it is accused, the house is not."""

import pytest

from callrules import CalledOff, Purchase
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.testing.situations import Situation
from helpers.people import HOUSE, MON, a_business, somebody
from zoo.everything import SPECIMENS as EVERYTHING
from zoo.held_up import HELD_UP
from zoo.herd import HERD
from zoo.odd_days import ODD_DAYS
from zoo.odd_peace import ODD_PEACE
from zoo.odd_words import ODD_WORDS
from zoo.off import OFF
from zoo.own_lines import OWN_LINES
from zoo.peace import PEACE
from zoo.wall_clocks import WALL_CLOCKS
from zoo.written_instead import WRITTEN_INSTEAD

SPECIMENS = {each.id: each for each in (*OFF, *OWN_LINES, *PEACE, *HELD_UP, *WALL_CLOCKS, *WRITTEN_INSTEAD)}
DECENT = (*ODD_PEACE, *ODD_DAYS, *ODD_WORDS)
SEEDS = range(16)
ADA = somebody(email="ada@example.org")
WROTE = ADA.got("2026-05-18 10:00", "share")
POSTED = somebody(postal_address="1 High Street").bought(f"{MON} 09:50")
MARCH, OCTOBER = "2026-03-26 10:00", "2026-10-22 10:00"

SHOWS = {
    "today-only": (ADA, f"{MON} 10:00"),
    "as-we-said": (WROTE, f"{MON} 10:00"),
    "saves-twelve-hundred": (ADA.bought("2025-06-02 10:00"), f"{MON} 10:00"),
    "no-shouting": (ADA, f"{MON} 10:00"),
    "better-by-kind": (ADA, f"{MON} 10:00"),
    "how-was-the-meeting": (ADA, f"{MON} 10:00"),
    "did-it-arrive": (ADA, f"{MON} 10:00"),
    "samples-that-nobody-sent": (ADA, f"{MON} 10:00"),
    "sorry-for-the-delay": (ADA, f"{MON} 10:00"),
    "no-show": (ADA, f"{MON} 10:00"),
    "price-list-first": (ADA.rung("2026-05-29 10:00", "conversation", agreed=("prices",)), f"{MON} 10:00"),
    "terms-first": (ADA.bought("2026-05-29 10:00"), f"{MON} 10:00"),
    "texted-back": (ADA, f"{MON} 10:00"),
    "last-word-is-ours": (ADA, f"{MON} 10:00"),
    "mails-cross": (ADA, f"{MON} 10:00"),
    "introduced-to-our-own-customers": (a_business().bought("2025-06-02 10:00"), f"{MON} 10:00"),
    "a-month-of-peace": (ADA, f"{MON} 10:00"),
    "peace-until-any-mail": (ADA, f"{MON} 10:00"),
    "noes-until-any-mail": (ADA, f"{MON} 10:00"),
    "three-days-of-patience": (ADA, f"{MON} 10:00"),
    "faster-than-the-card": (POSTED, f"{MON} 10:00"),
    "same-weekday": (ADA, f"{MON} 10:00"),
    "front-desk-forgets": (ADA, f"{MON} 10:00"),
    "truce-of-the-house": (ADA, f"{MON} 10:00"),
    "credit-first": (ADA, f"{MON} 10:00"),
    "one-order-one-error": (ADA.bought("2025-06-02 10:00"), "2026-01-12 10:00"),
    "talked-out-of-it": (ADA.talked("2025-01-13 10:00"), f"{MON} 10:00"),
    "ten-hours-from-midnight": (ADA, MARCH),
    "school-run-by-monday": (ADA, OCTOBER),
    "supper-since-yesterday": (ADA, OCTOBER),
}
"""Of each: the life and the moment at which its law accuses it, with some seed."""
each_specimen = pytest.mark.parametrize("known_by", sorted(SHOWS))


def accusing(policy, laws, life, when):
    declared = declarations(policy)
    asked = [Situation(policy, life.contact, life.history, life.at(when), declared, seed) for seed in SEEDS]
    suspected = [law for law in LAWS if law.id in laws]
    return {law.id for law in suspected if any(_accuses(law, each) for each in asked)}


def _accuses(law, situation):
    return law.reached(situation) and breaks(law, situation) is not None


def test_every_specimen_is_kept_and_shown():
    assert SHOWS.keys() == SPECIMENS.keys() <= EVERYTHING.keys()
    assert set(DECENT) <= set(HERD)
    assert len(DECENT) >= 12


@pytest.mark.parametrize("specimen", [*SPECIMENS.values(), *DECENT], ids=lambda specimen: specimen.id)
def test_what_is_said_of_it_is_a_sentence_and_it_is_made_afresh(specimen):
    assert specimen.says.endswith(".")
    assert specimen.make() is not specimen.make()


@each_specimen
def test_the_law_that_it_is_said_to_break_accuses_it(known_by):
    specimen = SPECIMENS[known_by]
    assert accusing(specimen.make(), specimen.breaks, *SHOWS[known_by]) == specimen.breaks


@each_specimen
def test_the_house_is_not_accused(known_by):
    assert not accusing(HOUSE, SPECIMENS[known_by].breaks, *SHOWS[known_by])


@pytest.mark.parametrize("decent", DECENT, ids=lambda decent: decent.id)
def test_decent_neighbours_are_not_accused_where_the_broken_ones_are(decent):
    policy = decent.make()
    for known_by in ("samples-that-nobody-sent", "a-month-of-peace", "same-weekday", "school-run-by-monday"):
        assert not accusing(policy, SPECIMENS[known_by].breaks, *SHOWS[known_by])


def rule_of(policy):
    """The one rule that the house does not have."""
    return next(each for each in policy.rules if each.name not in {rule.name for rule in HOUSE.rules})


def test_what_was_called_off_is_rung_about_under_a_name_of_its_own():
    policy = EVERYTHING["what-became-of-it"].make()
    off = ADA.promised(f"{MON} 10:00", "2026-06-17 11:00", kind="meet", id="visit")
    off = off.add(CalledOff(at=ADA.at("2026-06-03 10:00"), of="visit"))
    assert [each.name for each in rule_of(policy).reasons(history=off.history.seen_by(ADA.contact))] == ["another_day"]


def test_a_letter_names_the_second_working_day_after_it():
    policy, card = EVERYTHING["welcome-by-post"].make(), EVERYTHING["faster-than-the-card"].make()
    assert str(POSTED.step(f"{MON} 10:00", policy).promises) == "2026-06-03"
    assert str(POSTED.step(f"{MON} 10:00", card).promises) == "2026-06-02"


def test_who_sent_one_order_back_keeps_a_place_by_the_others():
    policy = EVERYTHING["by-what-they-kept"].make()
    orders = [Purchase(at=ADA.at(f"2025-06-0{day} 10:00"), amount=amount) for day, amount in ((2, 500), (3, 900))]
    back = Purchase(at=ADA.at("2025-06-04 10:00"), amount=-900)
    life, now = ADA.add(*orders, back), ADA.at("2026-01-12 10:00")
    step = life.step("2026-01-12 10:00", policy)
    assert rule_of(policy).priority(history=life.history.seen_by(life.contact), step=step) == 5
    assert policy.priority(life.contact, life.history, step, now) is not None
