"""Closed streams, odd bytes, full disks and work that grows with the input and no faster."""

import json
import subprocess
import sys
import time

import pytest

from callrules import Contact, History, Insight, InvalidValue, Playbook, Purchase
from callrules.cli.files import parse_json
from callrules.contact import NAMELESS
from callrules.errors import BadInput
from callrules.pictures.timeline import timeline
from callrules.playbook import EPOCH
from callrules.redaction import AN_ADDRESS, found, known_as, redacted, shortened
from callrules.wire import read_case, read_contact, read_fact, read_step

CALLRULES = f"{sys.executable} -m callrules"
HUGE = pytest.param(10**5_000, id="huge")
CASE = {"now": "2026-11-20T15:00:00Z", "contact": {"id": "ada"}, "history": []}


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE))
    return path


def shell(command, **more):
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, **more)


@pytest.mark.parametrize(
    ("streams", "code", "says"),
    [
        (">&-", 2, "callrules: stdout: found it closed"),
        (">/dev/full", 2, "callrules: writing: no space left"),
        ("2>&-", 0, ""),
        ("<&-", 0, ""),
        ("<&- >&- 2>&-", 2, ""),
        ("| true", 0, ""),
    ],
)
def test_a_closed_or_full_stream_is_no_traceback(case, streams, code, says):
    done = shell(f"set -o pipefail; {CALLRULES} next {case} {streams}")
    assert done.returncode == code
    assert done.stderr.startswith(says)
    assert done.stderr.count("\n") <= 1


def test_a_closed_stdin_that_should_be_read_is_said():
    done = shell(f"{CALLRULES} next - <&-")
    assert (done.returncode, done.stderr) == (2, "callrules: stdin: found it closed, expected something to read\n")


def test_arguments_that_are_no_utf8_are_refused_in_one_line(case):
    for arguments in (["next", b"\xff.json"], ["today", b"\xff"], ["nope\udcff".encode("utf-8", "surrogateescape")]):
        done = subprocess.run([sys.executable, "-m", "callrules", *arguments], capture_output=True, check=False)
        assert done.returncode == 2
        assert done.stderr.count(b"\n") == 1


def test_a_name_cannot_forge_a_row():
    name = "Ada\n  2  Bea  +12065550105\x1b[2J\u202e"
    assert Contact(id="a", name=name).called == "Ada 2 Bea +12065550105 [2J"
    assert Contact(id="\x1b", name="\u202e").called == NAMELESS


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("hangup", "'hangup'"),
        ("2026-02-30", "'2026-02-30'"),
        ("31.01.1997", "'31.01.1997'"),
        ("2026-11-19T15:00:00+01:00", "'2026-11-19T15:00:00+01:00'"),
        ("+33155500105", "a text"),
        ("ada@example.org", "a text"),
        ("my wife is ill", "a text"),
        (33155500105, "a number"),
        pytest.param(10**5_000, "a number", id="huge"),
        (7, "7"),
        (True, "True"),
        (["x"], "a list"),
        ({}, "an object"),
        ("\u202e", "'\\u202e'"),
    ],
)
def test_what_was_found_is_shown_where_it_can_be_and_else_its_kind(value, says):
    assert found(value) == says


def test_numbers_and_addresses_are_left_out_of_what_is_said_while_dates_and_files_stay():
    says = "/books/20261128123000/history.jsonl:3: at 2026-11-20T15:00:00Z +33 1 55 50 01 05 and a.b@c.de"
    assert redacted(says) == "/books/20261128123000/history.jsonl:3: at 2026-11-20T15:00:00Z (number) and (e-mail)"


TYPED = "call 01 55 50 01 05 or ada.osei@example.org"
AT = {"at": "2026-11-20T15:00:00Z"}


@pytest.mark.parametrize("given", [
    {"hours": TYPED},
    {"hours": [TYPED]},
    {"hours": [{"days": TYPED, "from": "18:00", "to": "20:00"}]},
    {"hours": [{"days": "mon", "from": TYPED, "to": "20:00"}]},
    {"hours": [{"days": "mon", "from": "18:00", "to": "20:00", TYPED: TYPED}]},
    {"phones": [{"number": TYPED}]},
    {"phones": [{"number": "+440155500105"}]},
    {"id": TYPED + "\ud800"},
])  # fmt: skip
def test_a_contact_that_is_refused_shows_nothing_that_was_typed(given):
    with pytest.raises(BadInput) as refused:
        read_contact({"id": "ada", **given})
    assert_discreet(str(refused.value))


@pytest.mark.parametrize("given", [
    {"type": "opt_out", "numbers": TYPED},
    {"type": "opt_out", "numbers": [TYPED]},
    {"type": "opt_out", "name": [TYPED]},
    {"type": "opt_out", "email": {"is": TYPED}},
    {"type": "called_off", "of": [TYPED]},
    {"type": "message", "channel": "email", "direction": "outbound", "purpose": TYPED + "\ud800"},
    {"type": "snooze", "until": "2026-11-01", "id": TYPED},
])  # fmt: skip
def test_a_fact_that_is_refused_shows_nothing_that_was_typed(given):
    with pytest.raises(BadInput) as refused:
        read_fact({**AT, **given})
    assert_discreet(str(refused.value))


