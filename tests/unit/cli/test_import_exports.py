"""The exports of six systems become a book: every row is counted once, and importing again adds nothing."""

import json

import pytest

from callrules.cli.book.reading import Book
from callrules.cli.front import run
from helpers.exports import ENDINGS, Export

SYSTEMS = sorted(ENDINGS)
SPOILT = 2
"""Two rows at the end of each file that no reader of tables can read."""


def take_in(tmp_path, capsys, kind, system, text, *more):
    (tmp_path / f"{kind}.csv").write_text(text)
    where = ("--into", str(tmp_path / "book"), "--as", system, "--zone", "America/New_York", "--region", "US")
    assert run(["import", kind, str(tmp_path / f"{kind}.csv"), *where, "--json", *more]) == 0
    answer = json.loads(capsys.readouterr().out)
    told = [answer[each] for each in ("new", "there", "changed", "left_out", "refused")]
    assert answer["rows"] == sum(told)
    return answer


@pytest.fixture(params=SYSTEMS)
def system(request):
    return request.param


@pytest.fixture
def peopled(tmp_path, capsys, system):
    """A book with the people of the system; Asterisk knows none, so that they come from another."""
    source = "hubspot" if system == "asterisk" else system
    return take_in(tmp_path, capsys, "contacts", source, Export(source).contacts())


def test_of_two_hundred_people_nearly_all_come_in_and_the_others_are_named(peopled, tmp_path):
    assert peopled["rows"] == 200 + SPOILT
    assert peopled["new"] >= 180
    assert len(peopled["refusals"]) == peopled["refused"] == 202 - peopled["new"]
    assert all(each["line"] and each["found"] and each["expected"] for each in peopled["refusals"])
    assert len(Book(tmp_path / "book")) == peopled["new"]


def test_of_two_hundred_calls_nearly_all_come_in_and_the_others_are_named(peopled, tmp_path, capsys, system):
    calls = take_in(tmp_path, capsys, "calls", system, Export(system).calls())
    assert calls["rows"] == 200 + SPOILT
    assert calls["new"] >= 160
    book = Book(tmp_path / "book")
    attempts = [each for _, history in book.people() for each in (*history.attempts, *history.inbound)]
    assert len(attempts) > 100
    assert not book.resting


def test_importing_again_adds_nothing(peopled, tmp_path, capsys, system):
    first = take_in(tmp_path, capsys, "calls", system, Export(system).calls())
    before = {path.name: path.read_bytes() for path in (tmp_path / "book").iterdir()}
    again = take_in(tmp_path, capsys, "calls", system, Export(system).calls())
    assert (again["new"], again["there"], again["refused"]) == (0, first["new"], first["refused"])
    assert {path.name: path.read_bytes() for path in (tmp_path / "book").iterdir()} == before


def test_a_dry_run_counts_the_same_and_writes_nothing(tmp_path, capsys, system):
    dry = take_in(tmp_path, capsys, "calls", system, Export(system).calls(), "--dry-run")
    assert not (tmp_path / "book").exists()
    wet = take_in(tmp_path, capsys, "calls", system, Export(system).calls())
    assert {**dry, "dry_run": False} == wet
