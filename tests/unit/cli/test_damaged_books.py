"""Whatever happened to the line that says no, that phone does not ring (rulebook D6, G28)."""

import csv
import datetime as dt
import json
import re

import pytest

from callrules import BadInput, Playbook
from callrules.cli.book.reading import Book
from helpers.damages import CARDS, DAMAGES, FORMS, damaged, noes

HOUSE = Playbook()
SEED, SOME = 7, 17 * 24
NOW = dt.datetime(2026, 11, 18, 15, tzinfo=dt.UTC)
COUNT = re.compile(r"[0-9]+\Z")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("book")
    with (path / "contacts.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, [*CARDS[0], "timezone"])
        writer.writeheader()
        writer.writerows({**each, "timezone": "Europe/London"} for each in CARDS)
    return path


def rings(folder, history, who):
    """Whether the phone of somebody rings, now or later."""
    (folder / "history.jsonl").write_bytes(history)
    try:
        book = Book(folder)
        person = book.person(who)
    except BadInput as refused:
        return not ("history.jsonl:" in str(refused) and "--set-aside" in str(refused))
    if person is None:
        assert book.resting[who]
        return False
    return HOUSE.next_step(*person, NOW).type == "call" or bool(HOUSE.may_call(*person, NOW))


def was_never_acknowledged(each):
    """Whether the last line is the unended beginning of what was being written."""
    return (each.history.endswith(each.line) and each.no.line.startswith(each.line)) or _lost_its_brace(each)


def _lost_its_brace(each):
    """Where a comma took the place of the last brace, more might have followed."""
    return each.history.endswith(each.line) and each.line == each.no.line[:-1] + b","


def says_something_else(each):
    """Whether the line is whole and somebody else's: no reader can tell; ids a slip away rest all the same."""
    try:
        whose = json.loads(each.line)["contact"]
    except (ValueError, KeyError, TypeError):
        return False
    lost = abs(len(str(whose)) - len(each.no.who)) > 1
    return whose != each.no.who and (lost or COUNT.sub("", str(whose)) == COUNT.sub("", each.no.who))


def still_rung(folder, seed, count):
    """Every damage after which the phone rings that was asked not to."""
    return [
        each
        for each in damaged(seed, count)
        if rings(folder, each.history, each.no.who)
        and not was_never_acknowledged(each)
        and not says_something_else(each)
    ]


def test_a_no_holds_in_every_form_while_it_is_whole(folder):
    everybody = list(noes())
    assert {no.form for no in everybody} == set(FORMS)
    assert [no for no in everybody if rings(folder, no.line + b"\n", no.who)] == []
    assert [no for no in everybody if rings(folder, no.line, no.who)] == []


def test_after_no_damage_to_the_line_that_says_no_does_the_phone_ring(folder):
    assert still_rung(folder, SEED, SOME) == []


def test_each_kind_of_damage_is_done_and_what_is_left_out_is_the_exception():
    done = list(damaged(SEED, SOME))
    assert {each.how for each in done} == {each.__name__.strip("_") for each in DAMAGES}
    assert sum(was_never_acknowledged(each) or says_something_else(each) for each in done) < len(done) / 20


@pytest.mark.parametrize("called", ["Ada Osei", "ADA  OSEI", "+442079460123", "ada@example.com"])
def test_a_no_under_what_somebody_is_called_lets_them_rest(tmp_path, called):
    card = "id,name,phones,email\na-1,Ada Osei,+442079460123,ada@example.com\nb-2,Ben Li,+442079460124,\n"
    (tmp_path / "contacts.csv").write_text(card)
    no = {"contact": called, "type": "opt_out", "at": "2026-05-05T12:00:00Z"}
    (tmp_path / "history.jsonl").write_text(json.dumps(no) + "\n")
    assert set(Book(tmp_path).resting) == {"a-1"}


def test_a_quote_without_an_end_swallows_nobody(tmp_path):
    (tmp_path / "contacts.csv").write_text('id,name,phones\na-1,"Ada,+442079460123\nb-2,Ben,+442079460124\n')
    (tmp_path / "history.jsonl").touch()
    with pytest.raises(BadInput, match=r"contacts\.csv:2: found a quote without an end"):
        list(Book(tmp_path).people())


def test_inches_in_a_name_are_no_such_quote(tmp_path):
    (tmp_path / "contacts.csv").write_text('id,name,phones\na-1,Ada 5" Osei,+442079460123\n')
    (tmp_path / "history.jsonl").touch()
    assert len(Book(tmp_path)) == 1
