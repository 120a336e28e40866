"""Every number of every rule can be changed without writing Python, and a changed one is another playbook."""

import datetime as dt

import attrs
import pytest

from callrules import DEFAULT_RULES, BadInput, InvalidValue, Playbook
from callrules.rules import OpenDials

EVERY = [(rule, field) for rule in DEFAULT_RULES for field in attrs.fields(type(rule))]
IDS = [f"{rule.name}.{field.name}" for rule, field in EVERY]
HOUSE = Playbook()


def another(value):
    """Another value of the same kind, as TOML writes it."""
    if isinstance(value, bool):
        return str(not value).lower()
    if isinstance(value, int):
        return str(value + 1)
    if isinstance(value, dt.time):
        return f"{value.replace(minute=30):%H:%M}:00"
    return str(list(value[:-1]))


SOMETHING = {
    "closed_days": "[2026-12-25]",
    "texts": "['ours.toml']",
    "allows": "['pleading']",
    "influence": "[{ people = [{ id = 'ana' }] }]",
}
"""What may stand where the house has nothing."""


@pytest.mark.parametrize(("rule", "field"), EVERY, ids=IDS)
def test_every_number_can_be_changed_in_a_file(tmp_path, rule, field):
    page = tmp_path / "ours.toml"
    written = SOMETHING.get(field.name) or another(getattr(rule, field.name))
    page.write_text(f'extends = "house"\n[{rule.name}]\n{field.name} = {written}\n')
    ours = Playbook.from_toml(page)
    assert getattr(ours[rule.name], field.name) != getattr(rule, field.name)
    assert ours.fingerprint != HOUSE.fingerprint


@pytest.mark.parametrize(("rule", "field"), EVERY, ids=IDS)
def test_every_number_says_what_it_means_and_where_it_comes_from(rule, field):
    assert field.metadata["says"]
    assert field.metadata["source"]


@pytest.mark.parametrize(("rule", "field"), EVERY, ids=IDS)
def test_a_number_that_is_none_is_refused_in_one_line(tmp_path, rule, field):
    page = tmp_path / "ours.toml"
    page.write_text(f"[{rule.name}]\n{field.name} = {{}}\n")
    with pytest.raises(BadInput, match=rf"{rule.name}\.{field.name}: found .*, expected ") as refusal:
        Playbook.from_toml(page)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("rule", DEFAULT_RULES, ids=lambda rule: rule.name)
def test_every_rule_but_the_floor_can_be_left_out(tmp_path, rule):
    page = tmp_path / "ours.toml"
    page.write_text(f"[{rule.name}]\noff = true\n")
    if rule.name in {"opt_out", "live_numbers", "open_dial"}:
        with pytest.raises(BadInput, match="floor"):
            Playbook.from_toml(page)
    else:
        assert rule.name not in {each.name for each in Playbook.from_toml(page).rules}


def test_a_changed_number_changes_the_answer(tmp_path):
    page = tmp_path / "ours.toml"
    page.write_text("[prospects]\nreturn_months = 1\n")
    assert Playbook.from_toml(page)["prospects"].return_months == 1


@pytest.mark.parametrize("hours", [0, 169, 7200])
def test_a_dial_is_open_for_an_hour_to_a_week(hours):
    with pytest.raises(
        InvalidValue, match=rf"^OpenDials\.open_hours: found {hours}, expected whole numbers from 1 to 168"
    ):
        OpenDials(open_hours=hours)
