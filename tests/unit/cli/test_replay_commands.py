"""`callrules replay` and `callrules compare`."""

import json

import pytest

from helpers.books import write_book

ADA = {
    "id": "ada",
    "name": "Ada Osei",
    "timezone": "Europe/Paris",
    "region": "FR",
    "phones": [{"number": "+33155500105"}],
}
FACTS = [
    {"type": "call_attempt", "at": "2026-11-02T10:00:00Z", "disposition": "no_answer"},
    {"type": "call_attempt", "at": "2026-11-02T14:30:00Z", "disposition": "no_answer"},
    {"type": "call_attempt", "at": "2026-11-07T10:00:00Z", "disposition": "no_answer"},
]  # fmt: skip


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path / "book", [ADA], *({"contact": "ada", **each} for each in FACTS))


@pytest.fixture
def quick(tmp_path):
    (tmp_path / "quick.toml").write_text("[pace]\ndays_between = [0]\nleast_hours = 1\n")
    return tmp_path / "quick.toml"


def test_replay_gives_each_call_one_verdict(said, book):
    told = json.loads(said("replay", book, "--json").out)
    assert {name: count for name, count in told["verdicts"].items() if count} == {
        "agreed": 1, "too_early": 1, "closed_day": 1,
    }  # fmt: skip
    assert told["rules"] == {"hours": 1, "pace": 1, "prospects": 1}
    assert said("replay", book).out.startswith("3 calls with 1 people, 33 % of them as the rules would have it")


def test_replay_tells_two_playbooks_side_by_side(said, book, quick):
    told = json.loads(said("replay", book, "--against", quick, "--json").out)
    assert (told["verdicts"]["agreed"], told["against"]["verdicts"]["agreed"]) == (1, 2)
    assert "too early → agreed" in said("replay", book, "--against", quick).out


def test_replay_writes_a_page_with_a_story(said, book, tmp_path, quick):
    assert "The page is in" in said("replay", book, "--html", tmp_path / "one.html").out
    assert "Ada Osei, Europe/Paris" in (tmp_path / "one.html").read_text("utf-8")
    said("replay", book, "--against", quick, "--json", "--html", tmp_path / "two.html")
    assert "the other" in (tmp_path / "two.html").read_text("utf-8")


def test_compare_tells_who_is_rung_and_by_which_rule_they_were_not(said, book, quick):
    at = ("--at", "2026-11-09T13:00:00Z")
    told = json.loads(said("compare", book, "--against", quick, *at, "--json").out)
    assert told["new"] == [{"code": "pace", "says": "rung not long ago: it is too soon", "count": 1}]
    assert "1  rung not long ago: it is too soon" in said("compare", book, "--against", quick, *at).out


def test_compare_needs_another_playbook(said, book):
    assert "--against" in said("compare", book, code=2).err


@pytest.mark.parametrize("command", ["replay", "compare"])
def test_a_playbook_that_cannot_be_read_is_one_line(said, book, tmp_path, command):
    (tmp_path / "odd.toml").write_text("[paces]\n")
    told = said(command, book, "--against", tmp_path / "odd.toml", code=2).err
    assert "did you mean" in told
    assert told.count("\n") == 1


AT = ("--at", "2026-11-09T13:00:00Z")


def test_another_version_is_compared_by_what_it_kept(said, book, quick, tmp_path):
    """A playbook of one's own stands for the older version here: whatever answered otherwise is seen."""
    old = tmp_path / "old.jsonl"
    assert "what is next with 1 people" in said("compare", book, "--playbook", quick, "--keep", old, *AT).out
    assert json.loads(old.read_text().splitlines()[0])["at"] == AT[1]
    by_file = json.loads(said("compare", book, "--before", old, "--json").out)
    by_playbook = json.loads(said("compare", book, "--against", quick, *AT, "--json").out)
    assert by_file == by_playbook
    assert by_file["rung"] == {"this_one": 0, "the_other": 1}


def test_a_version_that_answers_alike_differs_about_nobody(said, book, tmp_path):
    said("compare", book, "--keep", tmp_path / "old.jsonl", *AT)
    assert json.loads(said("compare", book, "--before", tmp_path / "old.jsonl", "--json").out)["differences"] == []


def test_answers_about_a_book_that_was_written_to_since_are_refused(said, book, tmp_path):
    said("compare", book, "--keep", tmp_path / "old.jsonl", *AT)
    with (book / "history.jsonl").open("a") as history:
        history.write(json.dumps({"contact": "ada", "type": "purchase", "at": "2026-11-03T10:00:00Z"}) + "\n")
    told = said("compare", book, "--before", tmp_path / "old.jsonl", code=2).err
    assert "found answers about other contacts or another history" in told
    assert told.count("\n") == 1


HEAD = b'{"callrules": "1", "playbook": "p", "book": "b", "at": "2026-11-09T13:00:00Z"}\n'


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"", ":1: callrules: found nothing, expected a line that"),
        (b"{", ":1: found no JSON"),
        (b'{"callrules": 1}', ":1: callrules: found a number"),
        (b"[]", ":1: callrules: found a list"),
        (HEAD.replace(b"2026-11-09T13:00:00Z", b"noon"), ":1: at: found"),
        (HEAD + b'{"contact": "a"}', ":2: code: found nothing"),
        (HEAD + b'{"contact": "a", "code": "c", "says": "s", "step": {"type": "sing"}}', ":2: step.type: found"),
        (b"\xff", ":1: found no JSON"),
    ],
)
def test_a_file_that_holds_no_answers_is_one_line(said, book, tmp_path, line, says):
    (tmp_path / "old.jsonl").write_bytes(line)
    told = said("compare", book, "--before", tmp_path / "old.jsonl", code=2).err
    assert f"old.jsonl{says}" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("more", [[], ["--keep", "a", "--before", "b"], ["--against", "a", "--keep", "b"]])
def test_compare_is_told_one_other(said, book, more):
    assert "expected one of --against, --keep and --before" in said("compare", book, *more, code=2).err
