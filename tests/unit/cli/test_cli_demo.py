"""The demo: three weeks with every kind of step, in which the house rules are kept to the letter."""

import contextlib
import datetime as dt
import io
import json
import subprocess
import sys
import time

import pytest

from callrules import Outcome, Playbook
from callrules.cli.demo.host import Host
from callrules.cli.demo.people import setting
from callrules.cli.front import run
from callrules.wire import read_fact

OPTED_OUT = "grace"


@pytest.fixture
def said(capsys):
    def run_it(*arguments, code=0):
        capsys.readouterr()
        assert run(["demo", *arguments]) == code, capsys.readouterr()
        return capsys.readouterr()

    return run_it


@pytest.fixture(scope="module")
def host():
    return Host(setting(), Playbook(strict=True))


@pytest.fixture(scope="module")
def days(host):
    return list(host.days())


@pytest.fixture(scope="module")
def entries(days):
    return [entry for day in days for entry in day.entries]


def printed(*arguments):
    paper = io.StringIO()
    with contextlib.redirect_stdout(paper):
        assert run(["demo", *arguments]) == 0
    return paper.getvalue()


@pytest.fixture(scope="module")
def shown():
    return printed()


@pytest.fixture(scope="module")
def told():
    return json.loads(printed("--json"))


def the(entries, who, kind):
    return [entry for entry in entries if entry.contact.id == who and entry.step and entry.step.type == kind]


# --- what it shows ---------------------------------------------------------------------------------------------


def test_every_kind_of_step_appears(told):
    entries = [entry for day in told["days"] for entry in day["deeds"]]
    steps = {entry[when]["type"] for entry in entries for when in ("step", "next") if entry[when]}
    assert steps == {"call", "write", "prepare", "seek_introduction", "walk_away", "rest"}


def test_there_are_as_many_reasons_to_call_as_in_life(told):
    entries = [entry for day in told["days"] for entry in day["deeds"]]
    reasons = {
        entry["step"]["reason"]["name"] for entry in entries if entry["step"] and entry["step"]["type"] == "call"
    }
    assert reasons == {
        "returned_call", "promise", "their_promise_lapsed", "recently_met", "follow_up", "insight",
        "simple_reason", "lapsed_customer", "dormant_customer", "competitor_customer", "prospect",
    }  # fmt: skip


def test_a_hang_up_is_answered_with_a_note_and_a_call_on_the_day_it_names(entries):
    first, kept, *_ = the(entries, "paul", "call")
    (note, *_) = the(entries, "paul", "write")
    assert first.facts[0].disposition.value == "hung_up"
    assert (note.step.purpose, note.step.channel.value) == ("after_hang_up", "handwritten")
    assert kept.at.date() == note.step.promises == dt.date(2026, 10, 23)


def test_a_promised_hour_stays_that_hour_when_the_clocks_change(entries):
    before, after, *_ = the(entries, "maria", "call")
    berlin = [each.at.astimezone(before.facts[1].due.tzinfo) for each in (before, after)]
    assert f"{berlin[1]:%a %H:%M}" == "Tue 10:00"
    assert berlin[0].utcoffset() != berlin[1].utcoffset()


def test_who_orders_is_thanked_the_same_day(entries):
    for who in ("maria", "paul"):
        [order] = [each for each in the(entries, who, "call") if each.facts[0].outcome is Outcome.ORDER]
        thanks = the(entries, who, "write")[-1]
        assert thanks.step.purpose == "thanks"
        assert thanks.at.date() == order.at.date()


def test_an_opt_out_is_honoured_at_once_and_the_promised_call_is_not_made(entries):
    (heard,) = [entry for entry in entries if entry.contact.id == OPTED_OUT]
    assert heard.before.reason.name == "promise"
    assert (heard.after.type, heard.after.grounds, heard.after.at) == ("walk_away", "do_not_call", None)


def test_a_walk_away_has_kind_words(shown, entries):
    for who in ("omar", "liam"):
        (goodbye,) = the(entries, who, "walk_away")
        assert "the door stays open" in goodbye.text or "a word from you" in goodbye.text
    assert "Dear Omar" in shown


def test_whoever_never_answered_rests_after_the_goodbye(entries):
    (goodbye,) = the(entries, "liam", "walk_away")
    assert goodbye.step.grounds == "unanswered"
    assert goodbye.after.type == "rest"


# --- the house is obeyed ---------------------------------------------------------------------------------------


def test_the_last_gate_allowed_every_call_that_was_made(entries):
    rung = [entry for entry in entries if entry.step and entry.step.type == "call"]
    assert len(rung) > 15
    assert all(entry.verdict.allowed and entry.verdict.number == entry.facts[0].number for entry in rung)


def test_the_gate_says_the_same_when_asked_again_about_each_call(entries, host):
    playbook = Playbook()
    for entry in entries:
        if entry.verdict:
            _, whole = next(each for each in host.book if each[0].id == entry.contact.id)
            until_then = type(whole)(fact for fact in whole.entries if fact.at <= entry.at and fact not in entry.facts)
            assert playbook.may_call(entry.contact, until_then, entry.at, number=entry.verdict.number)


