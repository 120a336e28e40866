"""What somebody wrote who sells, and had read the docs alone: the wrong is caught, and the decent is left alone."""

import json
from pathlib import Path

import pytest

from zoo.report.sittings import SITTINGS
from zoo.strangers import STRANGERS, first_met

PUBLISHED = Path(__file__).parents[2] / "docs" / "explanation" / "correctness.json"
KNOWN = json.loads(PUBLISHED.read_text("utf-8"))["strangers"]["policies"]
"""What is published about each: which law is the first to catch it, and at which life."""
LIVES, LIVES_OF_WHO_GETS_AWAY, DECENT_LIVES = 100, 6, 2
NOT_YET_CAUGHT = {
    "strangers6/wrong_warranty_per_order": "nobody of our lives orders more than a thousand times",
    "strangers11/wrong_fresh_first": "who sinks for three weeks rises again: they wait long, and not for ever",
    "strangers11/wrong_did_it_arrive": "does no harm: a call of ours waits for the day that our note named",
}
"""Those that get away, and why; whoever catches one takes it out."""
NOT_YET_LEFT_ALONE: dict[str, str] = {}
"""Those that are accused falsely, and why."""
WRONG = [each for each in STRANGERS.values() if not each.is_decent]
DECENT = [each for each in STRANGERS.values() if each.is_decent]


def written_in(strangers, folder):
    return [each for each in strangers if each.path.parent.name == folder]


def name_of(stranger):
    return stranger.id


@pytest.mark.parametrize("told", SITTINGS, ids=lambda told: told.folder)
def test_so_many_were_wrong_and_so_many_decent_in_each_sitting(told):
    assert len(written_in(WRONG, told.folder)) == told.wrong
    assert len(written_in(DECENT, told.folder)) == told.decent


def test_whoever_is_named_here_was_written_by_a_stranger():
    assert NOT_YET_CAUGHT.keys() <= set(map(name_of, WRONG))
    assert NOT_YET_LEFT_ALONE.keys() <= set(map(name_of, DECENT))
    assert {name for name, each in KNOWN.items() if "/wrong_" in name and not each["law"]} == NOT_YET_CAUGHT.keys()


@pytest.mark.parametrize("stranger", [each for each in WRONG if each.id not in NOT_YET_CAUGHT], ids=name_of)
def test_what_a_stranger_got_wrong_is_caught(stranger):
    """By the law that caught it before; or else by any."""
    suspected = KNOWN.get(stranger.id, {}).get("law")
    assert (suspected and first_met(stranger, LIVES, {suspected})) or first_met(stranger, LIVES), "got away"


@pytest.mark.parametrize("stranger", [each for each in WRONG if each.id in NOT_YET_CAUGHT], ids=name_of)
def test_what_gets_away_still_does(stranger):
    assert not first_met(stranger, LIVES_OF_WHO_GETS_AWAY), "is caught by now: take it out of NOT_YET_CAUGHT"


@pytest.mark.parametrize("stranger", [each for each in DECENT if each.id not in NOT_YET_LEFT_ALONE], ids=name_of)
def test_what_a_stranger_meant_well_is_left_alone(stranger):
    met = first_met(stranger, DECENT_LIVES)
    assert not met, f"{met.law} in case {met.case}: {met.says}"
