"""What the gates catch of words that were written before they were run. Run with `-s` to see the table."""

import tomllib
from pathlib import Path

import attrs
import pytest

from callrules import Playbook, Sender
from callrules.wire import read_case

FRESH = tomllib.loads(Path(__file__).with_name("fresh_phrases.toml").read_text("utf-8"))
HOUSE = Playbook()
US = Sender(**FRESH["case"]["sender"])
CASE = read_case({name: told for name, told in FRESH["case"].items() if name != "sender"})


def is_rude(text):
    return bool(HOUSE.lint(text))


def is_untrue(text):
    return bool(HOUSE.untruths(text, CASE.contact, CASE.history, CASE.now, US))


@attrs.frozen
class Measured:
    """How a gate fared: what it should have caught and did not, and what it caught and should not have."""

    bad: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def recall(self):
        return (self.bad - len(self.missed)) / self.bad

    @property
    def precision(self):
        caught = self.bad - len(self.missed)
        return caught / (caught + len(self.false))


def measured(accuses, bad, good):
    missed = tuple(each for each in bad if not accuses(each))
    return Measured(len(bad), missed, tuple(each for each in good if accuses(each)))


GATES = {
    "manners": (is_rude, FRESH["manners"]["rude"], FRESH["manners"]["decent"]),
    "truth": (is_untrue, FRESH["truth"]["untrue"], FRESH["truth"]["true"]),
}
LEAST = {"manners": (1.0, 0.98), "truth": (1.0, 0.96)}
"""The least precision and recall: what was measured once the kinds that were missed were mended."""


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_catches_words_that_nobody_showed_it(gate):
    found = measured(*GATES[gate])
    print(
        f"\n{gate}: precision {found.precision:.2f}, recall {found.recall:.2f}", *found.missed, *found.false, sep="\n  "
    )
    assert (found.precision, found.recall) >= LEAST[gate]
    assert found.recall >= LEAST[gate][1]


def test_there_are_sixty_of_each_and_half_of_them_bad():
    assert [(len(bad), len(good)) for _, bad, good in GATES.values()] == [(30, 30), (30, 30)]
