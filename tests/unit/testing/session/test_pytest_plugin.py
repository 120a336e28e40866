"""The pytest plugin as an author meets it: small sessions of pytest, each held in a folder of its own."""

import json
import shlex
import subprocess
import sys
from types import SimpleNamespace

import pytest

from callrules.testing import conformance
from callrules.testing.catalogue import LAWS
from callrules.testing.judging import progress
from callrules.testing.session import closing_table
from callrules.testing.session.law_test import LawTest

pytest_plugins = ["pytester"]

LIGHT = ("-p", "no:hypothesispytest")
"""Hypothesis would be imported anew for the summary of each session."""


ACME = """
    import datetime as dt
    from callrules import Because, Call, Reason, Rest, Verdict
    from callrules.declared import Cap
    from callrules.testing import law
    from callrules.testing.lawbook import Tier

    WHY = Reason(name="prospect", says="never bought from us")
    BECAUSE = (Because("acme", "acme", "as we always did"),)

    class Keen:
        declares = (Cap(most=3, days=7),)
        def next_step(self, contact, history, now):
            return Call(at=now, reason=WHY, because=BECAUSE)
        def may_call(self, contact, history, at, *, number=None):
            return Verdict(allowed=True, because=BECAUSE)

    class Quiet(Keen):
        def next_step(self, contact, history, now):
            return Rest(at=None, because=BECAUSE)
        def may_call(self, contact, history, at, *, number=None):
            return Verdict(allowed=False, because=BECAUSE)

    class Early(Quiet):
        def may_call(self, contact, history, at, *, number=None):
            if at.minute == 7:
                raise ValueError("seven is no minute of ours")
            return super().may_call(contact, history, at, number=number)

    @law("nobody", says="Nobody is rung.")
    def nobody(situation):
        if situation.call:
            yield "a call"

    @law("polite", says="Nobody is rung, if it can be helped.", tier=Tier.ADVISORY)
    def polite(situation):
        if situation.call:
            yield "a call"

    @law("pigs", says="When pigs fly, nobody is rung.", moment="pigs fly", reached=lambda situation: False)
    def pigs(situation):
        yield "a pig"

    @law("roomy", says="A cap leaves room.", needs=Cap)
    def roomy(situation):
        if any(cap.most < 5 for cap in situation.facts_declared(Cap)):
            yield "a small cap"

    @law("at-seven", says="The gate answers at seven minutes past.", moment="seven past")
    def at_seven(situation):
        situation.gate(situation.now.replace(minute=7))
        yield from ()
"""


