"""`callrules script` and `callrules lint`: for people, for programs, and what is refused."""

import json

import pytest

from callrules.cli.front import run

CASE = {
    "now": "2026-06-01T10:00:00Z",
    "contact": {"id": "ada", "name": "Ada Lind", "timezone": "Europe/Berlin", "phones": [{"number": "+493012345670"}]},
    "history": [],
}
HUNG_UP = {
    **CASE,
    "contact": {**CASE["contact"], "email": "ada@example.com"},
    "history": [{"type": "call_attempt", "at": "2026-06-01T09:00:00Z", "disposition": "hung_up"}],
}
OPTED_OUT = {**CASE, "history": [{"type": "opt_out", "at": "2026-05-01T09:00:00Z"}]}


@pytest.fixture
def said(capsys, tmp_path):
    def run_it(*arguments, code=0, case=None):
        path = tmp_path / "case.json"
        path.write_text(json.dumps(case or CASE))
        capsys.readouterr()
        assert run([str(path) if each == "CASE" else each for each in arguments]) == code, capsys.readouterr()
        return capsys.readouterr()

    return run_it


def test_a_script_for_programs_has_its_fields_and_no_others(said):
    script = json.loads(said("script", "CASE", "--json", "--name", "Bea Roth", "--number", "+493012345671").out)
    assert list(script) == ["for_them", "opener", "agenda", "voicemail", "text", "afterwards", "cautions"]
    assert set(script["opener"]) == {"text", "rests_on"}
    assert set(script["agenda"]) == {"objective", "asks", "outcome", "path", "buy_in", "proceed", "next_call"}
    assert "Bea Roth" in script["opener"]["text"]
    assert "contact.name" in script["opener"]["rests_on"]
    assert script["voicemail"]["seconds"] <= 30
    assert script["text"] is None
    assert len(script["afterwards"]) == 3


def test_what_does_not_fit_the_step_is_null(said):
    script = json.loads(said("script", "CASE", "--json", case=HUNG_UP).out)
    assert (script["opener"], script["agenda"], script["voicemail"], script["for_them"]) == (None,) * 4
    assert script["text"].startswith("Dear Ada Lind,")
    assert json.loads(said("next", "CASE", "--json", case=HUNG_UP).out)["text"] == script["text"]


def test_a_script_for_people_is_labelled(said):
    told = said("script", "CASE").out
    for label in ("for them", "begin", "aim", "ask", "path", "outcome", "next", "message", "after", "mind"):
        assert f"\n  {label} " in told


def test_who_opted_out_gets_no_words_anywhere(said):
    script = json.loads(said("script", "CASE", "--json", case=OPTED_OUT).out)
    assert {script[each] for each in ("opener", "agenda", "voicemail", "text")} == {None}
    assert json.loads(said("next", "CASE", "--json", case=OPTED_OUT).out)["text"] is None


def test_next_shows_how_to_begin(said):
    assert "\n  begin " in said("next", "CASE").out


def test_lint_finds_and_says_so_with_exit_code_1(said):
    found = json.loads(said("lint", "Hi Ada, just checking in.", "--json", code=1).out)["findings"]
    assert [set(each) for each in found] == [{"rule", "says", "found", "at", "better"}]
    assert (found[0]["rule"], found[0]["found"], found[0]["at"]) == ("bare_check_in", "just checking in", [8, 24])
    assert "1:9: bare_check_in" in said("lint", "Hi Ada, just checking in.", code=1).out


def test_lint_passes_what_is_decent_with_exit_code_0(said):
    assert "Nothing is wrong" in said("lint", "You asked me on Tuesday to call.").out
    assert json.loads(said("lint", "You asked me to call.", "--json").out) == {"findings": []}


def test_lint_reads_a_file_and_names_the_line(said, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Dear Ada,\n\nplease, please listen.\n")
    assert "3:1: pleading" in said("lint", str(path), code=1).out


def test_lint_says_what_is_untrue_about_a_case(said):
    found = json.loads(said("lint", "We met on 3 March.", "--true", "CASE", "--json", code=1).out)["findings"]
    assert {each["rule"] for each in found} == {"claim", "date"}
    assert said("lint", "We met on 3 March.").out


def test_lint_takes_the_kind_into_account(said):
    text = "This month there is a discount."
    assert said("lint", text).out
    assert said("lint", text, "--kind", "after_hang_up", code=1).out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("lint", "  "), "found no words"),
        (("lint", "fine words", "--true", "nowhere.json"), "nowhere.json"),
        (("script", "nowhere.json"), "nowhere.json"),
        (("script", "CASE", "--number", "12"), "--number: found"),
    ],
)
def test_bad_input_is_one_line(said, arguments, told):
    error = said(*arguments, code=2).err
    assert told in error
    assert error.count("\n") == 1
