"""Policies that a threshold, a sequence or a way of writing leads astray: each is wrong where it says so."""

import datetime as dt

import pytest

from callrules import Introduction, KeyDate, OptOut
from callrules.testing.catalogue import LAWS
from helpers.people import HOUSE, MON, THU, TUE, WED, somebody, told
from zoo.everything import SPECIMENS
from zoo.herd import HERD
from zoo.odd_thresholds import ODD_THRESHOLDS
from zoo.overtaken import OVERTAKEN
from zoo.refused_ways import REFUSED_WAYS
from zoo.thresholds import THRESHOLDS

ADA = somebody(email="ada@example.org")
AWAY = ADA.snoozed(f"{MON} 09:00", "2026-12-01")
CURT = somebody(email="ada@example.org", postal_address="1 High Street").rung(f"{MON} 10:00", "not_interested")

SHOWS = {
    "no-peace-for-regulars": (AWAY.bought(*(f"2026-05-{day:02} 10:00" for day in range(1, 13))), f"{TUE} 10:00"),
    "peace-for-a-quarter": (AWAY, f"{TUE} 10:00"),
    "up-late-in-lisbon": (somebody("Europe/Lisbon", "PT"), f"{MON} 03:00"),
    "zoe-may-ring-again": (ADA.rung(f"{MON} 10:00", rep="zoe"), f"{MON} 14:00"),
    "peace-until-an-order": (AWAY.bought(f"{MON} 12:00"), f"{TUE} 10:00"),
    "introduced-since-the-hang-up": (
        ADA.rung(f"{MON} 10:00", "hung_up").add(Introduction(at=ADA.at(f"{MON} 12:00"), by="c-9")),
        f"{WED} 14:00",
    ),
    "a-date-opens-the-door": (
        ADA.rung("2026-05-04 10:00", "not_interested")
        .rung(f"{MON} 10:00", "not_interested")
        .add(KeyDate(at=ADA.at(f"{TUE} 10:00"), on=dt.date(2026, 7, 1), what="renewal")),
        f"{WED} 10:00",
    ),
    "a-card-for-the-curt": (CURT.add(OptOut(at=CURT.at(f"{MON} 11:00"), channel="letter")), f"{THU} 10:00"),
}
"""Of some: the life and the moment at which it shows."""
NEW = (*THRESHOLDS, *OVERTAKEN, *REFUSED_WAYS)


@pytest.mark.parametrize("specimen", NEW, ids=lambda specimen: specimen.id)
def test_what_is_said_of_it_is_a_sentence_and_it_breaks_laws_that_there_are(specimen):
    assert specimen.says.endswith(".")
    assert specimen.breaks
    assert specimen.breaks <= {law.id for law in LAWS}
    assert specimen.make() is not specimen.make()


@pytest.mark.parametrize("known_by", sorted(SHOWS))
def test_it_answers_otherwise_than_the_house_where_it_is_wrong(known_by):
    life, when = SHOWS[known_by]
    policy = SPECIMENS[known_by].make()
    assert life.step(when, policy) != life.step(when, HOUSE), told(life.step(when, policy), life.zone)


def test_each_has_decent_neighbours_in_the_herd():
    assert set(ODD_THRESHOLDS) <= set(HERD)
    assert len(ODD_THRESHOLDS) >= 12
