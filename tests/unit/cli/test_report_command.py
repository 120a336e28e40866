"""`callrules report`."""

import json

import pytest

from helpers.books import write_book

NOW = "2026-11-30T15:00:00Z"
ADA = {"id": "ada", "timezone": "Europe/Paris", "region": "FR", "phones": [{"number": "+33155500105"}], "owner": "rita"}
FACTS = [
    {"type": "call_attempt", "at": "2026-11-02T10:00:00Z", "disposition": "no_answer", "rep": "rita"},
    {"type": "call_attempt", "at": "2026-11-05T15:00:00Z", "disposition": "conversation", "rep": "rita",
     "outcome": "advance", "reason": "prospect"},
    {"type": "purchase", "at": "2026-11-06T12:00:00Z", "amount": "129.00", "currency": "EUR"},
    {"type": "call_attempt", "at": "2026-06-05T15:00:00Z", "disposition": "conversation", "rep": "rita"},
]  # fmt: skip


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path / "book", [ADA], *({"contact": "ada", **each} for each in FACTS))


def test_the_last_thirty_days_are_told_unless_another_time_is_asked_for(said, book):
    def dials(*more):
        return json.loads(said("report", book, "--at", NOW, "--json", *more).out)["totals"]["dials"]

    assert (dials(), dials("--whole"), dials("--from", "2026-11-03"), dials("--until", "2026-11-03")) == (2, 3, 1, 1)


def test_the_answer_for_programs_keeps_the_names_that_others_read(said, book):
    told = json.loads(said("report", book, "--at", NOW, "--json").out)
    assert (told["from"], told["until"]) == ("2026-10-31T15:00:00Z", NOW)
    assert told["totals"]["revenue"] == {"EUR": "129.00"}
    assert told["reps"]["rita"]["talked_share"]["k"] == told["kinds"]["prospect"]["talked_share"]["k"] == 1


def test_people_read_figures_shares_and_who_did_what(said, book):
    told = said("report", book, "--at", NOW).out
    assert told.startswith("What the calling brought from 31 Oct 2026 until 30 Nov 2026, 15:00 UTC · 1 people")
    assert "1 of 2 (50 %, 9–91 %)  dials that became a conversation" in told
    assert "EUR 129.00  of orders after a conversation" in told


def test_a_page_is_written_beside_either_answer(said, book, tmp_path):
    told = said("report", book, "--at", NOW, "--json", "--html", tmp_path / "page.html")
    assert "The page is in" in told.err
    assert "What the calling brought" in (tmp_path / "page.html").read_text("utf-8")


def test_the_challenge_is_told_where_its_first_day_is_named(said, book):
    told = json.loads(said("report", book, "--at", NOW, "--json", "--challenge", "2026-11-02").out)["challenge"]
    assert (told["day"], told["suggests"]) == (29, "keep_going")
    assert "Five a day, from 2 Nov 2026" in said("report", book, "--at", NOW, "--challenge", "2026-11-02").out


def test_without_offers_the_playbook_is_not_asked(said, book):
    assert json.loads(said("report", book, "--at", NOW, "--json", "--no-offers").out)["totals"]["offered"] == 0


@pytest.mark.parametrize(
    "option", [("--from", "yesterday"), ("--until", "2026-13-01"), ("--until", "0001-01-01"), ("--challenge", "soon")]
)
def test_a_day_that_is_none_is_one_line(said, book, option):
    told = said("report", book, *option, code=2).err
    assert told.startswith(f"callrules: {option[0]}: found")
    assert told.count("\n") == 1


def test_an_end_before_the_beginning_is_one_line(said, book):
    told = said("report", book, "--at", NOW, "--from", "2026-12-24", code=2).err
    assert told == "callrules: --from: found 2026-12-24, expected a day before 2026-11-30, when the report ends\n"


def test_whoever_could_not_be_read_is_told(said, book):
    with (book / "history.jsonl").open("a") as lines:
        lines.write('{"contact": "ada", "type": "call_attempt", "at": "yesterday"}\n')
    assert "nobody rings ada" in said("report", book, "--at", NOW).err


DESK = """
live = 2026-11-02
[reps.rita]
timezone = "Europe/Paris"
blocks = [{ days = "mon-fri", from = "10:00", to = "12:00" }]
away = [{ from = 2026-11-09 }]
"""


def test_blocks_in_which_nobody_was_rung_are_told_where_the_book_has_a_desk(said, book):
    def missed():
        return json.loads(said("report", book, "--at", NOW, "--json").out)["reps"]["rita"]["missed_blocks_share"]

    assert missed() is None
    (book / "desk.toml").write_text(DESK)
    assert (missed()["k"], missed()["n"]) == (4, 5)


def test_a_desk_that_cannot_be_read_is_one_line(said, book):
    (book / "desk.toml").write_text(DESK.replace("mon-fri", "some day"))
    told = said("report", book, "--at", NOW, code=2).err
    assert "desk.toml:5: reps.rita.blocks[0].days: found" in told
    assert told.count("\n") == 1
