"""Installed packages are heard when a host asks for them, and only then."""

import datetime as dt
from importlib.metadata import EntryPoint, entry_points
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import Contact, History, Playbook, RuleRefused
from callrules.deciding.admission import name_of

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


def test_asking_for_the_installed_rules_forgets_nothing_that_was_set_before(tmp_path):
    page = tmp_path / "ours.toml"
    page.write_text("owes_from = 2026-11-01\n[pace]\nleast_hours = 48\n[caps]\noff = true\n")
    ours = Playbook.from_toml(page, strict=True)
    heard = ours.with_installed_rules()
    assert set(ours.rules) < set(heard.rules)
    assert (heard["pace"].least_hours, heard.strict, heard.owes_from) == (48, True, dt.date(2026, 11, 1))
    assert "caps" not in {name_of(rule) for rule in heard.rules}


def test_an_installed_rule_that_is_there_already_stays_as_it_was_set():
    evening = attrs.evolve(Playbook.with_installed_rules()["quiet_fridays"], from_hour=18)
    heard = Playbook().with_rules(evening).with_installed_rules()
    assert heard["quiet_fridays"] == evening
    assert heard.with_installed_rules() == heard


def test_a_file_is_read_by_the_class_and_never_over_the_rules_of_a_playbook():
    with pytest.raises(RuleRefused, match=r"from_toml: found it asked of a Playbook, expected Playbook\.from_toml\("):
        Playbook(strict=True).without("caps").from_toml("ours.toml")


def test_both_ways_to_make_a_playbook_explain_themselves():
    assert "TOML" in Playbook.from_toml.__doc__
    assert "installed" in Playbook.with_installed_rules.__doc__
