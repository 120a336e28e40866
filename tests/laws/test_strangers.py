"""What somebody wrote who sells, and had read the docs alone: the wrong is caught, and the decent is left alone."""

import importlib
from pathlib import Path

import pytest

from callrules.errors import CallrulesError
from callrules.testing.judging.survey import survey
from callrules.testing.policies import as_policy
from zoo.report.sittings import SITTINGS
from zoo.runs import HELD

LIVES, LIVES_OF_WHO_GETS_AWAY, DECENT_LIVES = 100, 25, 12
NOT_YET_CAUGHT = {
    "strangers6/wrong_open_points": "the order of a set is another one in another process",
    "strangers6/wrong_warranty_per_order": "nobody of our lives orders more than a thousand times",
}
"""Those that get away, and why; whoever catches one takes it out."""
NOT_YET_LEFT_ALONE: dict[str, str] = {}
"""Those that are accused falsely, and why."""


def known(kind):
    folders = (Path(__file__).parents[1] / each.folder for each in SITTINGS)
    return sorted(path for each in folders for path in each.glob(f"{kind}_*") if path.suffix in {".py", ".toml"})


def sitting(paths, name):
    return [each for each in paths if each.parent.name == name]


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


def policy_of(path):
    """What stands in that file: rules, hands around a playbook, or a table of numbers."""
    if path.suffix == ".toml":
        return as_policy(path)
    written = importlib.import_module(f"{path.parent.name}.{path.stem}").POLICY
    return as_policy(*written) if isinstance(written, tuple) else as_policy(written)


def failures(path, lives):
    """What is told of that policy; one that is refused when it is made is told of at once."""
    try:
        policy = policy_of(path)
    except CallrulesError as refused:
        return [refused]
    return survey(policy, HELD, examples=lives, to_the_first=True).failures


@pytest.mark.parametrize("told", SITTINGS, ids=lambda told: told.folder)
def test_so_many_were_wrong_and_so_many_decent_in_each_sitting(told):
    assert len(sitting(known("wrong"), told.folder)) == told.wrong
    assert len(sitting(known("decent"), told.folder)) == told.decent
    assert sum(name.startswith(f"{told.folder}/") for name in NOT_YET_CAUGHT) == told.left


def test_whoever_is_named_here_was_written_by_a_stranger():
    assert NOT_YET_CAUGHT.keys() <= set(map(name_of, known("wrong")))
    assert NOT_YET_LEFT_ALONE.keys() <= set(map(name_of, known("decent")))


@pytest.mark.parametrize("path", [each for each in known("wrong") if name_of(each) not in NOT_YET_CAUGHT], ids=name_of)
def test_what_a_stranger_got_wrong_is_caught(path):
    assert failures(path, LIVES), "got away"


@pytest.mark.parametrize("path", [each for each in known("wrong") if name_of(each) in NOT_YET_CAUGHT], ids=name_of)
def test_what_gets_away_still_does(path):
    assert not failures(path, LIVES_OF_WHO_GETS_AWAY), "is caught by now: take it out of NOT_YET_CAUGHT"


@pytest.mark.parametrize(
    "path", [each for each in known("decent") if name_of(each) not in NOT_YET_LEFT_ALONE], ids=name_of
)
def test_what_a_stranger_meant_well_is_left_alone(path):
    told = [f"{each.law.id} in case {each.case}: {each.broken.says}" for each in failures(path, DECENT_LIVES)]
    assert not told
