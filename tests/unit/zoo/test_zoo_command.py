"""`python -m zoo`: what it prints, and how it ends."""

import json

import attrs
import pytest

from zoo import __main__ as command
from zoo.everything import SPECIMENS

CAUGHT, HARMLESS = "clock-of-the-office", "the-house"
QUICKLY = ("--examples", "3", "--herd-examples", "1", "--jobs", "1")


@pytest.fixture
def add(monkeypatch):
    """Puts somebody into the zoo, or into the herd."""

    def put(specimen):
        monkeypatch.setitem(SPECIMENS, specimen.id, specimen)
        where = "HERD" if specimen.is_lawful else "ZOO"
        monkeypatch.setattr(command, where, (*getattr(command, where), specimen))
        return specimen.id

    return put


def a_wolf():
    """Broken, and kept in the herd."""
    return attrs.evolve(SPECIMENS[CAUGHT], id="a-wolf", group="herd", breaks=())


def a_sheep():
    """Lawful, and kept in the zoo."""
    return attrs.evolve(SPECIMENS[HARMLESS], id="a-sheep", group="zone and calendar", breaks={"cap"})


def printed(capsys, *known_by, more=()):
    code = command.main([*QUICKLY, *more, "--only", *known_by])
    return code, capsys.readouterr().out


def test_all_is_well_when_the_broken_are_caught_and_the_lawful_left_alone(capsys):
    code, told = printed(capsys, CAUGHT, HARMLESS)
    assert code == 0
    assert f"{CAUGHT}    1/1  a-zone-is-only-a-shift" in told
    assert "1 runs of 1 broken policies: caught 100.0% within 50" in told
    assert "1 lawful lives, 0 accused" in told


def test_it_fails_when_a_broken_policy_gets_away_and_says_who(capsys, add):
    code, told = printed(capsys, add(a_sheep()))
    assert code == 1
    assert "GOT AWAY" in told
    assert "got away: a-sheep: We keep to the rules of the house." in told


def test_it_fails_when_a_lawful_policy_is_accused_and_says_by_which_law(capsys, add):
    code, told = printed(capsys, add(a_wolf()), more=("--herd-examples", "3"))
    assert code == 1
    assert "accused: a-wolf by a-zone-is-only-a-shift (seed 0, case " in told


@pytest.mark.parametrize("wrong", [["--only", "nobody"], ["--examples", "0"], ["--seeds", "many"], ["--fast"]])
def test_arguments_that_make_no_sense_are_refused(wrong, capsys):
    with pytest.raises(SystemExit) as refused:
        command.main(wrong)
    assert refused.value.code == 2
    assert "usage: python -m zoo" in capsys.readouterr().err


def test_programs_get_every_seed_and_case(capsys):
    code, told = printed(capsys, CAUGHT, HARMLESS, more=("--seeds", "2", "--json"))
    found = json.loads(told)
    assert code == 0
    assert found["caught"] == {f"within {most}": 1.0 for most in (50, 100, 200, 500)}
    assert found["runs"] == 2
    assert not any(found[who] for who in ("got_away", "seldom_caught", "accused"))
    policy = found["policies"][0]
    assert policy.keys() == {"id", "group", "says", "caught", "median_case", "laws", "seeds"}
    assert (policy["id"], policy["caught"]) == (CAUGHT, "2/2")
    assert [each["seed"] for each in policy["seeds"]] == [0, 1]
    assert sum(policy["laws"].values()) == 2
    says = "We keep to the rules of the house."
    assert found["herd"] == [{"id": HARMLESS, "says": says, "cases": 2, "accused": 0}]


def test_several_processes_find_what_one_does(capsys):
    alone = printed(capsys, CAUGHT, HARMLESS, more=["--json"])
    assert printed(capsys, CAUGHT, HARMLESS, more=["--json", "--jobs", "2"]) == alone


def test_how_far_it_is_shows_on_a_terminal_only(capsys, monkeypatch):
    printed(capsys, HARMLESS)
    assert not capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    command.main([*QUICKLY, "--only", HARMLESS])
    assert capsys.readouterr().err == "\rzoo: 1 of 1 runs\n"
