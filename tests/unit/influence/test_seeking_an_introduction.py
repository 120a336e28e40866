"""C5: the step names whom to ask, where the playbook is given a map."""

import pickle

import pytest

from callrules import InvalidValue, Playbook
from callrules.rules import ColdDecisionMakers
from helpers.accounts import a_map
from helpers.people import HOUSE, MON, a_business

CHIEF = a_business(id="zoe", role="decision_maker")
MAP = a_map("ana 0.9 bo", "bo 0.8 zoe", "cy 0.6 zoe", warm=["ana", "cy"], decide=["zoe"])
WITH_A_MAP = HOUSE.with_rules(ColdDecisionMakers(influence=MAP))


def test_the_strongest_way_is_named_and_told():
    step = CHIEF.step(f"{MON} 10:00", WITH_A_MAP)
    assert (step.type, step.path) == ("seek_introduction", ("ana", "bo", "zoe"))
    assert step.says.endswith("ask ana for an introduction (ana → bo → zoe) first")


def test_without_a_way_the_path_is_still_to_be_found():
    for playbook in (HOUSE, HOUSE.with_rules(ColdDecisionMakers(influence=[a_map("ana 1 bo", warm=["ana"])]))):
        assert CHIEF.step(f"{MON} 10:00", playbook).path == ()


def test_an_introduction_opens_the_gate_with_a_map_as_well():
    introduced = CHIEF.introduced("2026-05-29 10:00")
    assert introduced.step(f"{MON} 10:00", WITH_A_MAP).type == "call"


def test_another_map_is_another_playbook():
    assert len({HOUSE.fingerprint, WITH_A_MAP.fingerprint, HOUSE.with_rules(ColdDecisionMakers()).fingerprint}) == 2
    assert pickle.loads(pickle.dumps(WITH_A_MAP)).fingerprint == WITH_A_MAP.fingerprint  # noqa: S301 - our own


def test_what_is_no_map_is_refused_when_the_rule_is_made():
    for odd in ("zoe", {"people": []}, ["zoe"], 7):
        with pytest.raises(InvalidValue, match="influence"):
            ColdDecisionMakers(influence=odd)


def test_a_map_can_stand_in_a_playbook_file(tmp_path):
    page = tmp_path / "ours.toml"
    page.write_text(
        '[[cold_decision_makers.influence]]\npeople = [{ id = "ana", takes_our_calls = true }, { id = "zoe" }]\n'
        'influences = [{ who = "ana", whom = "zoe", strength = 0.5 }]\n'
    )
    assert CHIEF.step(f"{MON} 10:00", Playbook.from_toml(page)).path == ("ana", "zoe")