@pytest.fixture(autouse=True)
def at_home(monkeypatch):
    """Not on CI, where pytest prints more."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("BUILD_NUMBER", raising=False)


@pytest.fixture
def session(pytester):
    """Run pytest over a file with these lines, few lives in each survey."""
    pytester.makepyfile(acme=ACME)

    def run(lines, *args, examples=2):
        imports = "from acme import *\nfrom callrules.testing import Relax, laws\n"
        pytester.makepyfile(test_acme=imports + lines)
        many = () if examples is None else (f"--callrules-examples={examples}",)
        return pytester.runpytest_inprocess(*LIGHT, *many, *args)

    return run


KEEN = "test_cadence = laws(Keen(), only=['nobody', 'total'], extra_laws=[nobody])"
QUIET = KEEN.replace("Keen", "Quiet")


def test_three_lines_give_one_item_for_each_law(pytester):
    pytester.makepyfile(
        "from callrules.testing import laws\nfrom callrules import Playbook\ntest_it = laws(Playbook())"
    )
    listed = pytester.runpytest_inprocess(*LIGHT, "--collect-only", "-q", "--strict-markers", "-m", "callrules")
    listed.stdout.fnmatch_lines([f"*::test_it[[]{law.id}[]]" for law in LAWS])
    assert listed.ret == 0


def test_a_broken_law_fails_with_its_story_and_no_traceback(session):
    ran = session(KEEN)
    ran.assert_outcomes(passed=1, failed=1)
    ran.stdout.fnmatch_lines(["BROKEN  nobody: Nobody is rung.", "        a call (seed 0, case 1)", "FOUND   *: call*"])
    ran.stdout.no_fnmatch_line("*Traceback*")
    ran.stdout.no_fnmatch_line("*front.py*")


def test_after_collection_it_says_what_is_declared(session):
    told = session(KEEN + "\ntest_ours = laws(only=['total'])")
    told.stdout.fnmatch_lines(
        [
            "collected 3 items",
            "callrules: test_acme.py::test_cadence declares at most 3 attempts in any 7 days",
            "callrules: test_acme.py::test_ours declares all * facts of the house rules",
        ]
    )


def test_on_ci_too_a_story_is_told_once(session, monkeypatch):
    monkeypatch.setenv("CI", "true")
    told = session(KEEN)
    assert len([line for line in told.stdout.lines if line.startswith("FOUND ")]) == 1
    told.stdout.fnmatch_lines(["FAILED test_acme.py::test_cadence[[]nobody] - Failed: BROKEN  nobody: Nobody is rung."])


def test_the_command_in_the_story_shows_it_again(session, pytester):
    told = session(KEEN, "--callrules-seed=7")
    again = session(KEEN, *_again(told), examples=None)
    again.assert_outcomes(failed=1)
    assert _story(again) == _story(told)
    assert _again(told) == ["test_acme.py::test_cadence[nobody]", "--callrules-examples=2", "--callrules-seed=7"]


def test_the_command_is_right_from_another_folder(session, pytester, monkeypatch):
    monkeypatch.chdir(pytester.mkdir("elsewhere"))
    told = session(KEEN, "--rootdir", str(pytester.path), str(pytester.path))
    assert _again(told)[0] == "../test_acme.py::test_cadence[nobody]"


def test_where_another_law_met_it_the_command_names_both(session, pytester):
    lines = "test_it = laws(Early(), only=['total', 'at-seven'], extra_laws=[at_seven])"
    told = session(lines)
    told.stdout.fnmatch_lines(["*the policy raised ValueError: seven is no minute of ours*"])
    assert _again(told)[:2] == ["test_acme.py::test_it[total]", "test_acme.py::test_it[at-seven]"]
    assert _story(session(lines, *_again(told), "--callrules-pin", examples=None)) == _story(told)
    (pin,) = pytester.path.glob(f"{conformance.PINS}/total-*.story")
    assert ":07  => ?" in pin.read_text("utf-8"), "kept is the one question that shows it"


def test_laws_are_chosen_with_k_and_the_last_failed_with_lf(session):
    session(KEEN, "-k", "total").assert_outcomes(passed=1, deselected=1)
    session(KEEN).assert_outcomes(passed=1, failed=1)
    session(KEEN, "--lf").assert_outcomes(failed=1, deselected=0)


def test_two_workers_come_to_the_same_verdicts_and_one_table(session, pytester):
    pytest.importorskip("xdist")
    ran = session(KEEN, "-n", "2", "--callrules-report=laws.json")
    ran.assert_outcomes(passed=1, failed=1)
    ran.stdout.fnmatch_lines(["*callrules: catalogue *", "test_acme.py::test_cadence 1 holds, 1 broken*"])
    assert _again(ran)[0] == "test_acme.py::test_cadence[nobody]"
    report = json.loads((pytester.path / "laws.json").read_text("utf-8"))
    assert {each["law"]: each["outcome"] for each in report["tests"][0]["laws"]} == {
        "nobody": "broken",
        "total": "holds",
    }


def test_a_kept_counterexample_is_looked_at_first_until_the_rule_is_mended(session, pytester):
    session(KEEN, "--callrules-pin").stdout.fnmatch_lines(["KEEP    kept as *nobody-*.story"])
    (pin,) = pytester.path.glob(f"{conformance.PINS}/nobody-*.story")
    assert pin.read_text("utf-8").startswith("# nobody seed=")
    session(KEEN, examples=1).stdout.fnmatch_lines(["*nobody: pinned: a call"])
    session(QUIET, examples=1).assert_outcomes(passed=2)


def test_strict_fails_what_was_not_exercised_and_what_only_warns(session):
    lines = "test_it = laws(Keen(), only=['pigs', 'polite'], extra_laws=[pigs, polite])"
    told = session(lines, "-Walways")
    told.assert_outcomes(passed=1, skipped=1, warnings=0)
    told.stdout.fnmatch_lines(["  warned: polite (case 1): a call (more with --callrules-strict)"])
    told.stdout.no_fnmatch_line("BROKEN *")
    strict = session(lines, "--callrules-strict")
    strict.assert_outcomes(failed=2)
    strict.stdout.fnmatch_lines(["*no case of 2 reached: pigs fly", "BROKEN  polite: *"])


def test_without_the_table_a_law_that_only_warns_is_told_in_one_line(session):
    told = session(
        "test_it = laws(Keen(), only=['polite'], extra_laws=[polite], examples=2)",
        "-p",
        "no:callrules",
        "-Walways",
        examples=None,
    )
    told.assert_outcomes(passed=1, warnings=1)
    told.stdout.fnmatch_lines(["*LawWarning: polite: holds (2 cases, *): a call (more with --callrules-strict)*"])
    told.stdout.no_fnmatch_line("*BROKEN*")


def test_a_rule_that_never_spoke_is_warned_of_and_fails_when_strict(session):
    lines = """