def test_calls_are_made_at_their_moment_and_at_most_five_a_day(days):
    for day in days:
        rung = [entry for entry in day.entries if entry.verdict]
        assert len(rung) <= 5
        assert all(entry.step.at <= entry.at < entry.step.until for entry in rung)


def test_nobody_is_rung_who_asked_us_to_stop(entries, host):
    (stopped,) = [entry.at for entry in entries if entry.contact.id == OPTED_OUT]
    assert not [entry for entry in the(entries, OPTED_OUT, "call") if entry.at >= stopped]
    assert not [entry for entry in the(entries, OPTED_OUT, "write") if entry.at >= stopped]


def test_everything_that_was_written_down_beforehand_happens(host, days):
    assert days
    assert not [
        each for person in host.people.values() for each in (person.calls, person.errands, person.comes_in) if each
    ]


def test_every_promise_that_fell_due_was_kept_on_its_day(told):
    score = told["score"]
    assert score["promises_due"] == score["kept_on_the_day"] >= 5
    assert score["hours_promised"] == score["kept_to_the_hour"] >= 4
    assert score["rung_against_their_wish"] == 0
    assert score["gate_asked"] == score["gate_agreed"] == score["calls"]


def test_the_numbers_are_reserved_ones_and_nobody_has_two(host):
    numbers = [phone.number for contact, _ in host.book for phone in contact.phones]
    reserved = ("+4420794601", "+493023125", "+331990011", "+468465004", "+35320915", "+61255500")
    assert all(each.startswith(reserved) or each[5:9] == "5550" or each[5:8] == "555" for each in numbers)
    assert len(set(numbers)) == len(numbers) == len(host.book)


# --- how it is told --------------------------------------------------------------------------------------------


def test_every_why_is_the_librarys_own(shown, entries):
    for entry in entries:
        if entry.step:
            assert (entry.step.reason.says if entry.step.type == "call" else entry.step.says) in shown


def test_the_demo_ends_with_figures_and_one_story(shown):
    assert "After three weeks" in shown
    assert "One story from its beginning" in shown
    assert "Paul, Europe/Paris" in shown
    assert shown.index("they hung up") < shown.index("a note after the hang-up")


def test_a_day_without_a_call_is_one_line(shown):
    (quiet,) = [line for line in shown.splitlines() if line.startswith("Thu 29 Oct")]
    assert quiet.split() == ["Thu", "29", "Oct", "nobody", "is", "due"]


def test_it_fits_on_a_screen_or_two_and_shows_no_number_but_our_own(shown):
    assert len(shown.splitlines()) <= 90
    assert "+" not in shown.replace("+442079460100", "")


def test_it_says_how_a_call_begins_what_is_left_on_a_machine_and_what_is_written_by_hand(shown):
    for title in ("A call begins (", "A voicemail (", "A note by hand ("):
        assert f"\n  {title}" in shown


def test_it_shows_the_page_before_the_red_phone_rings(shown, told):
    page = shown.partition("The page before a red-phone call")[2].partition("The goodbye")[0]
    titles = ("Henrik Falk", "Why now: ", "Tell them: ", "Begin: ", "Outcome: ", "What not to say: ")
    assert [title for title in titles if f"\n  {title}" not in page] == []
    [first, *_] = [entry["briefing"] for day in told["days"] for entry in day["deeds"] if entry["briefing"]]
    assert first["contact"] == "henrik"
    assert first["missing"] == []


def test_it_says_the_same_every_time(shown, told):
    assert printed() == shown
    assert json.loads(printed("--json")) == told


def test_what_it_answers_for_programs_can_be_read_back(told):
    assert all(read_fact(fact) for day in told["days"] for entry in day["deeds"] for fact in entry["facts"])


def test_it_leaves_nothing_behind_unless_asked(said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "callrules demo --svg FILE" in said().out
    assert not list(tmp_path.iterdir())


def test_the_story_is_drawn_where_one_asks_for_it(said, tmp_path):
    path = tmp_path / "paul.svg"
    assert f"The timeline is in {path}" in said("--svg", str(path)).out
    assert path.read_text("utf-8").startswith("<svg")
    heard = said("--json", "--svg", str(path))
    assert json.loads(heard.out)["days"]
    assert str(path) in heard.err


def test_a_picture_that_cannot_be_written_is_refused_in_one_line(said, tmp_path):
    err = said("--svg", str(tmp_path / "nowhere" / "paul.svg"), code=2).err
    assert len(err.splitlines()) == 1
    assert "expected a file that can be written" in err


def test_it_runs_as_a_module_without_a_terminal_in_about_two_seconds():
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "callrules", "demo"], capture_output=True, check=True, stdin=subprocess.DEVNULL
    )
    assert "Whom" not in done.stderr.decode()
    assert b"\x1b" not in done.stdout
    assert time.monotonic() - began < 10
