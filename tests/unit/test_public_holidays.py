"""Nobody is rung on a public holiday of their region (rulebook E3, F8)."""

import datetime as dt

import pytest

from callrules import Commitment, Contact, History, Playbook
from callrules.errors import BadInput
from callrules.law import PublicHolidays

THANKSGIVING = dt.datetime(2026, 11, 26, 15, tzinfo=dt.UTC)
HOUSE = Playbook(strict=True).with_rules(PublicHolidays())


def someone(region, timezone="America/New_York"):
    return Contact(id="dana", timezone=timezone, region=region)


def test_nobody_in_new_york_is_rung_on_thanksgiving():
    step = HOUSE.next_step(someone("US-NY"), History(), THANKSGIVING)
    assert step.at == dt.datetime(2026, 11, 27, 14, tzinfo=dt.UTC)
    assert "public holiday" in step.says


def test_thanksgiving_is_a_day_like_any_other_in_paris():
    step = HOUSE.next_step(someone("FR", "Europe/Paris"), History(), THANKSGIVING)
    assert step.at == THANKSGIVING


def test_boxing_day_on_a_saturday_is_kept_on_the_monday_in_england():
    friday = dt.datetime(2026, 12, 25, 10, tzinfo=dt.UTC)
    step = HOUSE.next_step(someone("GB-ENG", "Europe/London"), History(), friday)
    assert step.at == dt.datetime(2026, 12, 29, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize("region", [None, "US", "US-NY", "AQ"])
def test_every_region_has_an_answer(region):
    assert HOUSE.next_step(someone(region), History(), THANKSGIVING).at


def test_an_hour_they_named_on_a_holiday_is_kept():
    promise = Commitment(at=THANKSGIVING - dt.timedelta(days=3), by="us", due=THANKSGIVING)
    assert HOUSE.next_step(someone("US-NY"), History([promise]), THANKSGIVING).at == THANKSGIVING


def test_a_holiday_is_said_while_promising():
    verdict = HOUSE.can_promise(someone("US-NY"), History(), dt.date(2026, 11, 26))
    assert not verdict
    assert "public holiday" in verdict.because[0].says


def test_a_toml_file_can_ask_for_holidays(tmp_path):
    path = tmp_path / "playbook.toml"
    path.write_text("[public_holidays]\n")
    assert Playbook.from_toml(path)["public_holidays"] == PublicHolidays()


def test_a_missing_extra_is_named(tmp_path, monkeypatch):
    path = tmp_path / "playbook.toml"
    path.write_text("[public_holidays]\n")
    monkeypatch.setitem(__import__("sys").modules, "callrules.law", None)
    with pytest.raises(BadInput, match="pip install"):
        Playbook.from_toml(path)
