"""What the gates catch of a pushy seller's words, written in two sittings before they were run. `-s` tells."""

import time
import tomllib
from pathlib import Path

import pytest
from test_fresh_phrases import HOUSE, measured

from callrules import Sender
from callrules.wire import read_case

PUSHY = tomllib.loads(Path(__file__).with_name("pushy_phrases.toml").read_text("utf-8"))
US = Sender(**PUSHY["case"]["sender"])
CASE = read_case({name: told for name, told in PUSHY["case"].items() if name != "sender"})
LEAST = {
    ("first", "manners"): (0.96, 0.93),
    ("first", "truth"): (1.0, 0.93),
    ("second", "manners"): (1.0, 1.0),
    ("second", "truth"): (1.0, 0.62),
}
"""The least precision and recall: what was measured once the kinds that were missed were mended."""


def is_rude(text):
    return bool(HOUSE.lint(text))


def is_untrue(text):
    return bool(HOUSE.untruths(text, CASE.contact, CASE.history, CASE.now, US))


@pytest.mark.parametrize(("sitting", "gate"), LEAST)
def test_a_gate_catches_what_a_pushy_seller_says(sitting, gate):
    words = PUSHY[sitting][gate]
    accuses, bad, good = (is_rude, "rude", "decent") if gate == "manners" else (is_untrue, "untrue", "true")
    found = measured(accuses, words[bad], words[good])
    told = f"{len(found.missed)} of {found.bad} missed, {len(found.false)} of {len(words[good])} false alarms"
    print(f"\n{sitting}, {gate}: {told}", *found.missed, *found.false, sep="\n  ")
    precision, recall = LEAST[sitting, gate]
    assert found.precision >= precision
    assert found.recall >= recall


@pytest.mark.parametrize(
    "text",
    [
        "Shall I call you at 3 p.m. on Tuesday?",
        "Shall I call you at 3 p.m.?",
        "Would Monday at ten suit you?",
        "We have not met yet.",
        "I left you a message on the 9th.",
        "You heard from me on Monday the 9th, and there is a lamp on the 2nd floor.",
    ],
)
def test_what_may_be_offered_or_is_so_is_true(text):
    assert not is_untrue(text)


@pytest.mark.parametrize(
    "text",
    [
        "I left you a message on the 16th.",
        "Good morning Mr. Brown.",
        "You told Mr. Brown that you are moving.",
        "You downloaded our price list.",
        "Your subscription expires on Friday.",
        "I saw that you were promoted.",
    ],
)
def test_what_nobody_noted_is_untrue(text):
    assert is_untrue(text)


@pytest.mark.parametrize("word", ["M", "Mr.", "a.b", "x@", "p.m. "])
def test_a_word_without_an_end_is_read_once(word):
    began = time.process_time()
    HOUSE.untruths(word * 60_000, CASE.contact, CASE.history, CASE.now, US)
    assert time.process_time() - began < 10
