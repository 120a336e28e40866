"""Noes add up, mails with which nobody turns to us end nothing, and head starts have an end."""

import importlib
from pathlib import Path

import pytest

from callrules import Message, Playbook
from callrules.calendars import DAY
from callrules.declared import POLITE, Besides
from callrules.moments import outside
from callrules.rules import Refusals
from callrules.testing.catalogue.shared.decency import NO_WORD_OF_THEIRS
from callrules.testing.judging.survey import survey
from callrules.testing.oracle import came_back
from callrules.testing.policies import as_policy
from helpers.accusing import ADA, KNOWN, accused, rule_that
from helpers.people import MON, TUE

LIVES, SEEDS = 100, range(4)
GOT_AWAY = {
    "strangers7/wrong_snooze_ends_with_a_mail": "leaves-in-peace-as-asked",
    "strangers7/wrong_noes_that_never_add_up": "noes-add-up",
    "strangers7/wrong_points_for_turnover": "head-starts-end",
    "strangers6/wrong_big_spenders_first": "head-starts-end",
}


def written_by_a_stranger(name):
    table = Path(__file__).parents[3] / f"{name}.toml"
    return as_policy(table if table.exists() else importlib.import_module(name.replace("/", ".")).POLICY)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("name", "law"), GOT_AWAY.items())
def test_what_got_away_is_caught_from_each_seed(name, law, seed):
    assert survey(written_by_a_stranger(name), [KNOWN[law]], examples=LIVES, seed=seed, to_the_first=True).failures


@pytest.mark.parametrize("reply", [each for each in NO_WORD_OF_THEIRS if each])
def test_nobody_turns_to_us_with_what_comes_in_there(reply):
    mail = Message(at=ADA.at(f"{MON} 10:00"), channel="email", direction="inbound", reply=reply)
    assert not came_back(mail)
    assert not mail.is_a_no


@pytest.mark.parametrize(("months", "broken"), [(1, True), (12, False), (120, False)])
def test_three_noes_a_month_are_never_said(months, broken):
    policy = Refusals(times=3, decision_maker_times=3, within_months=months)
    assert bool(accused("noes-add-up", policy)) is broken


@pytest.mark.parametrize(("times", "broken"), [(3, False), (6, False), (7, True)])
def test_six_noes_are_enough_whatever_is_declared(times, broken):
    policy = Refusals(times=times, decision_maker_times=times, within_months=60)
    assert bool(accused("noes-add-up", policy)) is broken


@pytest.mark.parametrize(("days", "broken"), [(150, True), (370, False)])
def test_a_long_peace_after_each_no_is_as_good_as_an_end(days, broken):
    def permits(self, history, reason, at):
        noes = [(each.at, each.at + days * DAY) for each in history.facts if each.is_a_no]
        return None if reason.is_first_return(history) else outside(noes, at, "peace after a no", yields=True)

    rests = rule_that("permits", permits, Besides(what="peace after a no", lifted_by=POLITE))
    says = accused("noes-add-up", Playbook().without("refusals").with_rules(rests))
    assert bool(says) is broken


def head_start(days_of):
    return rule_that("priority", lambda self, history: float(days_of(history)))


def spent(history):
    return sum(float(each.amount or 0) for each in history.still_bought)


ENDLESS = {
    "a point for a hundred": lambda history: spent(history) / 100,
    "the other way round": lambda history: -spent(history) / 100,
    "only in dong": lambda history: sum(float(each.amount) for each in history.still_bought if each.currency == "VND"),
    "each order": lambda history: len(history.still_bought),
    "each day of purchase": lambda history: len(history.days_bought),
    "each talk": lambda history: 5 * len(history.talks),
    "each mail": lambda history: len(history.messages),
    "each friend": lambda history: 2 * len({each.by for each in history.introductions}),
}


@pytest.mark.parametrize("days_of", ENDLESS.values(), ids=ENDLESS)
def test_a_head_start_that_grows_without_end_is_accused(days_of):
    assert ": without an end" in accused("head-starts-end", head_start(days_of))


def test_a_head_start_too_large_to_be_a_number_is_accused():
    says = accused("head-starts-end", head_start(lambda history: 3 ** len(history.still_bought)))
    assert "OverflowError" in says
    assert "each day for years has no turn" in says


BOUNDED = {
    "a month at most": lambda history: min(30, spent(history) / 1000),
    "a year at most": lambda history: min(366, spent(history)),
    "all alike": lambda _: 5_000,
    "a year for everybody who bought": lambda history: 365 if history.bought_at else 0,
    "their last order": lambda history: -len(history.days_bought[-1:]),
}


@pytest.mark.parametrize("days_of", BOUNDED.values(), ids=BOUNDED)
def test_a_head_start_that_ends_is_left_alone(days_of):
    assert not accused("head-starts-end", head_start(days_of))


def test_who_bought_long_ago_may_come_first_for_everybody_grows_older_alike():
    longest = rule_that("priority", lambda self, history, now: float((now - max(history.bought_at, default=now)).days))
    assert not accused("head-starts-end", longest, ADA.bought("2019-05-20 10:00"))


def test_the_house_gives_head_starts_that_end_and_who_gives_none_has_nothing_to_answer_for():
    assert not accused("head-starts-end", Playbook())
    assert accused("head-starts-end", Playbook().without("worth")) == "no rule gives a head start"


def test_a_rule_that_fails_with_little_is_a_matter_of_another_law():
    assert not accused("head-starts-end", head_start(lambda _: 1 / 0))


def test_a_call_that_they_named_comes_first_whatever_its_head_start():
    named = ADA.promised(f"{MON} 10:00", f"{TUE} 14:00", asked_by="them")
    assert not accused("head-starts-end", head_start(ENDLESS["each order"]), named, f"{TUE} 14:00")
