"""Nobody is rung on a public holiday of their region (rulebook E8)."""

import datetime as dt
import subprocess
import sys

import pytest

from callrules import DEFAULT_RULES, Commitment, Contact, History, Playbook
from callrules.law import PublicHolidays

THANKSGIVING = dt.datetime(2026, 11, 26, 15, tzinfo=dt.UTC)
HOUSE = Playbook(strict=True)


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


@pytest.mark.parametrize(
    ("region", "timezone"),
    [
        (None, "America/New_York"),
        ("US", "America/New_York"),
        ("US-NY", "America/New_York"),
        ("AQ", "Antarctica/Palmer"),
        ("SJ", "Arctic/Longyearbyen"),
    ],
)
def test_every_region_has_an_answer(region, timezone):
    assert HOUSE.next_step(someone(region, timezone), History(), THANKSGIVING).at


def test_holidays_are_kept_by_every_playbook_unless_it_leaves_them_out():
    assert PublicHolidays() in DEFAULT_RULES
    without = Playbook(strict=True).without("public_holidays")
    assert without.next_step(someone("US-NY"), History(), THANKSGIVING).at == THANKSGIVING


def test_where_no_region_is_noted_the_country_of_their_zone_decides():
    step = HOUSE.next_step(someone(None), History(), THANKSGIVING)
    assert step.at == dt.datetime(2026, 11, 27, 14, tzinfo=dt.UTC)


def test_who_may_be_in_two_countries_has_the_holidays_of_both():
    bastille_day = dt.datetime(2026, 7, 14, 15, tzinfo=dt.UTC)
    assert HOUSE.next_step(someone("FR"), History(), bastille_day).at > bastille_day + dt.timedelta(hours=12)


def test_a_named_day_that_is_a_holiday_moves_to_the_next_working_day():
    promise = Commitment(at=THANKSGIVING - dt.timedelta(days=3), by="us", due=THANKSGIVING.date())
    step = HOUSE.next_step(someone("US-NY"), History([promise]), THANKSGIVING - dt.timedelta(days=2))
    assert step.at == dt.datetime(2026, 11, 27, 14, tzinfo=dt.UTC)


def test_a_year_that_nobody_has_the_holidays_of_is_said_once():
    at = dt.datetime(2150, 7, 2, 15, tzinfo=dt.UTC)
    explanation = str(HOUSE.explain(someone("US-NY"), History(), at))
    assert explanation.count("no public holidays of US-NY are known for 2150: weekends only") == 1


def in_another_process(*lines):
    done = subprocess.run([sys.executable, "-W", "error", "-c", "\n".join(lines)], capture_output=True, text=True)  # noqa: PLW1510
    assert done.stderr == ""
    return done.stdout.split()


ASK = (
    "import sys, datetime as dt, callrules",
    "now = dt.datetime(2026, 11, 26, 15, tzinfo=dt.UTC)",
    "print('holidays' in sys.modules)",
    "ask = lambda **who: callrules.Playbook().next_step(callrules.Contact(id='a', **who), callrules.History(), now)",
)


def test_the_package_is_imported_when_first_asked_and_never_warns():
    asked = in_another_process(*ASK, "ask(region='US-NY')", "ask(region='GB')", "print('holidays' in sys.modules)")
    assert asked == ["False", "True"]


def test_an_hour_they_named_on_a_holiday_is_kept():
    promise = Commitment(at=THANKSGIVING - dt.timedelta(days=3), by="us", due=THANKSGIVING)
    assert HOUSE.next_step(someone("US-NY"), History([promise]), THANKSGIVING).at == THANKSGIVING


def test_a_holiday_is_said_while_promising():
    verdict = HOUSE.can_promise(someone("US-NY"), History(), dt.date(2026, 11, 26))
    assert not verdict
    assert "public holiday" in verdict.because[0].says


def test_a_toml_file_can_leave_holidays_out(tmp_path):
    path = tmp_path / "playbook.toml"
    path.write_text("[public_holidays]\n")
    assert Playbook.from_toml(path)["public_holidays"] == PublicHolidays()
    path.write_text("[public_holidays]\noff = true\n")
    step = Playbook.from_toml(path).next_step(someone("US-NY"), History(), THANKSGIVING)
    assert step.at == THANKSGIVING
