"""Mending a book: a fact is taken back, a line that nobody can read is put aside, a no is written down for good."""

import datetime as dt
import json
import re

import pytest

from callrules import Playbook
from callrules.cli.book.journal import as_line
from callrules.cli.book.reading import Book
from callrules.cli.book.torn import is_a_beginning
from callrules.cli.front import run

CONTACTS = (
    "id,name,timezone,phones,account\nann,Ann Lee,Europe/London,+442079460123,Acme\nbob,Bob Roe,Europe/London,,\n"
)
AT = "2026-01-05T12:00:00Z"


@pytest.fixture
def book(tmp_path):
    (tmp_path / "contacts.csv").write_text(CONTACTS)
    return tmp_path


def history(book, *lines):
    (book / "history.jsonl").write_bytes(b"".join(each + b"\n" for each in map(_line, lines)))


def _line(line):
    return line if isinstance(line, bytes) else json.dumps({"contact": "ann", "at": AT, **line}).encode()


def lines(book):
    return [json.loads(each) for each in (book / "history.jsonl").read_text().splitlines() if each]


def said(capsys, *arguments, code=0):
    assert run(["log", *(str(each) for each in arguments)]) == code
    streams = capsys.readouterr()
    return streams.out if code == 0 else streams.err


# --- taking back -----------------------------------------------------------------------------------------------

TALK = {"type": "call_attempt", "id": "t-1", "disposition": "conversation"}


def test_a_fact_is_taken_back_by_its_id_and_what_comes_next_now_is_said(book, capsys):
    history(book, TALK)
    answer = said(capsys, book, "--undo", "t-1").splitlines()
    retraction = lines(book)[-1]
    assert (retraction["type"], retraction["of"], retraction["contact"]) == ("retraction", "t-1", "ann")
    assert answer[0] == retraction["id"]
    assert answer[1].startswith("Ann Lee: ")
    _, facts = Book(book).person("ann")
    assert facts.talks == ()


def test_for_programs_it_answers_with_the_retraction_and_the_step(book, capsys):
    history(book, TALK)
    assert set(json.loads(said(capsys, book, "--undo", "t-1", "--json"))) == {"id", "step"}


NOES = [
    {"type": "opt_out"},
    {"type": "call_attempt", "disposition": "do_not_call"},
    {"type": "message", "channel": "email", "direction": "inbound", "reply": "do_not_call"},
]


@pytest.mark.parametrize("no", NOES)
def test_a_no_is_not_taken_back_and_it_says_why(book, capsys, no):
    history(book, {**no, "id": "n-1"})
    assert "until they consent themselves" in said(capsys, book, "--undo", "n-1", code=2)
    assert len(lines(book)) == 1


def test_a_refused_channel_is_taken_back_like_any_fact(book, capsys):
    history(book, {"type": "opt_out", "channel": "email", "id": "n-1"})
    said(capsys, book, "--undo", "n-1")
    assert lines(book)[-1]["of"] == "n-1"


def test_an_id_that_nobody_has_is_refused_with_the_nearest(book, capsys):
    history(book, TALK)
    assert "did you mean 't-1'?" in said(capsys, book, "--undo", "t-2", code=2)


def test_what_was_taken_back_is_not_taken_back_again(book, capsys):
    history(book, TALK)
    said(capsys, book, "--undo", "t-1")
    assert "taken back already" in said(capsys, book, "--undo", "t-1", code=2)


def test_a_retraction_is_not_taken_back_because_nothing_comes_of_it(book, capsys):
    history(book, TALK, {"type": "retraction", "of": "t-1", "id": "r-1"})
    assert "log anew what it took back" in said(capsys, book, "--undo", "r-1", code=2)


def test_of_ids_counted_for_each_person_it_must_be_said_whose_is_meant(book, capsys):
    history(book, TALK, {**TALK, "contact": "bob"})
    assert "found the id 't-1' with ann, bob" in said(capsys, book, "--undo", "t-1", code=2)
    said(capsys, book, "bob", "--undo", "t-1")
    assert lines(book)[-1]["contact"] == "bob"


@pytest.mark.parametrize("more", [["ann", "busy"], ["--fact", "{}"], ["--rep", "Kim"], ["--at", AT]])
def test_nothing_else_is_said_beside_it(book, capsys, more):
    history(book, TALK)
    assert "--undo: found more beside it" in said(capsys, book, *more, "--undo", "t-1", code=2)


def test_without_it_a_contact_is_needed(book, capsys):
    assert "CONTACT: found nothing" in said(capsys, book, code=2)


# --- putting aside ---------------------------------------------------------------------------------------------

UNREADABLE = b'{"type": "opt_out", "at": "2026-01-05T12:00:00Z", "who": "zed"}'


