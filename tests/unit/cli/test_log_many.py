"""Many facts are logged at once: each line is new, there already, or refused with its place."""

import json

import pytest

from callrules.cli.front import run


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "contacts.csv").write_text("id,name,phones,region\nada,Ada Osei,+33155500105,FR\nbea,,,\n")
    return folder


def logged(book, capsys, *lines, more=("--json",)):
    file = book.parent / "facts.jsonl"
    file.write_bytes(b"\n".join(each if isinstance(each, bytes) else json.dumps(each).encode() for each in lines))
    code = run(["log", str(book), "--from", str(file), *more])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out.startswith("{") else out, err


CALL = {"contact": "ada", "type": "call_attempt", "at": "2026-03-02T10:15:00Z", "disposition": "no_answer", "id": "c1"}
NO = {"contact": "ada", "type": "opt_out", "at": "2026-03-03T10:15:00Z"}


def test_each_line_is_a_fact_and_again_nothing_is_added(book, capsys):
    code, answer, _ = logged(book, capsys, CALL, NO, b"", {**CALL, "contact": "bea", "number": "+12125550105"})
    assert (code, answer["rows"], answer["new"]) == (0, 3, 3)
    before = (book / "history.jsonl").read_bytes()
    assert before.count(b'"recorded"') == 3
    _, again, _ = logged(book, capsys, CALL, NO, {**CALL, "contact": "bea", "number": "+12125550105"})
    assert (again["new"], again["there"]) == (0, 3)
    assert (book / "history.jsonl").read_bytes() == before


def test_a_no_is_written_with_what_its_person_is_known_by(book, capsys):
    logged(book, capsys, NO)
    (line,) = (book / "history.jsonl").read_text().splitlines()
    assert json.loads(line)["numbers"] == ["+33155500105"]


def test_a_number_is_read_as_people_of_their_region_dial_it(book, capsys):
    logged(book, capsys, {**CALL, "number": "01 55 50 01 05"})
    assert json.loads((book / "history.jsonl").read_text())["number"] == "+33155500105"


BAD = {
    b"{": ("", "no JSON"),
    b"[]": ("", "a list"),
    b'{"contact": "ada", "contact": "bea"}': ("", "no JSON"),
    b'{"contact": "adda", "type": "opt_out"}': ("contact", "nobody called 'adda' in the book"),
    b'{"contact": "ada", "at": "2026-03-02T10:15:00Z"}': ("type", "nothing"),
    b'{"contact": "ada", "type": "opt_out"}': ("at", "nothing"),
    json.dumps({**CALL, "disposition": "no_anser"}).encode(): ("disposition", "'no_anser'"),
    b'{"contact": "ada", "x": "' + b"x" * 3_000_000 + b'"}': ("", "no JSON"),
}


@pytest.mark.parametrize("line", BAD, ids=range(len(BAD)))
def test_a_bad_line_is_named_and_the_others_are_taken(book, capsys, line):
    code, answer, _ = logged(book, capsys, CALL, line, {**CALL, "id": "c2"})
    assert (code, answer["new"], answer["refused"]) == (0, 2, 1)
    (why,) = answer["refusals"]
    assert (why["line"], why["column"] or "", why["found"]) == (2, *BAD[line])


def test_the_nearest_word_is_named_for_one_that_nobody_knows(book, capsys):
    _, out, err = logged(book, capsys, {**CALL, "disposition": "no_anser"}, more=())
    assert "1 row: 0 new facts, 1 refused" in out
    assert "did you mean 'no_answer'?" in err


def test_a_dry_run_writes_nothing(book, capsys):
    _, answer, _ = logged(book, capsys, CALL, more=("--json", "--dry-run"))
    assert answer["new"] == 1
    assert not (book / "history.jsonl").exists()


def test_a_fact_ahead_of_the_clock_is_told(book, capsys):
    _, answer, _ = logged(book, capsys, {**CALL, "at": "2199-01-01T00:00:00Z"})
    assert answer["ahead"] == 1


@pytest.mark.parametrize("more", [("ada", "busy"), ("--undo", "x"), ("--rep", "rita"), ("--set-aside", "1")])
def test_nothing_else_stands_beside_many_facts(book, capsys, more):
    code, _, err = logged(book, capsys, CALL, more=more)
    assert code == 2
    assert err.startswith("callrules: --from: found more")


def test_a_folder_that_is_no_book_and_a_file_of_nothing_are_refused(book, capsys, tmp_path):
    assert logged(book, capsys)[0] == 2
    (book / "contacts.csv").unlink()
    assert logged(book, capsys, CALL)[0] == 2
    assert run(["log", str(book), "--dry-run"]) == 2
