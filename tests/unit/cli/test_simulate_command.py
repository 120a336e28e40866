"""`callrules simulate`."""

import json

import pytest

from helpers.books import write_book

AT = ("--at", "2026-06-01T06:00:00Z")
PEOPLE = [{"id": f"p{each}", "timezone": "Europe/Berlin", "region": "DE"} for each in range(6)]


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path / "book", PEOPLE)


def test_the_same_seed_says_the_same_and_nothing_is_written_into_the_book(said, book):
    asked = ("simulate", book, *AT, "--days", "5", "--json")
    told = json.loads(said(*asked).out)
    assert told == json.loads(said(*asked).out)
    assert told["people"] == 6
    assert len(told["runs"][0]["days"]) == 5
    assert (book / "history.jsonl").read_text() == ""


def test_two_playbooks_and_several_rolls_stand_side_by_side(said, book, tmp_path):
    (tmp_path / "pushy.toml").write_text("[pace]\noff = true\n")
    asked = ("simulate", book, *AT, "--days", "3", "--runs", "2", "--against", tmp_path / "pushy.toml")
    told = said(*asked, "--html", tmp_path / "page.html").out
    assert told.startswith("6 people, 3 days, 2 rolls of the dice, seeds 0 to 1; how they answer is imagined")
    assert "the other less this one" in told
    assert "the other" in (tmp_path / "page.html").read_text("utf-8")


def test_how_people_answer_can_be_said_in_a_file(said, book, tmp_path):
    (tmp_path / "nobody.toml").write_text("reached = 0\nvoicemail = 0\npatience = 2\n")
    asked = ("simulate", book, *AT, "--days", "3", "--json", "--answers", tmp_path / "nobody.toml")
    figures = json.loads(said(*asked).out)["runs"][0]["figures"]
    assert (figures["conversations"], figures["people_rung"]) == (0, 6)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("reach = 0.3", "reach: found an unknown name, expected one of reached"),
        ("reached = 3", "reached: found 3, expected a share from 0 to 1"),
        ("patience = 0.5", "patience: found 0.5, expected a whole number of calls"),
        ("reached = true", "expected a share from 0 to 1"),
        ("reached = nan", "expected a share from 0 to 1"),
    ],
)
def test_a_number_that_is_none_is_one_line(said, book, tmp_path, text, says):
    (tmp_path / "odd.toml").write_text(text)
    told = said("simulate", book, *AT, "--answers", tmp_path / "odd.toml", code=2).err
    assert says in told
    assert told.count("\n") == 1
