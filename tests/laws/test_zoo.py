"""The quick look at the zoo and the herd; `zoo.report` looks longer, and from many seeds."""

import json
from pathlib import Path

import pytest

from callrules.testing.catalogue import VOICES
from callrules.testing.judging.survey import survey
from callrules.testing.policies import as_policy
from zoo.everything import ZOO
from zoo.herd import HERD
from zoo.runs import HELD, Task, run

PUBLISHED = Path(__file__).parents[2] / "docs" / "explanation" / "correctness.json"
LIVES, LIVES_TO_HEAR, LAWFUL_LIVES = 300, 10, 2


KILLS = json.loads(PUBLISHED.read_text("utf-8"))["kills"]["policies"]
"""What is published about each broken policy: at which case each seed caught it, and by which laws."""


def is_quick(specimen):
    """Whether seed 0 catches it within so few lives; the others are looked at where the page is measured."""
    case = KILLS[specimen.id]["cases"][0]
    return case is not None and case <= LIVES


def test_all_but_a_few_are_caught_quickly():
    assert sum(map(is_quick, ZOO)) >= 0.95 * len(ZOO)


QUICK = [each for each in ZOO if is_quick(each)]
SILENT = [each for each in QUICK if VOICES in each.breaks]


@pytest.mark.parametrize("specimen", [each for each in QUICK if each not in SILENT], ids=lambda specimen: specimen.id)
def test_a_broken_policy_is_caught(specimen):
    known = KILLS[specimen.id]
    suspected = [law for law in HELD if law.id in specimen.breaks or law.id in known["laws"]]
    led = survey(as_policy(specimen.make()), suspected, examples=LIVES, to_the_first=True)
    assert led.failures, f"got away: {specimen.says}"


@pytest.mark.parametrize("specimen", SILENT, ids=lambda specimen: specimen.id)
def test_a_rule_that_never_speaks_is_told(specimen):
    assert run(Task(specimen=specimen.id, seed=0, examples=LIVES_TO_HEAR)).law == VOICES


@pytest.mark.parametrize("specimen", HERD, ids=lambda specimen: specimen.id)
def test_a_lawful_policy_is_left_alone(specimen):
    met = run(Task(specimen=specimen.id, seed=0, examples=LAWFUL_LIVES))
    assert not met.law, f"{met.law} accuses it in case {met.case}: {met.says}"
