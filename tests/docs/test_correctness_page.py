"""The page of figures: measured by its command, written from what was found, and complete."""

import importlib
import json
import re
import sys

import pytest
from pages import ROOT

from callrules.playbook import Playbook
from callrules.testing.generating.generator import Generator
from callrules.testing.lives import events
from callrules.testing.policies import declarations
from zoo.everything import ZOO
from zoo.herd import HERD
from zoo.runs import HELD

PAGE = ROOT / "docs" / "explanation" / "correctness.md"
CAUGHT, HARMLESS = "opens-a-minute-early", "the-house"
SOME_LIVES = 26


@pytest.fixture(scope="module", autouse=True)
def _on_the_path():
    sys.path.insert(0, str(ROOT / "docs"))
    yield
    sys.path.remove(str(ROOT / "docs"))


@pytest.fixture(scope="module")
def making():
    """A module of those that make the page, by name."""
    return lambda name: importlib.import_module(f"zoo.report.{name}")


@pytest.fixture(scope="module")
def command():
    """The command that measures and writes."""
    return importlib.import_module("zoo.report.__main__").main


@pytest.fixture(scope="module")
def figures():
    """What was measured, and is kept."""
    return json.loads(PAGE.with_suffix(".json").read_text("utf-8"))


def test_the_page_is_written_from_the_figures_that_are_kept(figures, making):
    assert PAGE.read_text("utf-8") == making("page").written(figures), (
        "run `PYTHONPATH=tests:docs python -m zoo.report write`"
    )


def test_every_part_was_measured(figures, making):
    assert set(making("figures").PARTS) <= figures.keys()


@pytest.mark.parametrize("part", ["kills", "matrix"])
def test_every_broken_policy_of_today_was_measured(figures, part):
    assert {each.id for each in ZOO} <= figures[part]["policies"].keys(), f"measure --part {part}"


def test_every_lawful_policy_of_today_was_measured(figures):
    assert {each.id for each in HERD} <= figures["herd"]["policies"].keys(), "measure --part herd"


def test_every_law_of_today_was_measured(figures):
    assert {each.id for each in HELD} <= figures["reach"]["laws"].keys(), "measure --part reach"


