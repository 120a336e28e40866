"""`today` for a desk of reps: a day that a seller would keep open."""

import json
from pathlib import Path

import pytest

from callrules.cli.front import run

NOW = "2026-11-20T09:30:00Z"
CONTACTS = """id,name,phones,email,timezone,account,owner
ann,Ann Lee,+493012345601,,Europe/Berlin,Acme,rita
bob,Bob Ray,+493012345602,bob@example.com,Europe/Berlin,,rita
cy,Cy Fox,+493012345603,,Europe/Berlin,Acme,sam
dee,Dee Orr,+493012345604,,Europe/Berlin,,sam
eve,Eve Poe,+493012345605,eve@example.com,Europe/Berlin,,rita
"""
HISTORY = [
    {"contact": "ann", "type": "commitment", "at": "2026-11-10T12:00:00Z", "by": "us", "due": "2026-11-20"},
    {"contact": "bob", "type": "call_attempt", "at": "2026-11-19T09:00:00Z", "disposition": "hung_up", "rep": "rita"},
    {"contact": "dee", "type": "commitment", "at": "2026-11-10T12:00:00Z", "by": "us", "due": "2026-11-20"},
    {"contact": "eve", "type": "call_attempt", "at": "2026-10-01T09:00:00Z", "disposition": "not_interested"},
    {"contact": "eve", "type": "call_attempt", "at": "2026-11-05T09:00:00Z", "disposition": "not_interested"},
]
DESK = """timezone = "Europe/Berlin"
[reps.rita]
blocks = [{ days = "mon-fri", from = "10:00", to = "11:30" }]
[reps.sam]
away = [{ from = 2026-11-16, to = 2026-11-27 }]
"""


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "contacts.csv").write_text(CONTACTS)
    (folder / "history.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in HISTORY))
    (folder / "desk.toml").write_text(DESK)
    return folder


@pytest.fixture
def today(book, capsys):
    def said(*arguments, code=0):
        capsys.readouterr()
        at = () if {"--on", "--at"} & set(arguments) else ("--at", NOW)
        assert run(["today", str(book), *at, *arguments]) == code, capsys.readouterr()
        return capsys.readouterr()

    return said


@pytest.fixture
def answered(today):
    return lambda *arguments: json.loads(today(*arguments, "--json").out)


def ids(entries):
    return [each["contact"] for each in entries]


def test_the_list_of_a_rep_holds_their_calls_and_errands_and_what_was_handed_over(answered):
    day = answered("--rep", "rita")
    assert (ids(day["calls"]), ids(day["errands"])) == (["ann", "dee"], ["eve", "bob"])
    assert {each["rep"] for each in (*day["calls"], *day["errands"])} == {"rita"}
    assert [each["step"]["type"] for each in day["errands"]] == ["walk_away", "write"]
    assert [(each["code"], each["count"]) for each in day["left_out"]] == [("other_reps", 1)]


def test_all_who_are_in_the_book_are_counted_once(answered):
    for arguments in ((), ("--rep", "rita"), ("--rep", "sam"), ("--most", "1"), ("--errands", "0")):
        day = answered(*arguments)
        assert len(day["calls"]) + len(day["errands"]) + sum(each["count"] for each in day["left_out"]) == 5


def test_programs_are_told_of_the_block_and_of_what_to_have_at_hand(answered):
    block = answered("--rep", "rita")["block"]
    assert (block["rep"], block["from"], block["to"]) == ("rita", "2026-11-20T09:00:00Z", "2026-11-20T10:30:00Z")
    assert block["note_cards"] == {
        "owed": 1, "to_expect": 2, "says": "note cards: about 3 notes (1 owed, 2 to expect from your figures)",
    }  # fmt: skip
    assert block["courage"]["fear"] == "their_time"
    assert "block" not in answered()


def test_without_a_desk_nothing_is_added(book, answered):
    (book / "desk.toml").unlink()
    day = answered()
    assert set(day) == {"at", "calls", "errands", "left_out"}
    assert all(set(each) == {"contact", "step"} for each in (*day["calls"], *day["errands"]))


def test_a_seller_reads_the_block_the_cards_the_fear_and_whom_they_stand_in_for(today):
    told = today("--rep", "rita").out
    for words in (
        "Fri 20 Nov 2026, 10:30 Europe/Berlin — rita: 2 calls, 2 errands",
        "Your block 10:00–11:30 is on; note cards: about 3 notes (1 owed",
        "Afraid of taking their time? They asked for this call",
        "rita, for sam",
        "To begin with 1: “",
        "For them: ",
        "Errands: 2",
        "Eve Poe (eve)  say goodbye by e-mail",
        "write a note by e-mail",
        "looked after by somebody else",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("at", "says"),
    [
        ("2026-11-20T08:30:00Z", "Your block 10:00–11:30 begins in 30 minutes; note cards: "),
        ("2026-11-20T11:30:00Z", "Your next block is Mon 23 Nov, 10:00–11:30"),
    ],
)
def test_before_and_after_a_block_it_is_told_when_the_next_one_is(today, at, says):
    assert says in today("--rep", "rita", "--at", at).out


def test_who_is_away_is_told_so(today):
    told = today("--rep", "sam").out
    assert "You are away until Fri 27 Nov: what was promised or owed is handed over" in told
    assert "who looks after them is away" in told


def test_another_day_is_that_of_its_first_block(answered):
    assert answered("--rep", "rita", "--on", "2026-11-24")["at"] == "2026-11-24T09:00:00Z"


def test_another_day_without_a_block_is_at_the_hour_that_was_asked_at(answered):
    assert answered("--rep", "sam", "--on", "2026-12-01", "--at", NOW)["at"] == "2026-12-01T09:30:00Z"
    assert answered("--rep", "sam", "--on", "2026-07-01", "--at", NOW)["at"] == "2026-07-01T08:30:00Z"


def test_the_words_of_the_first_call_are_there_on_request(today):
    told = today("--rep", "rita", "--script", "--name", "Rita Hall").out
    for words in ("Ann Lee", "begin", "aim", "message", "after", "Rita Hall"):
        assert words in told.rpartition("Not on the list")[2]
    assert "message" not in today("--rep", "rita").out


def test_errands_beyond_those_asked_for_are_counted(today):
    told = today("--rep", "rita", "--errands", "1").out
    assert "Errands: 1" in told
    assert "a note to write first" in told


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--rep", "rota"), "--rep: found 'rota', expected one of the desk: rita, sam; did you mean 'rita'?"),
        (("--on", "friday"), "--on: found 'friday', expected a day, such as 2026-11-20"),
        (("--errands", "-1"), "--errands"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(today, arguments, says):
    refused = today(*arguments, code=2)
    assert says in refused.err
    assert refused.err.count("\n") == 1


def test_a_desk_that_cannot_be_read_is_refused_in_one_line(book, today):
    Path(book, "desk.toml").write_text("[reps.rita]\ncapacity = 'many'\n")
    assert "desk.toml:2: reps.rita.capacity: found 'many'" in today(code=2).err
