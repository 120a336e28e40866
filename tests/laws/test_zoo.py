"""The quick look at the zoo and the herd; `docs/make_correctness.py` looks longer, and from many seeds."""

import json
from pathlib import Path

import pytest

from callrules.testing.policies import as_policy
from callrules.testing.survey import survey
from callrules.testing.zoo.everything import ZOO
from callrules.testing.zoo.herd import HERD
from callrules.testing.zoo.keeper import HELD, Task, run

PUBLISHED = Path(__file__).parents[2] / "docs" / "explanation" / "correctness.json"
LIVES, LAWFUL_LIVES = 300, 10


@pytest.fixture(scope="module")
def published():
    """What is published about each broken policy: at which case each seed caught it, and by which laws."""
    return json.loads(PUBLISHED.read_text("utf-8"))["kills"]["policies"]


@pytest.mark.parametrize("specimen", ZOO, ids=lambda specimen: specimen.id)
def test_a_broken_policy_is_caught(specimen, published):
    known = published.get(specimen.id, {"cases": [1], "laws": {}})
    if known["cases"][0] is None or known["cases"][0] > LIVES:
        pytest.skip(f"seed 0 needs more than {LIVES} lives")
    suspected = [law for law in HELD if law.id in specimen.breaks or law.id in known["laws"]]
    led = survey(as_policy(specimen.make()), suspected, examples=LIVES, to_the_first=True)
    assert led.failures, f"got away: {specimen.says}"


@pytest.mark.parametrize("specimen", HERD, ids=lambda specimen: specimen.id)
def test_a_lawful_policy_is_left_alone(specimen):
    met = run(Task(specimen=specimen.id, seed=0, examples=LAWFUL_LIVES))
    assert not met.law, f"{met.law} accuses it in case {met.case}: {met.says}"
