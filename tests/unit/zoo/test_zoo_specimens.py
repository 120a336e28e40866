"""Policies that ring at the wrong hour, against a no, or without end: each is wrong where it says so."""

import pytest

from callrules import WalkAway
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.testing.situations import Situation
from helpers.misdeeds import MISDEEDS, SOUND
from helpers.people import HOUSE, told
from zoo.consent import CONSENT
from zoo.endings import ENDINGS
from zoo.promises import PROMISES
from zoo.zones import ZONES

SPECIMENS = (*ZONES, *CONSENT, *PROMISES, *ENDINGS)
each_specimen = pytest.mark.parametrize("specimen", SPECIMENS, ids=[specimen.id for specimen in SPECIMENS])


def test_every_specimen_has_an_id_of_its_own_and_a_misdeed():
    assert sorted(specimen.id for specimen in SPECIMENS) == sorted(MISDEEDS)


@each_specimen
def test_what_is_said_of_it_is_a_sentence_and_accuses_it_of_something(specimen):
    assert specimen.says.endswith(".")
    assert not specimen.is_lawful


def test_every_law_that_a_specimen_is_said_to_break_is_in_the_catalogue():
    known = {law.id for law in LAWS}
    assert not [specimen.id for specimen in SPECIMENS if not specimen.breaks <= known]


@each_specimen
def test_it_is_made_afresh_and_seen_at_its_misdeed_where_the_house_does_right(specimen):
    policy, seen = specimen.make(), MISDEEDS[specimen.id]
    assert policy is not specimen.make()
    assert done(policy, seen) == seen.does
    assert done(SOUND.get(specimen.id, HOUSE), seen) != seen.does
    assert any(breaks(law, situation(policy, seen)) for law in LAWS if law.id in specimen.breaks)


def done(policy, seen):
    """What the policy does then, and by which channel where it says goodbye."""
    step = seen.life.step(seen.now, policy)
    by = f" by {step.channel.value}" if isinstance(step, WalkAway) and step.channel else ""
    return told(step, seen.life.zone) + by


def situation(policy, seen):
    life = seen.life
    return Situation(policy, life.contact, life.history, life.at(seen.now), declarations(policy))