@pytest.mark.parametrize(
    "line",
    [
        UNREADABLE, b"\0" * 40, b"nonsense", b'"contact": "zed", "type": "opt_out"}',
        '{"contact": "zoë"'.encode("utf-16-le"),
        b'{"contact": "zed", "contact": "zoe", "type": "opt_out", "at": "2026-01-05T12:00:00Z"}',
        b'{"contact": "zed", "type": "opt_owt", "at": "2026-01-05T12:00:00Z"}',
        b'{"contact": "zed", "type": "opt_out", "at": "yesterday"}', b"[1]", b"7",
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", [["today"], ["why", "ann"], ["log", "ann", "busy"]])
def test_a_line_that_names_nobody_stops_every_command_until_it_is_put_aside(book, capsys, line, command):
    history(book, TALK, line, TALK)
    before = (book / "history.jsonl").read_bytes()
    assert run([command[0], str(book), *command[1:]]) == 2
    refusal = capsys.readouterr().err
    assert "history.jsonl:2: found a line that cannot be read and names nobody in the book: mend it" in refusal
    assert "`callrules log BOOK --set-aside 2`" in refusal
    assert (book / "history.jsonl").read_bytes() == before
    said(capsys, book, "--set-aside", 2)
    assert run([command[0], str(book), *command[1:]]) == 0
    assert line + b"\n" in (book / "history.torn").read_bytes()
    assert line not in (book / "history.jsonl").read_bytes().split(b"\n")


def test_the_others_keep_their_numbers(book, capsys):
    history(book, UNREADABLE, TALK, UNREADABLE, UNREADABLE)
    assert "history.jsonl:1: found a line" in said(capsys, book, "ann", "busy", code=2)
    for number in (1, 3, 4):
        assert said(capsys, book, "--set-aside", number).startswith(f"history.jsonl:{number}: set aside")
    assert (book / "history.jsonl").read_bytes() == b"\n" + _line(TALK) + b"\n\n\n"
    said(capsys, book, "ann", "busy")


def test_what_was_put_aside_is_read_for_names_when_somebody_of_that_name_comes(book, capsys):
    history(book, UNREADABLE)
    said(capsys, book, "--set-aside", 1)
    with (book / "contacts.csv").open("a") as file:
        file.write("zed,Zed,Europe/London,,\n")
    opened = Book(book)
    assert opened.person("zed") is None
    assert opened.resting["zed"].startswith("history.torn:2: found a line that was set aside unread")
    assert opened.person("ann")


def test_what_a_killed_writer_left_was_never_acknowledged_and_keeps_nobody_back(book, capsys):
    (book / "history.jsonl").write_bytes(_line({"type": "opt_out"})[:-9])
    said(capsys, book, "bob", "busy")
    assert (book / "history.torn").exists()
    assert Book(book).person("ann")


def test_a_damaged_last_line_is_ended_and_left_where_it_is(book, capsys):
    damaged = _line({"type": "opt_out"})[1:]
    (book / "history.jsonl").write_bytes(damaged)
    said(capsys, book, "bob", "busy")
    assert (book / "history.jsonl").read_bytes().startswith(damaged + b"\n")
    assert not (book / "history.torn").exists()
    assert Book(book).person("ann") is None


@pytest.mark.parametrize(("number", "says"), [(1, "a fact that can be read"), (7, "no such line")])
def test_only_a_line_that_cannot_be_read_is_put_aside(book, capsys, number, says):
    history(book, TALK)
    assert says in said(capsys, book, "--set-aside", number, code=2)
    assert lines(book) == [{"contact": "ann", "at": AT, **TALK}]


def test_a_line_that_names_somebody_may_be_put_aside_and_they_rest_all_the_same(book, capsys):
    history(book, b'{"contact": "ann", "type": "opt_out", "at": "yesterday"}')
    said(capsys, book, "--set-aside", 1)
    assert Book(book).person("ann") is None


# --- beginnings ------------------------------------------------------------------------------------------------

FULL = {
    "contact": "ann", "type": "call_attempt", "at": AT, "disposition": "busy", "used": ["a", "b"], "agreed": [],
    "duration": 12.5, "remark": 'said "é\\" \u2028', "id": "1",
}  # fmt: skip


@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_beginning_of_a_line_is_one_and_no_line_is_its_own(ascii_only):
    line = (json.dumps(FULL) if ascii_only else as_line(FULL)).encode()
    for cut in range(1, len(line)):
        assert is_a_beginning(line[:cut]) or line[:cut].endswith(b"}"), line[:cut]
    assert not is_a_beginning(line)


@pytest.mark.parametrize(
    "line",
    [
        b'contact": "ann"', b'"contact": "ann"', b'{contact": "ann', b'{"contact: "ann', b'{"contact": ann', b"\0\0",
        b'{"contact": "ann", "type": "opt_out}', b'{"contact": "ann, "type": "opt_out"', b'{"contact": "ann"\0',
        b'{"contact": "ann", "contact": "bob', b'{"contact": "\xff', b'{"contact": "ann" , "type', b'{"contakt": "',
        b'{"contact": "ann", "duration": 1-', b'{"contact": "ann"}{"contact": "bo', b'{"contact": "a\tb', b"[", b"7",
    ],
)  # fmt: skip
def test_what_lost_more_than_its_end_is_no_beginning(line):
    assert not is_a_beginning(line)


# --- beside a no -----------------------------------------------------------------------------------------------


def renamed(book):
    (book / "contacts.csv").write_text(CONTACTS.replace("ann,", "a-1,"))


@pytest.mark.parametrize("no", NOES)
def test_a_no_that_was_logged_is_heard_after_the_card_has_another_id(book, capsys, no):
    said(capsys, book, "ann", "--fact", json.dumps({"at": AT, **no}))
    renamed(book)
    step = Playbook().next_step(*Book(book).person("a-1"), dt.datetime(2026, 11, 18, 15, tzinfo=dt.UTC))
    assert step.grounds == "do_not_call"


def test_what_is_written_beside_it_is_a_fact_of_its_own(book, capsys):
    said(capsys, book, "ann", "--fact", json.dumps({"at": AT, "id": "n-1", **NOES[2]}))
    no, beside = lines(book)
    assert no["id"] == "n-1"
    assert (beside["type"], beside["id"]) == ("opt_out", "n-1/card")
    assert (beside["numbers"], beside["name"]) == (["+442079460123"], "Ann Lee")


def test_of_an_opt_out_it_is_in_the_same_line(book, capsys):
    said(capsys, book, "ann", "--fact", json.dumps({"at": AT, **NOES[0]}))
    (no,) = lines(book)
    assert (no["numbers"], no["name"]) == (["+442079460123"], "Ann Lee")


def test_a_no_that_names_a_number_needs_nothing_beside_it(book, capsys):
    said(capsys, book, "ann", "do_not_call", "--at", AT, "--number", "020 7946 0123", code=2)
    said(capsys, book, "ann", "do_not_call", "--at", AT, "--number", "+44 20 7946 0123")
    assert [each["number"] for each in lines(book)] == ["+442079460123"]


# --- ids that differ in case -----------------------------------------------------------------------------------


def test_facts_under_an_id_in_another_case_are_theirs_and_that_is_told(book, capsys):
    history(book, {"contact": "ANN", "type": "opt_out"}, {"contact": " An\u200bn ", "type": "purchase"})
    opened = Book(book)
    assert opened.person("ann")[1].opted_out
    assert opened.warnings[0] == (
        "history.jsonl:1: found facts of 'ANN', took them for those of 'ann': only the case differs"
    )


def test_where_two_differ_in_case_only_each_has_their_own(book):
    (book / "contacts.csv").write_text(CONTACTS + "ANN,Ann Roe,Europe/London,,\n")
    history(book, {"contact": "ANN", "type": "opt_out"}, {"contact": "aNN", "type": "purchase"})
    opened = Book(book)
    assert [bool(opened.person(who) and opened.person(who)[1].opted_out) for who in ("ann", "ANN")] == [False, True]
    assert re.search("who are not in the book, such as 'aNN'", opened.warnings[0])


@pytest.mark.parametrize("whose", ["anm", "annn", "an", "xann", "nn"])
def test_a_no_under_an_id_one_slip_from_theirs_lets_them_rest(book, whose):
    history(book, {"contact": whose, "type": "opt_out"})
    opened = Book(book)
    assert opened.person("ann") is None
    assert opened.person("bob")


def test_counted_ids_are_not_taken_for_slips(book):
    (book / "contacts.csv").write_text(CONTACTS.replace("ann", "c-17").replace("bob", "17"))
    history(book, {"contact": "c-18", "type": "opt_out"}, {"contact": "171", "type": "opt_out"})
    assert all(Book(book).person(who) for who in ("c-17", "17"))


@pytest.mark.parametrize("strange", ["+33155500105", "ada.osei@example.org", "\x1b[2Jred", "a\nforged row"])
def test_ids_that_nobody_knows_are_told_without_what_could_be_rung_or_steer_a_terminal(book, capsys, strange):
    history(book, {**TALK, "contact": strange}, {"type": "opt_out", "contact": strange}, {**TALK, "id": strange})
    for arguments in (["today", str(book)], ["log", str(book), "--undo", f"{strange}?"], ["why", str(book), strange]):
        run(arguments)
        told = capsys.readouterr().err
        assert told.count("\n") == sum(line.startswith("callrules: ") for line in told.splitlines())
        assert not any(each in told for each in ("155500105", "example.org", "\x1b"))
