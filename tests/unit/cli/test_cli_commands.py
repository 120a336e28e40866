"""The commands as somebody types them: what they answer, and one line for every mistake."""

import datetime as dt
import json
import sys
from pathlib import Path

import pytest

from callrules.cli.front import run

NOW = "2026-11-18T15:00:00Z"
CASE = {
    "now": NOW,
    "contact": {"id": "ann", "name": "Ann Lee", "timezone": "Europe/London", "phones": [{"number": "+442075550101"}]},
    "history": [{"type": "commitment", "at": "2026-11-10T12:00:00Z", "by": "us", "due": "2026-11-18"}],
}
CONTACTS = """id,name,phones,timezone,owner
ann,Ann Lee,+442075550101,Europe/London,rita
bob,Bob Ray,+442075550102,Europe/London,
ken,Ken Ito,+81355550103,Asia/Tokyo,
cy,Cy Fox,+442075550104,Europe/London,joe
"""
FACTS = [{"contact": "cy", "type": "opt_out", "at": "2026-01-05T12:00:00Z"}]
BROKEN_RULES = "[persistence]\nmost = 'six'\n"


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE))
    return str(path)


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "contacts.csv").write_text(CONTACTS)
    (folder / "history.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in FACTS))
    return str(folder)


@pytest.fixture
def said(capsys):
    def run_it(*arguments, code=0):
        capsys.readouterr()
        assert run(arguments) == code, capsys.readouterr()
        return capsys.readouterr()

    return run_it


@pytest.fixture
def answered(said):
    return lambda *arguments, code=0: json.loads(said(*arguments, "--json", code=code).out)


@pytest.fixture
def refused(said):
    def refusal(*arguments):
        answer = said(*arguments, code=2)
        assert answer.out == ""
        assert answer.err.count("\n") == 1
        assert "Traceback" not in answer.err
        return answer.err

    return refusal


# --- next ------------------------------------------------------------------------------------------------------


def test_next_answers_programs_with_the_step(answered, case):
    step = answered("next", case)
    assert (step["type"], step["due"], step["number"]) == ("call", True, "+442075550101")
    assert step["reason"]["name"] == "promise"
    assert "text" not in step


def test_next_tells_people_what_when_where_and_why(said, case):
    told = said("next", case).out
    for words in ("Ann Lee", "a promised call", "15:00 there", "+442075550101", "on this day"):
        assert words in told


def test_next_reads_a_case_from_stdin(said, case, monkeypatch):
    with Path(case).open("rb") as file:
        monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": file}))
        assert "promised" in said("next", "-").out


def test_next_explains_every_rule_also_the_silent_ones(answered, said, case):
    rules = {say["rule"] for say in answered("next", case, "--explain")["explain"]}
    assert {"opt_out", "hours", "pace"} <= rules
    assert "snoozes" in said("next", case, "--explain").out


def test_next_gives_the_words_of_a_note_and_none_to_somebody_who_asked_us_to_stop(answered, tmp_path):
    def of(disposition):
        call = {"type": "call_attempt", "at": "2026-11-17T15:00:00Z", "disposition": disposition}
        contact = {**CASE["contact"], "email": "ann@example.com"}
        path = tmp_path / "case.json"
        path.write_text(json.dumps({"now": NOW, "contact": contact, "history": [call]}))
        return answered("next", str(path))

    assert of("hung_up")["type"] == "write"
    assert "Ann" in of("hung_up")["text"]
    assert (of("do_not_call")["type"], of("do_not_call")["text"]) == ("walk_away", None)


def test_next_prints_the_schema_of_a_case(said):
    assert json.loads(said("next", "--schema").out)["required"] == ["now", "contact", "history"]


BAD_CASES = {
    "not json": b'{"now": ',
    "not utf-8": b'{"now": "\xff"}',
    "empty": b"",
    "a list": b"[]",
    "too deep": b"[" * 100_000,
    "a long number": b'{"now": ' + b"9" * 10_000 + b"}",
    "no history": json.dumps({**CASE, "history": None}).encode(),
    "a naive now": json.dumps({**CASE, "now": "2026-11-18T15:00:00"}).encode(),
    "an unknown field": json.dumps({**CASE, "histry": []}).encode(),
    "a bad phone": json.dumps({**CASE, "contact": {"id": "a", "phones": [{"number": "0123"}]}}).encode(),
}


@pytest.mark.parametrize("mistake", BAD_CASES)
def test_a_bad_case_is_one_line_that_names_the_file(refused, tmp_path, mistake):
    path = tmp_path / "case.json"
    path.write_bytes(BAD_CASES[mistake])
    assert refused("next", str(path)).startswith(f"callrules: {path}")


def test_a_missing_file_a_folder_and_no_file_at_all_are_one_line(refused, tmp_path, case):
    assert "no such file" in refused("next", str(tmp_path / "nowhere.json"))
    assert "found a folder" in refused("next", str(tmp_path))
    assert "CASE.json" in refused("next")
    assert "no such file" in refused("next", case, "--playbook", str(tmp_path / "mine.toml")).lower()


def test_a_wrong_playbook_is_one_line(refused, case, book, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(BROKEN_RULES)
    for command in (("next", case), ("today", book), ("why", book, "ann"), ("rules",), ("log", book, "ann", "busy")):
        assert "persistence.most" in refused(*command, "--playbook", str(path))


# --- today -----------------------------------------------------------------------------------------------------


def test_today_counts_everybody_once(answered, book):
    day = answered("today", book, "--at", NOW)
    assert set(day) == {"at", "calls", "errands", "left_out"}
    assert [call["contact"] for call in day["calls"]] == ["ann", "bob"]
    assert all(set(group) == {"code", "says", "count", "next_at"} for group in day["left_out"])
    assert len(day["calls"]) + sum(group["count"] for group in day["left_out"]) == 4
    asleep = {"code": "hours", "says": "outside their hours", "count": 1, "next_at": "2026-11-19T00:00:00Z"}
    assert asleep in day["left_out"]


def test_today_is_for_one_rep_and_those_who_belong_to_nobody(answered, book):
    day = answered("today", book, "--at", NOW, "--rep", "joe")
    assert [call["contact"] for call in day["calls"]] == ["bob"]
    others = {"code": "other_reps", "says": "looked after by somebody else", "count": 1, "next_at": None}
    assert others in day["left_out"]
    assert len(day["calls"]) + sum(group["count"] for group in day["left_out"]) == 4


def test_today_tells_people_whom_to_ring_and_who_can_wait(said, book):
    told = said("today", book, "--at", NOW).out
    for words in ("2 calls", "Ann Lee (ann)", "+442075550101", "15:00 there", "never bought", "Not on the list: 2"):
        assert words in told


def test_today_never_says_all_done_while_people_are_merely_asleep(said, book):
    told = said("today", book, "--at", "2026-11-18T23:30:00Z").out
    assert "Not done yet: 3 are merely outside their hours; the next moment is in 30 minutes." in told


def test_today_lists_at_most_as_many_as_asked_for(answered, book):
    assert len(answered("today", book, "--at", NOW, "--most", "1")["calls"]) == 1
    assert answered("today", book, "--at", NOW, "--most", "0")["calls"] == []


def test_today_counts_those_who_could_not_be_read_and_says_where(said, book, tmp_path):
    with Path(book, "history.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"contact": "ann", "type": "opt_out"}\n')
    answer = said("today", book, "--at", NOW, "--json")
    day = json.loads(answer.out)
    assert [call["contact"] for call in day["calls"]] == ["bob"]
    assert sum(group["count"] for group in day["left_out"]) == 3
    assert "history.jsonl:2: at: found nothing" in answer.err
    assert "nobody rings ann" in answer.err


def test_today_refuses_what_it_cannot_read_in_one_line(refused, book, tmp_path):
    assert "found nothing there" in refused("today", str(tmp_path / "nowhere"))
    assert "found a file" in refused("today", f"{book}/contacts.csv")
    assert "neither contacts.csv nor contacts.json" in refused("today", str(tmp_path))
    assert "--at: found 'noon'" in refused("today", book, "--at", "noon")
    assert "--at: found '2026-11-18T15:00:00'" in refused("today", book, "--at", "2026-11-18T15:00:00")
    assert "--most" in refused("today", book, "--most", "-1")
    assert "--mots" in refused("today", book, "--mots", "1")


# --- log -------------------------------------------------------------------------------------------------------


def lines_of(book):
    with Path(book, "history.jsonl").open(encoding="utf-8") as file:
        return [json.loads(each) for each in file.read().splitlines()]


def test_log_writes_one_fact_that_begins_with_whose_it_is(said, book):
    told = said("log", book, "bob", "voicemail-left", "--at", NOW, "--number", "+442075550102", "--rep", "rita",
                "--agreed", "a visit", "--agreed", "a sample", "--duration", "31", "--remark", "kind").out  # fmt: skip
    fact = lines_of(book)[-1]
    assert next(iter(fact)) == "contact"
    assert told.splitlines()[0] == fact["id"]
    assert "Bob Ray" in told.splitlines()[1]
    assert fact == {
        "contact": "bob", "type": "call_attempt", "at": NOW, "id": fact["id"], "recorded": fact["recorded"],
        "disposition": "voicemail_left", "number": "+442075550102", "rep": "rita", "agreed": ["a visit", "a sample"],
        "duration": 31.0, "remark": "kind",
    }  # fmt: skip


def test_log_moves_the_next_date_by_when_it_happened(answered, book):
    before = answered("today", book, "--at", NOW)
    logged = answered("log", book, "bob", "no_answer", "--at", NOW)
    assert logged["step"]["type"] == "call"
    assert dt.datetime.fromisoformat(logged["step"]["at"]) > dt.datetime.fromisoformat(NOW)
    assert len(answered("today", book, "--at", "2026-11-18T15:05:00Z")["calls"]) == len(before["calls"]) - 1


def test_an_old_call_is_logged_without_a_word_about_clocks(answered, said, book):
    said("log", book, "bob", "no_answer", "--at", "2026-11-18T15:00:00Z")
    logged = answered("log", book, "bob", "no_answer", "--at", "2026-11-10T15:00:00Z")
    assert (logged["step"]["type"], logged["step"]["reason"]["name"]) == ("call", "prospect")
    assert "clock" not in said("log", book, "bob", "busy", "--at", "2026-11-02T15:00:00Z").out


def test_wrong_words_for_endings_and_purposes_are_refused_with_the_nearest_right_one(refused, said, book):
    assert "did you mean 'no_answer'?" in refused("log", book, "bob", "not answered")
    note = {"type": "message", "channel": "email", "direction": "outbound", "purpose": "after hangup"}
    assert "did you mean 'after_hang_up'?" in refused("log", book, "bob", "--fact", json.dumps(note))
    said("log", book, "bob", "No Answer", "--at", NOW)


def test_log_takes_any_fact_and_a_wall_time_with_its_zone(answered, book):
    fact = {
        "type": "commitment",
        "by": "us",
        "due": "2026-11-20T10:00:00",
        "zone": "Europe/London",
        "at": NOW,
        "id": "k",
    }
    assert answered("log", book, "bob", "--fact", json.dumps(fact))["id"] == "k"
    step = answered("why", book, "bob", "--at", NOW)["step"]
    assert (step["reason"]["name"], step["at"]) == ("promise", "2026-11-20T10:00:00Z")


BAD_LOGS = {
    ("zed", "no_answer"): "found nobody called 'zed'",
    ("bbo", "no_answer"): "did you mean 'bob'?",
    ("bob", "no_anser"): "did you mean 'no_answer'?",
    ("bob",): "neither of DISPOSITION and --fact",
    ("bob", "busy", "--fact", "{}"): "both of DISPOSITION and --fact",
    ("bob", "--fact", "{"): "expected JSON",
    ("bob", "--fact", "[]"): "expected a JSON object",
    ("bob", "--fact", "{}"): "log.type: found nothing",
    ("bob", "--fact", '{"type": "purchas"}'): "did you mean 'purchase'?",
    ("bob", "--fact", '{"contact": "ann", "type": "purchase"}'): "expected 'bob'",
    ("bob", "--fact", '{"type": "purchase"}', "--rep", "rita"): "--rep",
    ("bob", "busy", "--number", "123"): "log.number: found a text",
    ("bob", "busy", "--at", "now"): "--at",
    ("bob", "busy", "--callback-at", "soon"): "log.callback_at: found 'soon'",
    ("bob", "busy", "--zone", "Europe/London"): "log.zone",
    ("bob", "busy", "--duration", "long"): "--duration",
    ("bob", "busy", "--direction", "up"): "log.direction",
}


@pytest.mark.parametrize("arguments", BAD_LOGS)
def test_log_writes_nothing_that_it_does_not_understand(refused, book, arguments):
    before = lines_of(book)
    assert BAD_LOGS[arguments] in refused("log", book, *arguments)
    assert lines_of(book) == before


# --- why, rules, demo ------------------------------------------------------------------------------------------


def test_why_tells_every_rules_say(answered, said, book):
    answer = answered("why", book, "cy", "--at", NOW)
    assert answer["step"]["grounds"] == "do_not_call"
    stops = "do_not_call: they asked us not to call (since Mon 05 Jan 2026 12:00)"
    assert {"rule": "opt_out", "hook": "walk_away", "says": stops} in answer["says"]
    assert "they asked us not to call" in said("why", book, "cy", "--at", NOW).out


def test_why_says_who_rests_because_of_a_bad_line(said, answered, book):
    with Path(book, "history.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"contact": "ann", "type": "opt_out"}\n')
    assert "ann: rests, because it could not be read: history.jsonl:2" in said("why", book, "ann").out
    assert answered("why", book, "ann")["step"]["because"][0]["code"] == "unreadable"


def test_why_refuses_strangers_in_one_line(refused, book):
    assert "did you mean 'ann'?" in refused("why", book, "anne")
    assert "--at" in refused("why", book, "ann", "--at", "x")
    assert "BOOK" in refused("why")


def test_rules_are_listed_with_their_numbers_and_sources(said, answered):
    told = said("rules").out
    assert told.startswith("What comes first: opt-out > law > firm ground > a moment they named > other grounds")
    assert "most = 6  unanswered attempts in a row  [rulebook B5]" in told
    rules = {rule["name"]: rule for rule in answered("rules")["rules"]}
    assert rules["hours"]["question"].startswith("Is this a decent hour")
    assert rules["hours"]["answers"] == ["permits"]
    assert all(each["says"] and each["source"] for rule in rules.values() for each in rule["parameters"])


def test_rules_show_what_they_declare(said, answered):
    assert "    declares: at most 3 attempts in any 7 days; at most 6 attempts in any 30 days" in said("rules").out
    rules = {rule["name"]: rule for rule in answered("rules")["rules"]}
    assert rules["opt_out"]["declares"] == []
    assert rules["caps"]["declares"][0] == {
        "key": "cap",
        "says": "at most 3 attempts in any 7 days",
        "fields": {"most": 3, "days": 7},
        "lifted_by": ["first_return", "named_day", "named_hour"],
    }


def test_rules_show_a_number_of_ones_own_beside_the_default(said, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[persistence]\nmost = 4\n[pace]\noff = true\n")
    told = said("rules", "--playbook", str(path)).out
    assert "most = 4 (default 6)" in told
    assert "least_hours" not in told


def test_the_front_desk_helps(said, refused):
    for command in ("today", "next", "log", "why", "rules", "import", "demo"):
        assert command in said("--help").out
        assert "Usage" in said(command, "--help").out
    assert "today" in said().out
    assert "did you mean 'today'?" in refused("tody")
    assert "--versio" in refused("--versio")


# --- a rule that fails -----------------------------------------------------------------------------------------


def test_where_a_rule_fails_the_exit_code_is_3_and_nobody_is_rung(said, case, book, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("callrules.history.History.bought_at", property(broken))
    step = json.loads(said("next", case, "--json", code=3).out)
    assert (step["type"], step["because"][0]["code"]) == ("rest", "rule_failed")
    day = json.loads(said("today", book, "--at", NOW, "--json", code=3).out)
    assert day["calls"] == []
    assert said("why", book, "ann", "--at", NOW, code=3)
    assert said("log", book, "ann", "busy", "--at", NOW, code=3)


def test_rules_and_every_command_hear_the_installed_rules_that_a_file_asks_for(answered, said, book, tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text("installed = true\nowes_from = 2026-11-01\n[quiet_fridays]\nfrom_hour = 15\n")
    told = answered("rules", "--playbook", str(path))
    guest = next(rule for rule in told["rules"] if rule["name"] == "quiet_fridays")
    assert [each["value"] for each in guest["parameters"] if each["name"] == "from_hour"] == [15]
    assert told["owes_from"] == "2026-11-01"
    assert "2026-11-01" in said("rules", "--playbook", str(path)).out
    assert "quiet_fridays" in said("why", book, "ann", "--at", NOW, "--playbook", str(path)).out


def test_today_and_why_say_how_the_call_could_begin(said, book):
    assert "To begin with 1: “Hello " in said("today", book, "--at", NOW).out
    assert "\nIn words:\nHello Ann Lee" in said("why", book, "ann", "--at", NOW).out