def test_every_policy_and_every_law_is_told_by_name():
    rows = set(re.findall(r"^\| `([\w-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE))
    assert {each.id for each in (*ZOO, *HERD, *HELD)} <= rows


def test_no_figure_is_told_without_its_command():
    told = PAGE.read_text("utf-8").partition("\n## ")[2]
    silent = [each.splitlines()[0] for each in told.split("\n## ") if "zoo.report measure --part" not in each]
    assert set(silent) <= {"The mutants", "The strangers", "What this does not show"}


def test_each_part_is_measured_by_itself_and_kept_beside_the_others(command, tmp_path):
    kept, page = tmp_path / "figures.json", tmp_path / "page.md"
    few = ["--examples", "2", "--jobs", "1", "--seeds", "2", "--into", str(kept), "--only", CAUGHT, HARMLESS]
    for part in ("survey", "reach", "kills", "stories", "matrix", "herd"):
        assert command(["measure", "--part", part, *few]) == 0
    found = json.loads(kept.read_text("utf-8"))
    assert len(found["kills"]["policies"][CAUGHT]["cases"]) == 2
    assert found["herd"]["policies"][HARMLESS] == {"lives": 4, "accused": []}
    assert command(["write", str(kept), "--into", str(page)]) == 0
    assert f"| `{CAUGHT}` |" in page.read_text("utf-8")


def test_a_policy_measured_again_leaves_the_others_as_they_were(making, monkeypatch):
    figures, scope = making("figures"), making("scope").Scope
    part = figures.Part(lambda scope: [{"policies": dict.fromkeys(scope.only, "anew")}], scope(examples=1))
    monkeypatch.setitem(figures.PARTS, "kills", part)
    known = {"kills": {"asked": {"examples": 500}, "policies": {CAUGHT: "before", HARMLESS: "before"}}}
    met = list(figures.measure("kills", scope(examples=2, only=frozenset({CAUGHT})), known))[-1]
    assert met["kills"] == {"asked": {"examples": 500}, "policies": {CAUGHT: "anew", HARMLESS: "before"}}


def test_what_was_found_is_there_after_each_whole_seed(making):
    scope = making("scope").Scope(examples=1, seeds=3, jobs=1, only=frozenset({HARMLESS}))
    assert [(each["seeds"], each["policies"][HARMLESS]["lives"]) for each in making("catching").herd(scope)] == [
        (1, 1),
        (2, 2),
        (3, 3),
    ]


def test_lives_of_further_seeds_are_added_to_those_that_are_kept(making, monkeypatch):
    figures, scope = making("figures"), making("scope").Scope
    found = {"seeds": 3, "policies": {HARMLESS: {"lives": 96, "accused": ["told"]}}}
    monkeypatch.setitem(figures.PARTS, "herd", figures.Part(lambda _: [found], scope(examples=48)))
    known = {"herd": {"asked": {"seeds": 1}, "policies": {HARMLESS: {"lives": 48, "accused": []}}}}
    met = list(figures.measure("herd", scope(examples=48, seeds=3, before=1), known))[-1]["herd"]
    assert (met["asked"]["seeds"], met["policies"][HARMLESS]) == (3, {"lives": 144, "accused": ["told"]})


def test_only_the_seeds_that_follow_are_led(making):
    scope = making("scope").Scope(examples=1, seeds=3, before=1, jobs=1, only=frozenset({HARMLESS}))
    assert [(each["seeds"], each["policies"][HARMLESS]["lives"]) for each in making("catching").herd(scope)] == [
        (2, 1),
        (3, 2),
    ]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["--examples", "5"], "say which"),
        (["--part", "mutants"], "with --text FILE"),
        (["--part", "kills", "--seeds", "9", "--go-on"], "is for --part herd"),
        (["--part", "herd", "--go-on"], "up to which seed"),
    ],
)
def test_arguments_that_make_no_sense_are_refused(command, capsys, wrong, told):
    with pytest.raises(SystemExit):
        command(["measure", *wrong])
    assert told in capsys.readouterr().err


def test_what_was_found_by_changing_code_is_told_as_it_was_written(command, tmp_path):
    kept, text, page = (tmp_path / name for name in ("figures.json", "mutants.md", "page.md"))
    text.write_text("Nine of ten changes are noticed. The rest:\n\n* one\n", "utf-8")
    command(["measure", "--part", "mutants", "--text", str(text), "--into", str(kept)])
    command(["write", str(kept), "--into", str(page)])
    told = page.read_text("utf-8")
    assert "| Nine of ten changes are noticed. |" in told
    assert "## The mutants\n\nNine of ten changes are noticed. The rest:\n\n* one\n" in told


def test_each_feature_taken_away_changes_the_lives_that_are_led(making):
    features = making("features")
    house = Playbook()
    usual = lives_under(Generator(house, declarations(house)))
    assert lives_under(features.FEATURES[features.EVERY_FEATURE](house)) == usual
    for name, generator in features.FEATURES.items():
        if name != features.EVERY_FEATURE:
            assert lives_under(generator(house)) != usual, name


def lives_under(generator):
    """Every situation of some lives: who it is about, and what has happened."""
    met = [each for case in range(SOME_LIVES) for each, _ in generator.situations(generator.drawn(0, case))]
    return [(each.contact, each.history.entries, each.now) for each in met]


def test_deeds_that_are_taken_away_exist(making):
    features = making("features")
    known = {event.__name__ for theme in events.THEMES for event in theme}
    assert known >= features.OWN_STEPS | features.PASTS | features.NEIGHBOURS | features.HOSTILE
