"""docs/reference/rulebook.md: every entry of the rulebook with its rule, its test and its example, kept true."""

import re
import sys
from functools import cache
from pathlib import Path

import pytest

from callrules import DEFAULT_RULES

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "reference" / "rulebook.md").read_text()
LAST = {"A": 7, "B": 7, "C": 10, "D": 6, "E": 8, "F": 14}
REPORTED = tuple(f"G{number}" for number in range(15, 39))
ENTRIES = [f"{room}{number}" for room, last in LAST.items() for number in range(1, last + 1)]
ENTRIES += REPORTED
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if re.match(r"\| [A-G]\d+ \|", line)
]
WITHOUT_A_RULE = {"A6", "A7", "B6", "B7", "C1", "C3", "D1", "E1", "F12"}
"""What is about words, the day list and the scorecard."""
SAID = {"A5", "B3", "B7", "C1", "C3", "C9", "E5"}
"""What is about words, and is there."""
WITHOUT_A_SITUATION = {"E2", "E4", "F11", "G23", "G28", "G29", "A5", "B3", "C9", "E5", *WITHOUT_A_RULE}
SITUATIONS = re.findall(r"^\| (\d\d) \|.*\| (.*) \|$", PAGE, re.MULTILINE)


def names(cell):
    return re.findall(r"`([^`]+)`", cell)


@cache
def knows(rule):
    """The entries that a rule's docstrings name; `F7-F9` names three."""
    doc = f"{type(rule).__doc__} {sys.modules[type(rule).__module__].__doc__}"
    ranges = re.findall(r"([A-G])(\d+)–[A-G](\d+)", doc)
    between = {f"{room}{each}" for room, first, last in ranges for each in range(int(first), int(last) + 1)}
    return between | set(re.findall(r"\b[A-G]\d+\b", doc))


RULES = {rule.name: rule for rule in DEFAULT_RULES}
MANY = [(entry, name) for entry, _, rules, *_ in ROWS for name in names(rules)]


def test_every_entry_of_the_rulebook_is_there_once():
    assert [row[0] for row in ROWS] == ENTRIES


@pytest.mark.parametrize(("entry", "name"), MANY, ids=[" ".join(each) for each in MANY])
def test_the_rule_of_an_entry_is_in_the_house_and_names_it(entry, name):
    assert entry in knows(RULES[name])


def test_every_rule_of_the_house_answers_for_some_entry():
    assert {name for _, name in MANY} == set(RULES)


@pytest.mark.parametrize("row", ROWS, ids=ENTRIES)
def test_the_test_of_an_entry_is_there(row):
    for each in names(row[3]):
        file, name = each.split("::")
        [found] = ROOT.joinpath("tests").rglob(file)
        assert f"def {name}(" in found.read_text()


@pytest.mark.parametrize("row", ROWS, ids=ENTRIES)
def test_the_example_of_an_entry_is_there(row):
    assert all((ROOT / "tests" / "situations" / each).is_file() for each in names(row[4]))


@pytest.mark.parametrize("row", ROWS, ids=ENTRIES)
def test_only_words_day_list_and_scorecard_have_no_rule_yet_and_say_what_is_to_come(row):
    entry, _, rules, test, example, to_come = row
    assert (rules == "–") == (entry in WITHOUT_A_RULE)
    assert (test == "–") == (entry in WITHOUT_A_RULE - {"F12"} - SAID)
    assert (example == "–") == (entry in WITHOUT_A_SITUATION)
    assert to_come or entry not in WITHOUT_A_RULE - SAID


def test_the_forty_situations_are_all_there_with_their_verdicts():
    stands = {number for number, verdict in SITUATIONS if "the rule stands" in verdict}
    known = (ROOT / "tests" / "unit" / "rules" / "test_situations.py").read_text()
    assert [number for number, _ in SITUATIONS] == [f"{number:02}" for number in range(1, 41)]
    assert stands == set(re.findall(r'^    "(\d\d)_\w+": "', known, re.MULTILINE))
    assert all(verdict.startswith(("agreed", "disagreed")) for _, verdict in SITUATIONS)
