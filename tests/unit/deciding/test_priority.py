"""A6: whose turn it is, as rules see it."""

import datetime as dt

import attrs
import pytest

from callrules import Playbook, RuleFailed, RuleRefused, day_key, hookimpl
from callrules.desk.day_list import day_list
from callrules.rules import Worth
from helpers.people import HOUSE, a_business

NOW = "2026-06-02 10:00"
A_DAY = dt.timedelta(days=1)


@attrs.frozen
class Fond:
    """We are fond of somebody."""

    days: object = 30
    whom: str = "bob"
    name = "fond"

    @hookimpl
    def priority(self, contact):
        return self.days if contact.id == self.whom else None


def lapsed(who):
    return a_business(id=who, phones=[f"+4930123450{ord(who[0])}"]).bought("2025-02-01 10:00", "2025-06-02 10:00")


def listed(playbook, *lives):
    return day_list(playbook, [(each.contact, each.history) for each in lives], lives[0].at(NOW))


def ids(day):
    return [contact.id for contact, _ in day.calls]


def head_start(playbook, life):
    person = life.contact, life.history
    return playbook.priority(*person, playbook.next_step(*person, life.at(NOW)), life.at(NOW)) / A_DAY


def test_a_guest_may_give_somebody_a_head_start_in_days():
    assert ids(listed(HOUSE, lapsed("ann"), lapsed("bob"))) == ["ann", "bob"]
    assert ids(listed(HOUSE.with_rules(Fond()), lapsed("ann"), lapsed("bob"))) == ["bob", "ann"]
    assert ids(listed(HOUSE.with_rules(Fond(whom="ann", days=-1)), lapsed("ann"), lapsed("bob"))) == ["bob", "ann"]


def test_head_starts_are_summed_and_several_may_come_from_one_rule():
    house = head_start(HOUSE, lapsed("bob"))
    assert head_start(HOUSE.with_rules(Fond((1, 2.5))), lapsed("bob")) == house + 3.5


def test_no_head_start_comes_before_a_promise():
    promised = a_business(id="zoe", phones=["+49301234599"]).promised("2026-05-20 10:00", "2026-06-02 09:00")
    assert ids(listed(HOUSE.with_rules(Fond(36_525)), lapsed("bob"), promised)) == ["zoe", "bob"]


def test_the_house_counts_the_place_of_the_reason_and_the_days_of_purchase():
    assert head_start(HOUSE, lapsed("bob")) == 10 * 4 + 2
    assert head_start(HOUSE.with_rules(Worth(days_a_place=1, most_purchases=1)), lapsed("bob")) == 4 + 1
    assert head_start(HOUSE.without("worth"), lapsed("bob")) == 0


@pytest.mark.parametrize("days", [float("nan"), float("inf")])
def test_a_number_that_is_none_fails_by_name(days):
    with pytest.raises(RuleFailed, match=r"'fond', hook 'priority': answered .*, expected a number of days"):
        head_start(Playbook([Fond(days), *Playbook().rules]), lapsed("bob"))


@pytest.mark.parametrize("days", [True, "many", dt.timedelta(days=1)])
def test_what_is_no_number_fails_by_name(days):
    with pytest.raises(RuleFailed, match=r"'fond', hook 'priority': answered .*, expected float or int"):
        head_start(Playbook([Fond(days), *Playbook().rules]), lapsed("bob"))


def test_a_priority_that_fails_rings_nobody_and_the_day_goes_on():
    day = listed(Playbook().with_rules(Fond("many")), lapsed("ann"), lapsed("bob"))
    assert ids(day) == ["ann"]
    assert [(each.code, each.count) for each in day.left_out] == [("rule_failed", 1)]


def test_a_head_start_is_at_most_a_hundred_years():
    assert head_start(HOUSE.with_rules(Fond(1e300)), lapsed("bob")) == 36_525
    person = lapsed("bob")
    step = HOUSE.next_step(person.contact, person.history, person.at(NOW))
    first, last = (day_key(person.contact, person.history, step, each * 99_999 * A_DAY) for each in (1, -1))
    assert first < last


def test_a_key_stays_the_same_while_they_wait():
    person = lapsed("bob")
    step = HOUSE.next_step(person.contact, person.history, person.at(NOW))
    live = dt.date(2026, 1, 1)
    keys = set()
    for now in (person.at(NOW), person.at("2026-12-24 10:00")):
        head_start_then = HOUSE.priority(person.contact, person.history, step, now)
        keys.add(day_key(person.contact, person.history, step, head_start_then, live=live))
    assert len(keys) == 1


def test_a_misspelt_argument_is_refused_at_the_door():
    @attrs.frozen
    class Wrong:
        @hookimpl
        def priority(self, stepp):
            return 1

    with pytest.raises(RuleRefused, match=r"found argument 'stepp'.*did you mean 'step'"):
        Playbook().with_rules(Wrong())
