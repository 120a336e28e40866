"""A clock that was asked when a module was imported is a clock, whoever passes it on; one that no rule uses is none."""

import pytest

from helpers.accusing import accused
from helpers.written_rules import rule_in_a_file

LAW = "no-ambient-input"
HEAD = """
import datetime as dt
import random
from datetime import date

from callrules import Stop, hookimpl

def told(history, year):
    return Stop(grounds="old", since=history.calendar.starts(dt.date(year, 1, 1)), says="it is too old")
"""
RULE = """
class Rule:
    name = "rule"
    declares = ()

    @hookimpl
    def walk_away(self, history):
        return told(history, {year}) if history.bought_at else None
"""


@pytest.fixture
def rule(tmp_path, monkeypatch):
    def made(*parts):
        return rule_in_a_file(tmp_path, monkeypatch, "an_authors_rules", HEAD + "\n".join(parts))

    return made


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("YEAR = dt.date.today().year", "YEAR"),
        ("YEAR = date.today().year\nNEXT = YEAR + 1", "NEXT"),
        ("NOW = dt.datetime.now(dt.timezone.utc)\ndef year():\n    return NOW.year", "year()"),
        ("YEAR: int = 2026 + int(random.random() * 3)", "YEAR"),
        ("def year(last=dt.date.today()):\n    return last.year", "year()"),
    ],
)
def test_what_was_asked_when_the_module_was_imported_is_told_with_its_line(rule, line, year):
    says = accused(LAW, rule(line, RULE.format(year=year)))
    assert "rests on a clock or dice that were asked when it was imported: " in says
    assert "(an_authors_rules.py:" in says


def test_a_clock_in_the_body_of_the_class_is_found_too(rule):
    text = RULE.format(year="self.year").replace('name = "rule"', 'name = "rule"\n    year = date.today().year')
    assert "Rule rests on a clock" in accused(LAW, rule(text))


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("STARTED = dt.datetime.now(dt.timezone.utc)", "2020"),
        ("YEAR = dt.date(2020, 1, 1).year", "YEAR"),
        ("def today():\n    return dt.date(2020, 1, 1)\nYEAR = today().year", "YEAR"),
        ("NOON = dt.time(12)", "2020 + NOON.minute"),
        ("DICE = random.Random(7).randrange(3)", "2020 + DICE"),
        ("def age():\n    return dt.date.today().year", "2020"),
    ],
)
def test_what_rests_on_no_clock_is_left_alone(rule, line, year):
    assert accused(LAW, rule(line, RULE.format(year=year)), seeds=range(2)) is None


def test_a_rule_without_a_file_is_looked_at_in_its_answers_alone(rule):
    made = rule(RULE.format(year="2020"))
    type(made).__module__ = "nowhere"
    assert accused(LAW, made, seeds=range(2)) is None
