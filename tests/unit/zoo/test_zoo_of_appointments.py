"""Days of ours, appointments of theirs, refusals and windows: who breaks them is accused, the house is not."""

import pytest

from callrules import Playbook
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.testing.situations import Situation
from helpers.people import FRI, HOUSE, MON, THU, somebody
from zoo.appointments import APPOINTMENTS
from zoo.everything import SPECIMENS as EVERYTHING

SPECIMENS = {each.id: each for each in APPOINTMENTS}
ADA = somebody(email="ada@example.com")
HUNG_UP = ADA.rung(f"{MON} 10:00", "hung_up")
THREE = ADA.rung("2026-05-11 10:00").rung("2026-05-13 12:00").rung("2026-05-18 09:00")
NAMED = THREE.rung("2026-05-22 12:00", "callback_requested", callback_at=f"{THU} 10:00")
ASKED = ADA.talked("2026-05-22 12:00", callback_at=f"{THU} 10:00")

SHOWS = {
    "sunday-notes": (HUNG_UP, f"{MON} 10:01"),
    "new-year-notes": (HUNG_UP, f"{MON} 10:01"),
    "no-budget": (NAMED, f"{MON} 10:00"),
    "busy-with-others": (ASKED, f"{MON} 10:00"),
    "gate-without-reasons": (ASKED, f"{MON} 10:00"),
    "gate-that-stammers": (ASKED, f"{MON} 10:00"),
    "not-today": (ADA, f"{FRI} 10:00"),
}
"""Of each: the life and the moment at which its law accuses it."""
each_specimen = pytest.mark.parametrize("known_by", sorted(SHOWS))


def accusing(policy, life, when):
    situation = Situation(policy, life.contact, life.history, life.at(when), declarations(policy))
    ids = {law for each in APPOINTMENTS for law in each.breaks}
    return {law.id for law in LAWS if law.id in ids and breaks(law, situation)}


def test_every_specimen_is_kept_and_shown():
    assert SHOWS.keys() == SPECIMENS.keys() <= EVERYTHING.keys()


@each_specimen
def test_the_law_that_it_is_said_to_break_accuses_it(known_by):
    assert SPECIMENS[known_by].breaks <= accusing(SPECIMENS[known_by].make(), *SHOWS[known_by])


@each_specimen
def test_the_house_is_not_accused(known_by):
    assert not accusing(Playbook(), *SHOWS[known_by])


def test_a_ground_that_is_not_firm_waits_for_what_they_named():
    policy = EVERYTHING["no-money-there"].make()
    assert NAMED.next(f"{MON} 10:00", policy).startswith("call promise Thu 2026-06-04")
    assert not accusing(policy, NAMED, f"{MON} 10:00")


def test_what_repeats_with_the_calendar_is_asked_of_the_house_less_its_dated_rules():
    law = next(each for each in LAWS if each.id == "calendar-repeats")
    assert any(rule.name == "public_holidays" for rule in HOUSE.rules)
    assert law.inapplicable(HOUSE, declarations(HOUSE)) is None
