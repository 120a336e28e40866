"""Forty situations, written down with what a decent seller would do before the rules were ever asked."""

import datetime as dt
import json
from pathlib import Path

import pytest

from callrules.wire import read_case, write_step
from helpers.people import HOUSE

FOLDER = Path(__file__).parents[2] / "situations"
SITUATIONS = {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json"))}
REPORTED = {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("reported/*.json"))}
"""What reports about other tools showed (rulebook E8 and G): an example of each entry."""

STANDS = {
    "03_prospect_saturday_at_home": "E3: on working days only; a call at the weekend is theirs to ask for",
    "12_promised_call_unanswered": "B1: the promise is kept by the call that rang; what follows keeps a decent pace",
    "22_gatekeeper_before_nine": "F13: a gatekeeper's time beats pace, not hours; it is not the person's own word",
    "39_owner_operator_cold": "C2: never call a decision maker cold; they rarely give a second chance",
}
"""Where published practice and the rulebook disagree, and why the rulebook stands."""


def answer(name):
    """The step for that situation, and everything that may be expected of it."""
    situation = {**SITUATIONS, **REPORTED}[name]
    case = read_case({key: situation[key] for key in ("now", "contact", "history")})
    step = HOUSE.next_step(case.contact, case.history, case.now)
    local = step.at and step.at.astimezone(case.history.seen_by(case.contact).calendar.zone)
    told = write_step(step, case.now)
    return {**told, "reason": (told.get("reason") or {}).get("name"), "due": step.is_due(case.now), "local": local}


def instant(text):
    return dt.datetime.fromisoformat(text)


MEANS = {
    "type": lambda found, wanted: found["type"] == wanted,
    "type_in": lambda found, wanted: found["type"] in wanted,
    "type_not": lambda found, wanted: found["type"] != wanted,
    "reason": lambda found, wanted: found.get("reason") == wanted,
    "reason_in": lambda found, wanted: found.get("reason") in wanted,
    "reason_not": lambda found, wanted: found.get("reason") != wanted,
    "due": lambda found, wanted: found["due"] is wanted,
    "at": lambda found, wanted: instant(found["at"]) == instant(wanted),
    "not_before": lambda found, wanted: instant(found["at"]) >= instant(wanted),
    "not_after": lambda found, wanted: instant(found["at"]) <= instant(wanted),
    "local_date": lambda found, wanted: f"{found['local']:%Y-%m-%d}" == wanted,
    "local_time_from": lambda found, wanted: f"{found['local']:%H:%M}" >= wanted,
    "local_time_to": lambda found, wanted: f"{found['local']:%H:%M}" <= wanted,
    "number": lambda found, wanted: found.get("number") == wanted,
    "grounds": lambda found, wanted: found.get("grounds") == wanted,
    "channel": lambda found, wanted: found.get("channel") == wanted,
    "promises": lambda found, wanted: found.get("promises") == wanted,
    "purpose": lambda found, wanted: found.get("purpose") == wanted,
    "revisit_date": lambda found, wanted: found["revisit"].startswith(wanted),
}


def disagreements(name):
    found = answer(name)
    expected = {**SITUATIONS, **REPORTED}[name]["expect"]
    return {key: wanted for key, wanted in expected.items() if not MEANS[key](found, wanted)}


@pytest.mark.parametrize("name", [name for name in SITUATIONS if name not in STANDS])
def test_the_house_does_what_a_decent_seller_would(name):
    assert not disagreements(name), answer(name)


@pytest.mark.parametrize("name", REPORTED)
def test_what_strangers_reported_is_answered_by_the_rulebook(name):
    assert not disagreements(name), answer(name)


@pytest.mark.parametrize("name", STANDS)
def test_where_practice_and_the_rulebook_disagree_the_rulebook_stands_and_says_why(name):
    assert SITUATIONS[name]["practice"]
    assert disagreements(name)
    assert STANDS[name]


def test_there_are_forty_of_them_each_with_a_source():
    assert len(SITUATIONS) == 40
    assert all(each["says"] and each["source"] for each in SITUATIONS.values())