@pytest.mark.parametrize("given", [
    {TYPED: 1}, {"type": TYPED}, {"number": TYPED}, {"reason": TYPED}, {"because": TYPED}, {"at": TYPED},
])  # fmt: skip
def test_a_step_that_is_refused_shows_nothing_that_was_typed(given):
    with pytest.raises(BadInput) as refused:
        read_step({"type": "call", "reason": {"name": "x", "says": "x"}, **given})
    assert_discreet(str(refused.value))


def assert_discreet(says):
    assert not any(each in says for each in ("55 50", "155500105", "example.org"))
    assert len(says) < 300


def test_a_moment_before_its_own_fact_is_told_by_both_dates():
    with pytest.raises(
        BadInput, match=r"until: found '2026-11-01', expected no moment before the fact itself, at 2026"
    ):
        read_fact({**AT, "type": "snooze", "until": "2026-11-01"})


def test_a_name_of_a_field_is_short_and_no_sentence():
    assert known_as("Order\nDate") == "Order Date"
    assert known_as("please ring me tomorrow morning") == "(a text)"
    assert len(known_as("x" * 1_000)) == 60
    assert shortened("abcdefghij", 5) == "abc…j"


@pytest.mark.parametrize(("given", "field"), [
    ({"now": "2201-01-01T00:00:00Z"}, "now"),
    ({"contact": {"id": "a", "known_since": "1899-12-31"}}, "contact.known_since"),
    ({"history": [{"type": "purchase", "at": "1899-12-31T23:59:59Z"}]}, r"history\[0\].at"),
    ({"history": [{"type": "snooze", "at": "2026-11-20T15:00:00Z", "until": "9999-12-31"}]}, r"history\[0\].until"),
])  # fmt: skip
def test_dates_outside_of_1900_to_2200_are_refused_by_field(given, field):
    with pytest.raises(BadInput, match=field):
        read_case({**CASE, **given})


@pytest.mark.parametrize("at", ["1900-01-01T12:00:00Z", "2200-12-31T23:59:59Z"])
def test_what_follows_from_the_first_and_the_last_year_is_answered(at):
    facts = [{"type": kind, "at": at} for kind in ("purchase", "meeting")]
    call = {"type": "call_attempt", "at": at, "disposition": "no_answer"}
    case = read_case({"now": at, "contact": {"id": "a", "timezone": "Asia/Tokyo"}, "history": [*facts, *[call] * 7]})
    step = Playbook(strict=True).next_step(case.contact, case.history, case.now)
    assert step.type


def test_derived_moments_stay_inside_time_whatever_the_numbers_of_a_playbook(tmp_path):
    path = tmp_path / "far.toml"
    path.write_text("[persistence]\nmost = 1\nrevisit_days = 36525\nthen_months = 36525\n[pace]\nleast_hours = 36525\n")
    for most in (36_526, 10**6):
        beyond = tmp_path / "beyond.toml"
        beyond.write_text(f"[pace]\nleast_hours = {most}\n")
        with pytest.raises(BadInput, match="a hundred years of days"):
            Playbook.from_toml(beyond)
    call = {"type": "call_attempt", "at": "2200-12-31T10:00:00Z", "disposition": "no_answer"}
    case = read_case({"now": "2200-12-31T12:00:00Z", "contact": CASE["contact"], "history": [call]})
    assert Playbook.from_toml(path, strict=True).next_step(case.contact, case.history, case.now).type


def refused(read, *given):
    with pytest.raises(BadInput):
        read(*given)


def took(work):
    began = time.process_time()
    work()
    return time.process_time() - began


def test_twenty_thousand_keys_and_a_long_story_take_no_second():
    twice = "{" + ", ".join(f'"k{each % 19_999}": 1' for each in range(20_000)) + "}"
    with pytest.raises(BadInput, match="k0: found it twice"):
        parse_json(twice, "x")
    assert took(lambda: refused(parse_json, twice, "x")) < 1
    for text in ("x" * 200_000, "x " * 100_000, "1 " * 100_000, "@" * 200_000, "x@" * 100_000, "1" * 200_000):
        story = timeline(Contact(id="a", name=text), History([Insight(at=EPOCH, text=text)]))
        assert took(story.svg) < 1
        assert took(lambda text=text: redacted(text)) < 1
    assert took(lambda: AN_ADDRESS.sub("", "x" * 10**6 + " a@b")) < 1


def test_a_toml_file_of_dots_takes_no_second(tmp_path):
    path = tmp_path / "dots.toml"
    for text in ("a." * 50_000 + "b = 1", "a = " + "[" * 100_000, "x = 1\n" * 100_000):
        path.write_text(text)
        assert took(lambda: refused(Playbook.from_toml, path)) < 1


@pytest.mark.parametrize("amount", ["1e999999999", "1e-999999999", "0e999999999", HUGE, "1" * 5_000, float("inf")])
def test_an_amount_that_nobody_can_pay_is_refused(amount):
    with pytest.raises(InvalidValue, match=r"Purchase\.amount: found"):
        Purchase(at=EPOCH, amount=amount)


def test_a_long_list_of_what_was_expected_is_shortened_between_words():
    words = [f"word_{place}" for place in range(60)]
    told = shortened(f"found 'x', expected one of {', '.join(words)}", 290)
    assert len(told) <= 290
    assert {each.strip(",") for each in told.split()} <= {*words, "found", "'x'", "expected", "one", "of", "…"}
