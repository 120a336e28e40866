"""`callrules brief`, and the map of who moves whom beside a book."""

import json

import pytest

from helpers.books import write_book

NOW = "2026-11-30T15:00:00Z"
PEOPLE = [
    {"id": "zoe", "name": "Zoe Ahlers", "phones": [{"number": "+12125550188"}], "timezone": "America/New_York",
     "region": "US-NY", "account": "halden", "role": "decision_maker"},
    {"id": "ana", "name": "Ana Ruiz", "timezone": "America/New_York", "account": "halden"},
]  # fmt: skip
TALKED = {"contact": "ana", "type": "call_attempt", "at": "2026-11-03T15:00:00Z", "disposition": "conversation"}
MAP = {
    "account": "halden",
    "people": [{"id": "ana"}, {"id": "bo", "name": "Bo Lind"}, {"id": "zoe"}],
    "influences": [
        {"who": "ana", "whom": "bo", "strength": 0.9, "why": "they trained together"},
        {"who": "bo", "whom": "zoe", "strength": 0.8},
    ],
}


@pytest.fixture
def book(tmp_path):
    folder = write_book(tmp_path / "book", PEOPLE, TALKED)
    (folder / "influence.json").write_text(json.dumps(MAP))
    return folder


def test_brief_says_whom_to_ask_who_it_is_and_how_to_begin(said, book):
    page = said("brief", book, "zoe", "--at", NOW, "--name", "Bea Roth").out
    assert page.startswith("Zoe Ahlers\ndecision maker · halden · Mon 10:00 there\nNot yet: ")
    assert "ask Ana Ruiz for an introduction (Ana Ruiz → Bo Lind → Zoe Ahlers)" in page
    assert "\nBegin\n  Hello Zoe Ahlers, this is Bea Roth." in page


def test_brief_answers_programs(said, book):
    page = json.loads(said("brief", book, "zoe", "--at", NOW, "--json").out)
    assert page["introduction"] == {"path": ["ana", "bo", "zoe"], "strength": 0.72}
    assert (page["step"]["type"], page["call"]["type"]) == ("seek_introduction", "call")
    assert page["script"]["opener"]["text"] in {line for each in page["sections"] for line in each["lines"]}


def test_brief_writes_a_page_with_the_map(said, book, tmp_path):
    told = said("brief", book, "zoe", "--at", NOW, "--json", "--html", tmp_path / "zoe.html")
    assert "The page is in" in told.err
    page = (tmp_path / "zoe.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "Who moves Zoe Ahlers" in page


def test_brief_of_somebody_without_a_map_has_no_map(said, book, tmp_path):
    (book / "influence.json").unlink()
    said("brief", book, "zoe", "--at", NOW, "--html", tmp_path / "zoe.html")
    assert "<svg" not in (tmp_path / "zoe.html").read_text("utf-8")


def test_a_page_that_cannot_be_written_is_one_line(said, book, tmp_path):
    told = said("brief", book, "zoe", "--at", NOW, "--html", tmp_path, code=2)
    assert told.err == f"callrules: {tmp_path}: is a directory, expected a file that can be written\n"


def test_whoever_could_not_be_read_rests_and_no_page_is_written(said, book, tmp_path):
    with (book / "history.jsonl").open("a") as lines:
        lines.write('{"contact": "zoe", "type": "call_attempt", "at": "yesterday"}\n')
    told = said("brief", book, "zoe", "--at", NOW, "--html", tmp_path / "zoe.html")
    assert told.out.startswith("zoe: rests, because it could not be read")
    assert not (tmp_path / "zoe.html").exists()


def test_nobody_of_that_name_is_one_line(said, book):
    assert "did you mean 'zoe'?" in said("brief", book, "zo", code=2).err


def test_why_and_next_name_the_path_as_well(said, book, tmp_path):
    why = json.loads(said("why", book, "zoe", "--at", NOW, "--json").out)
    assert why["step"]["path"] == ["ana", "bo", "zoe"]
    case, warm = tmp_path / "case.json", tmp_path / "warm.json"
    case.write_text(json.dumps({"now": NOW, "contact": PEOPLE[0], "history": []}))
    warm.write_text(json.dumps({**MAP, "people": [{"id": "ana", "takes_our_calls": True}, *MAP["people"][1:]]}))
    assert json.loads(said("next", case, "--json", "--influence", warm).out)["path"] == ["ana", "bo", "zoe"]
    assert json.loads(said("next", case, "--json").out)["path"] == []


def test_another_map_can_be_given(said, book, tmp_path):
    other = tmp_path / "other.json"
    other.write_text(json.dumps([{"people": [{"id": "ana"}, {"id": "zoe"}],
                                  "influences": [{"who": "ana", "whom": "zoe", "strength": 0.1}]}]))  # fmt: skip
    assert json.loads(said("brief", book, "zoe", "--at", NOW, "--json", "--influence", other).out)["introduction"] == {
        "path": ["ana", "zoe"], "strength": 0.1,
    }  # fmt: skip


@pytest.mark.parametrize("command", ["brief", "why", "today"])
def test_a_map_that_cannot_be_read_is_one_line_that_names_the_file(said, book, command):
    (book / "influence.json").write_text('{"people": [{"id": "ana", "role": "boss"}]}')
    whom = [] if command == "today" else ["zoe"]
    told = said(command, book, *whom, code=2)
    assert "influence.json: influence.people[0].role: found 'boss', expected one of" in told.err
    assert told.err.count("\n") == 1


def test_without_the_rule_nobody_needs_an_introduction(said, book, tmp_path):
    ours = tmp_path / "ours.toml"
    ours.write_text("[cold_decision_makers]\noff = true\n")
    told = json.loads(said("brief", book, "zoe", "--at", NOW, "--json", "--playbook", ours).out)
    assert told["step"]["type"] == "call"
