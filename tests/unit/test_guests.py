"""Installed packages are heard when a host asks for them, and only then."""

import datetime as dt
from importlib.metadata import EntryPoint, entry_points
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import Contact, History, Playbook, RuleRefused
from callrules.fitness import name_of

ANN = Contact(id="ann", timezone="Europe/Paris")
FRIDAY_AT_TWO = dt.datetime(2026, 11, 20, 14, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def installed(monkeypatch):
    """Only these packages are installed."""

    def install(**offered):
        offers = [EntryPoint(name, value, "callrules") for name, value in offered.items()]
        monkeypatch.setattr(
            "importlib.metadata.entry_points", lambda group: [each for each in offers if each.group == group]
        )

    return install


def test_an_installed_guest_is_heard():
    assert "quiet_fridays" in {each.name for each in entry_points(group="callrules")}, "make test installs tests/guests"
    heard = Playbook.with_installed_rules()
    assert heard["quiet_fridays"].from_hour == 12
    assert not heard.next_step(ANN, History(), FRIDAY_AT_TWO).is_due(FRIDAY_AT_TWO)
    assert "quiet_fridays" in str(heard.explain(ANN, History(), FRIDAY_AT_TWO))


def test_a_guest_is_not_heard_by_who_did_not_ask_for_it():
    assert "quiet_fridays" not in {name_of(rule) for rule in Playbook().rules}
    assert Playbook().next_step(ANN, History(), FRIDAY_AT_TWO).is_due(FRIDAY_AT_TWO)


def test_a_guest_can_be_changed_and_left_out_like_any_rule():
    heard = Playbook.with_installed_rules()
    evening = attrs.evolve(heard["quiet_fridays"], from_hour=18)
    assert heard.with_rules(evening).next_step(ANN, History(), FRIDAY_AT_TWO).is_due(FRIDAY_AT_TWO)
    assert heard.without("quiet_fridays").next_step(ANN, History(), FRIDAY_AT_TWO).is_due(FRIDAY_AT_TWO)


def test_guests_are_asked_before_the_house_in_the_order_of_their_names(installed):
    installed(quiet="quiet_fridays:QuietFridays")
    heard = Playbook.with_installed_rules()
    assert heard.plan["permits"][0].rule == "quiet_fridays"
    assert Playbook.with_installed_rules().fingerprint == heard.fingerprint != Playbook().fingerprint


def test_without_guests_the_installed_rules_are_the_house(installed):
    installed()
    assert Playbook.with_installed_rules() == Playbook()
    assert Playbook.with_installed_rules(strict=True) == Playbook(strict=True)


def test_a_guest_that_is_no_rule_is_refused_by_name(installed):
    installed(strange="datetime:timedelta")
    with pytest.raises(RuleRefused, match="answers nothing"):
        Playbook.with_installed_rules()


def test_a_guest_that_cannot_be_loaded_is_refused_and_named(installed):
    installed(gone="nobody_wrote_this:Rule")
    with pytest.raises(RuleRefused, match=r"'gone'.*nobody_wrote_this"):
        Playbook.with_installed_rules()


def test_a_guest_that_cannot_be_built_is_refused_and_named(installed):
    installed(needy="datetime:date")
    with pytest.raises(RuleRefused, match=r"'needy'.*date"):
        Playbook.with_installed_rules()


def test_a_guest_cannot_take_the_name_of_a_house_rule(installed):
    installed(pace="callrules.rules.pace:Pace")
    with pytest.raises(RuleRefused, match="two rules are called 'pace'"):
        Playbook.with_installed_rules()