from callrules import hookimpl
class Mute:
    name = "mute"
    @hookimpl
    def permits(self, at):
        return None
test_it = laws(Mute(), only=["rules-speak"])
"""
    told = session(lines)
    told.assert_outcomes(passed=1)
    spoke, never = "*rules: mute spoke in 0 of 2 lives, decided 0 times", "*warned: rules-speak: *never spoke: mute"
    told.stdout.fnmatch_lines([spoke, never])
    session(lines, "--callrules-strict").assert_outcomes(failed=1)


def test_a_law_of_decency_left_aside_shows_its_reason_in_the_table(session):
    lines = "test_it = laws(Quiet(), only=['decent-hours'], relax={'decent-hours': Relax.wholly('bakers are awake')})"
    session(lines).stdout.fnmatch_lines(["*relaxed: decent-hours: bakers are awake"])


def test_the_report_tells_verdicts_versions_zones_and_declared_facts(session, pytester):
    session(KEEN, "--callrules-report=out/laws.json").stdout.fnmatch_lines(["every verdict is in out/laws.json"])
    report = json.loads((pytester.path / "out" / "laws.json").read_text("utf-8"))
    assert set(report["versions"]) == {"python", "callrules", "hypothesis", "pytest", "tzdata"}
    assert set(report["zones"]) == {"release", "source", "looked_in"}
    (test,) = report["tests"]
    assert (test["test"], test["seed"], test["cases"]) == ("test_acme.py::test_cadence", 0, 2)
    assert test["declares"] == ["policy: at most 3 attempts in any 7 days"]
    broken = test["laws"][0]
    assert (broken["law"], broken["outcome"], broken["says"], broken["first_case"]) == ("nobody", "broken", "a call", 1)
    assert "picture" not in broken


def test_stories_are_written_as_text_and_as_picture(session, pytester):
    session(KEEN, "--callrules-stories=stories")
    text, picture = (pytester.path / "stories" / f"test_acme.py-test_cadence-nobody.{kind}" for kind in ("txt", "svg"))
    assert text.read_text("utf-8").startswith("BROKEN  nobody: Nobody is rung.")
    assert "BROKEN nobody: a call" in picture.read_text("utf-8")
    assert picture.read_text("utf-8").startswith("<svg ")


def test_a_relaxed_law_is_held_against_the_other_number(session):
    strict = "test_it = laws(Quiet(), only=['roomy'], extra_laws=[roomy])"
    session(strict).assert_outcomes(failed=1)
    relax = ", relax={'roomy': Relax.to(Cap(most=9, days=7), why='contract')})"
    ran = session(strict.removesuffix(")") + relax)
    ran.assert_outcomes(passed=1)
    ran.stdout.fnmatch_lines(["*relaxed: roomy: contract"])


def test_a_law_said_not_to_apply_is_refused_where_it_applies(session):
    refused = session(
        QUIET.replace("laws(", "laws(not_applicable={'nobody': 'we never ring'}, *[").replace("()", "()]")
    )
    refused.assert_outcomes(passed=1, failed=1)
    refused.stdout.fnmatch_lines(["nobody: broken *said not to apply (we never ring), but 2 of 2 cases reached: any"])


def test_a_law_known_to_be_broken_is_expected_to_fail_and_fails_once_it_holds(session):
    known = ", known_broken={'nobody': 'until June'})"
    session(KEEN.removesuffix(")") + known).assert_outcomes(passed=1, xfailed=1)
    mended = session(QUIET.removesuffix(")") + known)
    mended.assert_outcomes(passed=1, failed=1)
    mended.stdout.fnmatch_lines(["*said to be broken (until June), and holds: take the word back"])


def test_without_the_plugin_the_laws_are_the_same(pytester):
    pytester.makepyfile(
        acme=ACME, test_acme=f"from acme import *\nfrom callrules.testing import laws\n{KEEN[:-1]}, examples=2)"
    )
    ran = pytester.runpytest_inprocess(*LIGHT, "-p", "no:callrules", "--strict-markers")
    ran.assert_outcomes(passed=1, failed=1)
    assert _again(ran) == ["test_acme.py::test_cadence[nobody]"]


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("--callrules-examples=0", "*--callrules-examples: found 0, expected at least 1*"),
        ("--callrules-examples=many", "*--callrules-examples: found 'many', expected a whole number*"),
        ("--callrules-seed=-1", "*--callrules-seed: found '-1', expected a whole number*"),
        ("--callrules-report=.", "*--callrules-report: found '.', expected a file to write*"),
        ("--callrules-stories=acme.py", "*--callrules-stories: found 'acme.py', expected a folder*"),
    ],
)
def test_what_cannot_be_meant_is_one_clear_error(session, option, says):
    refused = session(KEEN, option)
    assert refused.ret == pytest.ExitCode.USAGE_ERROR
    refused.stderr.fnmatch_lines([says])
    refused.stderr.no_fnmatch_line("*Traceback*")


def test_the_ini_file_says_how_many_lives_unless_the_command_line_does(session, pytester):
    pytester.makeini("[pytest]\ncallrules_examples = 3")
    session(QUIET, examples=None).stdout.fnmatch_lines(["*2 hold (3 cases, *"])
    session(QUIET, examples=1).stdout.fnmatch_lines(["*2 hold (1 case, *"])
    pytester.makeini("[pytest]\ncallrules_examples = few")
    session(QUIET, examples=None).stderr.fnmatch_lines(["*ini option callrules_examples: found 'few', expected *"])


def test_the_head_and_the_markers_say_what_is_here(session):
    session(QUIET).stdout.fnmatch_lines(["callrules *, zones * (*)"])
    session(QUIET, "--markers").stdout.fnmatch_lines(["@pytest.mark.callrules: *"])


def test_a_session_without_laws_is_told_nothing_at_its_end(pytester):
    pytester.makepyfile("def test_other(): pass")
    pytester.runpytest_inprocess(*LIGHT).stdout.no_fnmatch_line("*callrules: catalogue*")


def test_every_session_loads_the_plugin_and_nothing_heavy_with_it():
    heavy = "{'hypothesis', 'attrs', 'callrules.facts', 'callrules.playbook', 'callrules.testing.judging.trial'}"
    asked = f"import sys, callrules.testing.session.plugin; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True).strip() == "[]"


def _verdict(law, outcome="holds", **more):
    return {"law": law, "outcome": outcome, "moment": law, "cases": 100, "lives": 9, "seconds": 1.5, **more}


def _table(*verdicts, verbose=False):
    judged = LawTest(test="t.py::test", declares=["caps: at most 3"], seed=0, catalogue="1.0", laws=list(verdicts))
    return [f"{line.label} {line.rest}" for line in closing_table.lines([judged], verbose=verbose)]


def test_where_all_laws_hold_the_table_is_one_line():
    assert _table(_verdict("cap"), _verdict("gap")) == ["t.py::test 2 hold (100 cases, seed 0, 1.5 s)"]
    assert len(_table(_verdict("cap"), verbose=True)) > 1


def test_the_table_tells_the_worst_first_and_what_was_seldom_reached():
    missed = _verdict("snooze", "not exercised", lives=0, says="no case", remedy="look at more cases")
    also_missed = {**missed, "law": "dead", "moment": "a dead number"}
    warned = _verdict("cold", story="BROKEN ...", says="only a warning: a call")
    rare = [_verdict(f"law-{lives}", lives=lives) for lives in (5, 1, 3, 2)]
    broken = _verdict("cap", "broken", says="too often", first_case=4)
    assert _table(missed, warned, *rare, broken, also_missed) == [
        "t.py::test 4 hold, 1 broken, 2 not exercised, 1 only warned of (100 cases, seed 0, 1.5 s)",
        "declares: at most 3",
        "broken: cap (case 4): too often",
        "not exercised: snooze, dead",
        "remedy: look at more cases",
        "warned: cold: only a warning: a call",
        "moments never reached: snooze; a dead number",
        "rarest moments: law-1 (1 of 100 cases); law-2 (2 of 100 cases); law-3 (3 of 100 cases)",
    ]


def test_laws_that_another_explains_are_counted_in_one_line():
    broken = _verdict("asking-is-free", "broken", says="two things", first_case=4)
    explained = [_verdict(name, "explained", says="broken as well", first_case=2) for name in ("gap", "cap")]
    assert _table(broken, *explained)[:4] == [
        "t.py::test 0 hold, 1 broken, 2 broken with it (100 cases, seed 0, 1.5 s)",
        "declares: at most 3",
        "broken: asking-is-free (case 4): two things",
        "explained: 2 laws: broken as well",
    ]


class Watched:
    """A session somebody looks at, or does not."""

    def __init__(self, **terminal):
        shown = SimpleNamespace(**({"verbosity": 0, "isatty": True} | terminal))
        self.pluginmanager = SimpleNamespace(get_plugin={"terminalreporter": shown, "capturemanager": None}.get)

    def get_terminal_writer(self):
        return SimpleNamespace(width_of_current_line=10, fullwidth=80)


def test_how_far_a_survey_is_shown_and_taken_back(monkeypatch, capsys):
    monkeypatch.setattr(progress, "OFTEN", 0)
    told = progress.progress_on(Watched(), 2)
    told(1)
    assert capsys.readouterr().out.endswith(" callrules: 1/2 lives")
    told(2)
    words = len(" callrules: 1/2 lives")
    assert capsys.readouterr().out == "\b" * words + " " * words + "\b" * words


def test_where_nobody_looks_on_no_progress_is_shown():
    assert progress.progress_on(Watched(isatty=False), 2) is None
    assert progress.progress_on(Watched(verbosity=-1), 2) is None
    worker = Watched()
    worker.workerinput = {}
    assert progress.progress_on(worker, 2) is None


def _again(ran):
    (line,) = [line for line in ran.stdout.lines if line.startswith("AGAIN   pytest ")]
    return shlex.split(line)[2:]


def _story(ran):
    lines = ran.stdout.lines
    begins = next(place for place, line in enumerate(lines) if line.startswith("BROKEN  "))
    return lines[begins : next(place for place, line in enumerate(lines) if line.startswith("AGAIN "))]
