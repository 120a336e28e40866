"""Tables as people have them: with semicolons, tabs, marks and old encodings, damaged, or very large in one place."""

import csv
import io
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callrules.cli.imports import task

OPTIONS = ("--id", "who", "--at", "when")
ROWS = [("ada", "2026-03-02T10:15Z", "Zoë"), ("bea", "2026-03-03T10:15Z", "b, c; d")]


def written(separator, rows=ROWS):
    def cell(text):
        return f'"{text}"' if separator in text or "," in text else text

    lines = [("who", "when", "note"), *rows]
    return "".join(separator.join(map(cell, each)) + "\r\n" for each in lines)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_what_stands_between_cells_is_seen_in_the_first_row(importing, separator):
    assert importing("calls", written(separator), *OPTIONS)["new"] == 2


def test_a_first_line_of_excel_says_what_stands_between_cells(importing):
    assert importing("calls", "sep=;\r\n" + written(";"), *OPTIONS)["new"] == 2


FORMS = {
    "with a mark": (b"\xef\xbb\xbf" + written(",").encode(), ""),
    "utf-16": (written(",").encode("utf-16"), ""),
    "utf-16 without a mark": (written(",").encode("utf-16-le"), 'encoding = "utf-16"'),
    "latin-1": (written(",").encode("latin-1"), 'encoding = "latin-1"'),
    "windows-1252": (written(",").encode("cp1252"), 'encoding = "windows-1252"'),
    "lines of an old Mac": (written(",").replace("\r\n", "\r").encode(), ""),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_file_in_another_encoding_is_read_where_it_or_the_map_says_so(importing, form):
    text, said = FORMS[form]
    importing.map(
        f'name = "t"\n[file]\n{said}\n[calls]\ncontact = "who"\nat = "when"\nremark = "note"\n'
        'fixed = { disposition = "busy" }\n'
    )
    assert importing("calls", text)["new"] == 2
    assert importing.attempts("ada")[0].remark == "Zoë"


def test_letters_of_another_encoding_refuse_their_row_and_say_what_to_name(importing):
    answer = importing("calls", written(",").encode("latin-1"), *OPTIONS)
    assert (answer["new"], answer["refused"]) == (1, 1)
    assert "encoding" in importing.why(answer)[0][3]


def test_utf_16_that_nobody_named_is_refused_as_a_whole(importing):
    importing("calls", written(",").encode("utf-16-le"), *OPTIONS)
    assert importing.code == 2
    assert "zero bytes" in importing.err


GOOD = "zed,2026-03-04T10:15Z,\n"
DAMAGED = {
    "an unended quote": 'x,"2026-03-02T10:15Z,\n',
    "an unended quote that another ends": 'x,"2026-03-02,\ny,2026-03-02T10:15Z,"n"\n',
    "too few cells": "x,2026-03-02T10:15Z\n",
    "too many cells": "x,2026-03-02T10:15Z,a,b\n",
    "a cell of a million letters": f"x,2026-03-02T10:15Z,{'n' * 1_000_000}\n",
    "a line of five million letters": f"x,2026-03-02T10:15Z,{'n,' * 2_500_000}\n",
    "an empty id": ",2026-03-02T10:15Z,\n",
    "an id of nothing that can be seen": "\u200b,2026-03-02T10:15Z,\n",
    "a year that nobody lives in": "x,0001-01-01T10:15Z,\n",
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_row_is_named_and_takes_nobody_with_it(importing, damage):
    answer = importing("calls", f"who,when,note\n{DAMAGED[damage]}{GOOD}", *OPTIONS)
    assert answer["refused"] >= 1
    assert answer["refusals"][0]["line"] == 2
    assert answer["rows"] == answer["new"] + answer["refused"]
    assert len(importing.attempts("zed")) == 1


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet='",;\n\r\x00x\té=- 2026:1|\ud800', max_size=80))
def test_whatever_a_file_holds_every_row_is_counted_once(importing, text):
    shutil.rmtree(importing.book, ignore_errors=True)
    answer = importing("calls", f"who,when\nada,2026-03-02T10:15Z\n{text}".encode("utf-8", "surrogatepass"), *OPTIONS)
    told = [answer[each] for each in ("new", "there", "changed", "left_out", "refused")]
    assert answer["rows"] == sum(told)
    assert importing.code == 0


