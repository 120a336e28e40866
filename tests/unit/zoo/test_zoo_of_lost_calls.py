"""Broken policies that let a call go that we owe: each is accused where it says so, and the house is not."""

import attrs
import pytest

from callrules import Commitment
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.testing.situations import Situation
from helpers.people import HOUSE, MON, THU, TUE, somebody
from zoo.lost_calls import LOST_CALLS

ADA = somebody()
PROMISED = Commitment(at=ADA.at(f"{MON} 10:00"), by="us", due=ADA.at(f"{TUE} 10:00"), rep="ann")
TRIED = ADA.rung("2026-05-18 10:00").rung("2026-05-21 13:00").rung("2026-05-28 16:00")
SHOWS = {
    "too-small-to-ring": (ADA.bought("2026-05-18 10:00"), f"{MON} 10:00"),
    "three-calls-any-three": (TRIED, f"{MON} 10:00"),
    "the-former-reps-promise": (ADA.add(PROMISED), f"{THU} 10:00"),
}


@pytest.mark.parametrize("specimen", LOST_CALLS, ids=lambda specimen: specimen.id)
def test_a_law_that_it_is_said_to_break_accuses_it_and_not_the_house(specimen):
    life, when = SHOWS[specimen.id]
    contact = attrs.evolve(life.contact, owner="bo")
    assert specimen.says.endswith(".")
    assert specimen.make() is not specimen.make()
    for policy, is_broken in ((specimen.make(), True), (HOUSE, False)):
        situation = Situation(policy, contact, life.history, life.at(when), declarations(policy))
        assert any(breaks(law, situation) for law in LAWS if law.id in specimen.breaks) is is_broken
