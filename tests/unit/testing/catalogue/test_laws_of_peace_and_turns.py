"""Who picks up, hangs up or waits is not harmed by it, and a rule that is not asked has nothing to say."""

import importlib
from pathlib import Path

import pytest

from callrules import (
    CallAttempt,
    Meeting,
    Outcome,
    Playbook,
    Purchase,
    Reason,
    Reflection,
    Window,
    Write,
    hookimpl,
)
from callrules.rules import HangUps, Hours, PromisedCalls
from callrules.step import Stop
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks, survey
from callrules.testing.policies import as_policy, declarations
from helpers.people import FRI, MON, TUE, somebody
from zoo.everything import SPECIMENS

ADA = somebody()
KNOWN = {law.id: law for law in LAWS}
LIVES, SEEDS = 100, range(3)
GOT_AWAY = {
    "hot_leads_first": "waiting-moves-up",
    "quiet_after_trouble": "only-with-is-all",
    "strike_while_hot": "leaves-talkers-in-peace",
    "second_chance": "hears-a-second-hang-up",
}


def written_by_a_stranger(name):
    table = Path(__file__).parents[3] / "strangers2" / f"wrong_{name}.toml"
    return as_policy(table if table.exists() else importlib.import_module(f"strangers2.wrong_{name}").POLICY)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("name", "law"), GOT_AWAY.items())
def test_what_got_away_from_every_seed_is_caught_from_each(name, law, seed):
    assert survey(written_by_a_stranger(name), [KNOWN[law]], examples=LIVES, seed=seed, to_the_first=True).failures


def accused(law, policy, life, when=f"{FRI} 10:00", seed=0):
    asked = as_policy(policy)
    declared = declarations(asked)
    held = KNOWN[law]
    if why := held.inapplicable(asked, declared):
        return why
    broken = breaks(held, Situation(asked, life.contact, life.history, life.at(when), declared, seed))
    return broken and broken.says


def rule_that(hook, answer, **more):
    """A rule with that method for a hook."""
    return type("Odd", (), {"name": "odd", "declares": (), hook: hookimpl(answer), **more})()


def head_start(days_of):
    return rule_that("priority", lambda self, step, now: days_of(max(0, (now - step.since).days)))


SINKS = head_start(lambda waited: -3 * waited)


def test_who_waits_is_not_put_back_for_ever():
    assert "loses 84 days of its turn in 6 weeks" in accused("waiting-moves-up", SINKS, ADA)
    each_year = head_start(lambda waited: -800 * (waited // 366))
    assert "days of its turn in 2 years" in accused("waiting-moves-up", each_year, ADA)


@pytest.mark.parametrize(
    "days_of",
    [
        lambda waited: -waited,
        lambda waited: -3 * min(waited, 30),
        lambda waited: 800 if waited < 200 else 0,
        lambda waited: 2 * waited,
    ],
    ids=["all alike", "fresh for a month", "until the fair", "the longer the better"],
)
def test_a_head_start_may_end_once(days_of):
    assert not accused("waiting-moves-up", head_start(days_of), ADA)


def test_a_call_that_they_named_comes_first_whatever_its_head_start():
    named = ADA.promised(f"{MON} 10:00", f"{TUE} 14:00", asked_by="them")
    assert not accused("waiting-moves-up", SINKS, named, f"{TUE} 14:00")


def test_who_gives_no_head_start_has_nothing_to_answer_for():
    assert accused("waiting-moves-up", Playbook().without("worth"), ADA) == "no rule gives a head start"


BAD_CALL = ADA.rung(f"{MON} 10:00", "hung_up").talked(f"{TUE} 10:00", "order")
ANSWERS = {
    "walk_away": lambda self, history: [
        Stop(grounds="odd", since=call.at, says="enough") for call in history.attempts if call.is_refusal
    ],
    "reasons": lambda self, history: [
        Reason(name="odd", about=f"{at}", due=at, says="they bought") for at in history.bought_at
    ],
    "permits": lambda self, history: (
        Window.never("a bad call") if any(call.is_refusal for call in history.attempts) else None
    ),
    "before": lambda self, history: [
        Write(since=call.at, purpose="sorry", channel="email") for call in history.attempts if call.is_refusal
    ],
    "priority": lambda self, history: 5 * len(history.attempts),
}


@pytest.mark.parametrize("hook", ANSWERS)
def test_a_rule_that_looks_at_more_than_it_names_is_told_what_to_add(hook):
    says = accused("only-with-is-all", rule_that(hook, ANSWERS[hook], only_with=(Reflection, Purchase)), BAD_CALL)
    assert f"speaks about `Purchase`, `Reflection` only, and speaks ({hook}) where there is none" in says
    assert "add to it what it looks at, of `CallAttempt`" in says


@pytest.mark.parametrize("hook", ANSWERS)
def test_a_rule_that_names_all_it_looks_at_is_silent_without_it(hook):
    for kinds in ((CallAttempt,), None):
        says = accused(
            "only-with-is-all", rule_that(hook, ANSWERS[hook], only_with=kinds), BAD_CALL.met(f"{MON} 09:00")
        )
        assert says in {None, "no rule of the author's says `only_with`"}


def test_an_order_by_telephone_is_an_outcome_and_no_purchase():
    says = accused("only-with-is-all", rule_that("reasons", ANSWERS["reasons"], only_with=(Purchase,)), BAD_CALL)
    assert "`Outcome.ORDER`" in says
    both = rule_that("reasons", ANSWERS["reasons"], only_with=(Purchase, Outcome.ORDER))
    assert not accused("only-with-is-all", both, BAD_CALL)


def test_what_speaks_without_any_fact_names_no_kinds():
    always = rule_that("priority", lambda self: 5, only_with=(Meeting,))
    assert "leave `only_with` out" in accused("only-with-is-all", always, ADA)


def test_a_window_that_is_open_for_ever_says_nothing():
    assert not accused("only-with-is-all", rule_that("permits", lambda self: Window(), only_with=(Meeting,)), ADA)


@pytest.mark.parametrize("seed", range(6))
def test_nobody_is_rung_again_and_again_for_picking_up(seed):
    says = accused("leaves-talkers-in-peace", SPECIMENS["while-they-talk"].make(), ADA, seed=seed)
    assert not says if seed % 3 == 1 else "rung 5 times in 14 days although they ask for no call" in says
    assert not accused("leaves-talkers-in-peace", Playbook(), ADA, seed=seed)


@pytest.mark.parametrize(("days", "broken"), [(1, True), (6, True), (8, False), (90, False)])
def test_a_second_hang_up_gives_a_week_of_peace(days, broken):
    policy = HangUps(rest_days=days)
    assert bool(accused("hears-a-second-hang-up", policy, ADA)) is broken


def test_a_call_that_was_promised_is_made_after_two_hang_ups():
    promised = ADA.promised(f"{FRI} 09:00", "2026-06-17", asked_by="them")
    policy = Playbook([Hours(), PromisedCalls()])
    assert policy.next_step(promised.contact, promised.history, promised.at("2026-06-17 10:00")).type == "call"
    assert not accused("hears-a-second-hang-up", policy, promised)