@pytest.mark.parametrize("data", [b"\xff\xfew", b"\xff\xfew\x00h\x00\xd8\x00", b"\xfe\xff\xd8\x00\x00w"])
def test_a_file_in_pieces_of_letters_is_refused(importing, data):
    importing("calls", data, *OPTIONS)
    assert importing.code == 2
    assert importing.err.count("\n") == 1


def test_an_import_that_was_killed_is_made_whole_by_the_next(importing, monkeypatch):
    monkeypatch.setattr(task, "BATCH", 10)
    rows = "".join(f"p{each},2026-03-02T10:{each:02}Z\n" for each in range(60))
    real, written = task.append, []

    def killed(folder, facts):
        if len(written) == 3:
            raise OSError(28, "no space left on device")
        written.append(len(facts))
        real(folder, facts)

    monkeypatch.setattr(task, "append", killed)
    assert importing("calls", f"who,when\n{rows}", *OPTIONS) is None
    monkeypatch.setattr(task, "append", real)
    answer = importing("calls", f"who,when\n{rows}", *OPTIONS)
    assert (answer["new"], answer["there"], answer["people"]) == (30, 30, 60)
    assert all(len(importing.attempts(f"p{each}")) == 1 for each in range(60))


def test_nobody_comes_into_the_book_under_a_formula(importing):
    answer = importing("calls", "who,when\n=1+1,2026-03-02T10:15Z\nada,2026-03-02T10:15Z\n", *OPTIONS)
    assert (answer["new"], importing.why(answer)[0][2]) == (1, "what a spreadsheet runs as a formula")


def test_words_with_ends_of_lines_in_them_are_one_row_and_lines_are_counted_as_editors_do(importing):
    text = 'who,when,note\nada,2026-03-02T10:15Z,"two\nlines"\n\nx,never,\n'
    answer = importing("calls", text, *OPTIONS)
    assert (answer["new"], answer["refusals"][0]["line"]) == (1, 5)


def test_a_column_that_is_there_twice_is_refused_where_it_is_used(importing):
    importing("calls", "who,when,When\nada,2026-03-02T10:15Z,x\n", *OPTIONS)
    assert importing.code == 2
    assert "column 'when': found it twice" in importing.err
    assert importing("calls", "who,when,x,X\nada,2026-03-02T10:15Z,x,y\n", *OPTIONS)["new"] == 1


@pytest.mark.parametrize("text", ["", "\n", "who,when\n", "\n\n"])
def test_a_file_of_nothing_is_refused(importing, text):
    importing("calls", text, *OPTIONS)
    assert importing.code == 2
    assert not importing.book.exists()


def test_rows_that_were_refused_are_kept_to_be_mended_and_imported_again(importing, tmp_path):
    rest = tmp_path / "rest.csv"
    text = written(";", [*ROWS, ("cid", "someday", "z; z"), ("dan", "x", "y")])
    assert importing("calls", text, *OPTIONS, "--rest", str(rest))["refused"] == 2
    kept = csv.reader(io.StringIO(rest.read_text(), newline=""), delimiter=";")
    assert list(kept)[1:] == [["cid", "someday", "z; z"], ["dan", "x", "y"]]
    mended = rest.read_text().replace("someday", "2026-03-05T10:15Z").replace(";x;", ";2026-03-06T10:15Z;")
    assert importing("calls", mended, *OPTIONS)["new"] == 2


def test_the_rest_is_never_written_over_the_file_that_is_read(importing, tmp_path):
    importing("calls", written(";"), *OPTIONS, "--rest", str(tmp_path / "file.csv"))
    assert importing.code == 2
    assert "--rest: found the file that is read" in importing.err


def test_a_file_without_names_is_read_by_the_columns_of_its_map(importing):
    row = '"","101","2125550105","ctx","""R"" <101>","SIP/1","SIP/2","Dial","x","2026-03-02 10:15:00","",'
    more = '"2026-03-02 10:15:30",30,0,"NO ANSWER","DOCUMENTATION"\n'
    importing.book.mkdir()
    (importing.book / "contacts.csv").write_text("id,phones\nada,+12125550105\n")
    answer = importing("calls", (row + more) * 2, "--as", "asterisk", "--zone", "UTC", "--region", "US")
    assert (answer["rows"], answer["new"]) == (2, 2)
