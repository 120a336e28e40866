"""What somebody wrote who sells, and had read the docs alone: the wrong is caught, and the decent is left alone."""

import importlib
from pathlib import Path

import pytest

from callrules.testing.judging.survey import survey
from callrules.testing.policies import as_policy
from zoo.runs import HELD

WRITTEN = Path(__file__).parents[1] / "strangers"
LIVES, DECENT_LIVES = 100, 12


def known(kind):
    return sorted(path for path in WRITTEN.glob(f"{kind}_*") if path.suffix in {".py", ".toml"})


def policy_of(path):
    """What stands in that file: rules, hands around a playbook, or a table of numbers."""
    if path.suffix == ".toml":
        return as_policy(path)
    written = importlib.import_module(f"strangers.{path.stem}").POLICY
    return as_policy(*written) if isinstance(written, tuple) else as_policy(written)


def failures(path, lives):
    return survey(policy_of(path), HELD, examples=lives, to_the_first=True).failures


def test_twelve_are_wrong_and_eight_are_decent():
    assert (len(known("wrong")), len(known("decent"))) == (12, 8)


@pytest.mark.parametrize("path", known("wrong"), ids=lambda path: path.stem)
def test_what_a_stranger_got_wrong_is_caught(path):
    assert failures(path, LIVES), "got away"


@pytest.mark.parametrize("path", known("decent"), ids=lambda path: path.stem)
def test_what_a_stranger_meant_well_is_left_alone(path):
    told = [f"{each.law.id} in case {each.case}: {each.broken.says}" for each in failures(path, DECENT_LIVES)]
    assert not told
