"""Whoever shows no rules may keep days off of which we do not know: no law accuses them of these."""

import datetime as dt

import attrs
import pytest

from callrules import CallAttempt, Contact, Disposition, History, Playbook
from callrules.rules import Hours
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.vocabulary import Direction
from zoo.altered import Altered, TwoDesks, Unseen

ABE = Contact(id="abe", timezone="America/New_York", region="US", phones=["+12065550105"])
BEFORE_LABOR_DAY = dt.datetime(2026, 9, 4, 15, tzinfo=dt.UTC)
"""A Friday; the Monday after it is a public holiday."""
CLOSED = Playbook().with_rules(Hours(closed_days=(dt.date(2026, 9, 8), dt.date(2026, 9, 9))))
UNSHOWN: list[Playbook] = [CLOSED]


class Elsewhere(Unseen):
    """Not even the playbook is one of its fields."""

    def __init__(self):
        pass

    def of(self, _contact):
        return UNSHOWN[0]


class NamesTomorrow(Unseen):
    """Whoever is to be called back is said to have named an hour."""

    def next_step(self, contact, history, now):
        step = super().next_step(contact, history, now)
        named = dt.datetime(2026, 9, 8, 14, tzinfo=dt.UTC)
        return attrs.evolve(step, reason=attrs.evolve(step.reason, due=named, named="hour"))


def accused(law, policy, facts, now, contact=ABE):
    held = next(each for each in LAWS if each.id == law)
    declared = declarations(policy)
    if held.inapplicable(policy, declared):
        return None
    return breaks(held, Situation(policy, contact, History(facts), now, declared))


def asked_back(at):
    return CallAttempt(
        at=at, disposition=Disposition.CALLBACK_REQUESTED, direction=Direction.OUTBOUND, number="+12065550105"
    )


@pytest.mark.parametrize("policy", [Unseen(), TwoDesks(), Unseen(CLOSED), Elsewhere(), Altered()], ids=type)
def test_a_callback_without_a_time_moves_over_holidays_of_which_nobody_told(policy):
    assert not accused("named-by-them", policy, [asked_back(BEFORE_LABOR_DAY)], BEFORE_LABOR_DAY)


def test_what_they_never_named_is_seen_whoever_says_so():
    assert accused("named-by-them", NamesTomorrow(), [asked_back(BEFORE_LABOR_DAY)], BEFORE_LABOR_DAY)


@pytest.mark.parametrize("policy", [Unseen(), TwoDesks(), Unseen(CLOSED), Elsewhere(), Altered()], ids=type)
@pytest.mark.parametrize("business", [False, True])
def test_holidays_of_two_countries_are_no_clock_of_our_own(policy, business):
    somebody = Contact(id="abe", timezone="Asia/Bangkok", phones=["+12065550105"], business=business)
    before = dt.datetime(2028, 1, 9, 12, tzinfo=dt.UTC)
    assert not accused("a-zone-is-only-a-shift", policy, [], before, somebody)
