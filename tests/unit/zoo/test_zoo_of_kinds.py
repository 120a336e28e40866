"""Seven kinds of wrong that seldom show: each has broken policies in the zoo, and decent neighbours in the herd."""

import pytest

from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks, survey
from callrules.testing.policies import as_policy, declarations
from callrules.testing.situations import Situation
from helpers.people import HOUSE, MON, somebody
from zoo.closed_files import CLOSED_FILES
from zoo.everything import SPECIMENS, ZOO
from zoo.herd import HERD
from zoo.indecent import INDECENT
from zoo.never_said import NEVER_SAID
from zoo.odd_grounds import ODD_GROUNDS
from zoo.overtaken import OVERTAKEN
from zoo.refused_ways import REFUSED_WAYS
from zoo.runs import Task, run
from zoo.sliding import SLIDING
from zoo.thresholds import THRESHOLDS

NEIGHBOURS = {
    "a ground of its own breaks an appointment": (CLOSED_FILES, {each.id for each in ODD_GROUNDS}),
    "windows that disagree with each other": (
        SLIDING,
        {"two-nights-on-it", "nine-of-their-days", "month-ends-as-windows", "month-ends-in-an-app"},
    ),
    "a threshold that nobody crosses": (
        THRESHOLDS,
        {"big-spenders-in-peace", "regulars-in-peace", "late-in-lisbon", "zoes-own"},
    ),
    "a rare sequence": (
        OVERTAKEN,
        {"peace-after-an-order", "time-to-be-introduced", "a-date-is-noted", "thought-over"},
    ),
    "an errand by a channel that they refused": (
        REFUSED_WAYS,
        {"brochure-where-wanted", "thanks-by-another-way", "goodbye-by-another-way", "sorry-by-another-way"},
    ),
    "numbers that are not decent": (INDECENT, {"long-days", "three-noes", "one-a-day", "patient"}),
    "a rule that never speaks": (
        NEVER_SAID,
        {"big-spenders-in-peace", "zoes-own", "paused-until-theirs", "two-years-after-an-order"},
    ),
}
"""Of each kind the broken policies, and by id the decent ones that do nearly the same."""
SELDOM = sorted(NEIGHBOURS["a rule that never speaks"][1])
KNOWN = {law.id: law for law in LAWS}
each_kind = pytest.mark.parametrize("kind", NEIGHBOURS)


@each_kind
def test_each_kind_has_three_specimens_and_four_decent_neighbours(kind):
    broken, decent = NEIGHBOURS[kind]
    assert len(set(broken) & set(ZOO)) >= 3
    assert len(decent & {each.id for each in HERD}) >= 4


@pytest.mark.parametrize("specimen", [*NEVER_SAID, *ODD_GROUNDS], ids=lambda specimen: specimen.id)
def test_what_is_said_of_it_is_a_sentence_and_it_is_made_afresh(specimen):
    assert specimen.says.endswith(".")
    assert specimen.make() is not specimen.make()


@pytest.mark.parametrize("specimen", NEVER_SAID, ids=lambda specimen: specimen.id)
def test_a_rule_that_can_never_speak_is_named(specimen):
    (silent,) = (rule.name for rule in specimen.make().rules if rule.name not in {each.name for each in HOUSE.rules})
    assert run(Task(specimen=specimen.id, seed=1, examples=5)).says == f"never spoke: {silent}"


@pytest.mark.parametrize("known_by", SELDOM)
def test_a_rule_that_seldom_speaks_is_heard_within_a_few_lives(known_by):
    led = survey(as_policy(SPECIMENS[known_by].make()), [KNOWN["rules-speak"]], examples=30)
    assert not led.voices.silent


def test_who_rang_in_vain_is_no_longer_cold_and_nobody_rings_them_back():
    policy, ada = SPECIMENS["no-longer-cold"].make(), somebody()
    law = KNOWN["returns-some-calls"]
    situation = Situation(policy, ada.contact, ada.history, ada.at(f"{MON} 10:00"), declarations(policy))
    assert "hear nothing for 14 days" in breaks(law, situation).says


def test_who_leaves_a_law_of_decency_aside_says_which_and_why():
    aside = {each.id: each for each in HERD if each.relaxed}
    small = {"never-calls", "night-shift", "promises-only", "no-endings", "bare-house"}
    assert aside.keys() == {*small, "leap-days-only", "no-holidays"}
    assert all(each.why for each in aside.values())
    decent = {law.id for law in LAWS if law.decent}
    assert all(each.relaxed <= decent for each in aside.values())


def test_a_ground_that_waits_is_not_accused_of_what_no_guard_permits():
    policy, law = SPECIMENS["gatekeepers-left-alone"].make(), KNOWN["appointment-outlives-grounds"]
    nowhere = somebody(None, None, role="gatekeeper").said_goodbye(f"{MON} 10:00")
    named = nowhere.rung("2026-07-06 10:00", "hung_up", callback_at="2026-07-07 02:15")
    situation = Situation(policy, named.contact, named.history, named.at("2026-07-07 10:00"), declarations(policy))
    assert "their zone is unknown" in situation.step.says
    assert not breaks(law, situation)
