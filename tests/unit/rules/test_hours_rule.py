"""E3: nobody is rung at midnight."""

import datetime as dt

import pytest

from callrules import InvalidValue, Phone
from callrules.rules import Hours
from helpers.people import FRI, HOUSE, MON, SAT, TUE, WED, a_business, somebody


@pytest.mark.parametrize(
    ("time", "home", "shop"),
    [("08:59", False, False), ("09:00", True, True), ("17:59", True, True), ("18:00", True, False),
     ("19:59", True, False), ("20:00", False, False), ("00:00", False, False)],
)  # fmt: skip
def test_we_ring_from_nine_to_eight_and_a_business_until_six(time, home, shop):
    assert somebody().may_be_rung(f"{MON} {time}") is home
    assert a_business().may_be_rung(f"{MON} {time}") is shop


def test_nobody_is_rung_on_a_day_of_rest():
    assert not somebody().may_be_rung(f"{SAT} 12:00")
    assert somebody().next(f"{FRI} 20:00").endswith("Mon 2026-06-08 09:00")


def test_in_cairo_friday_and_saturday_are_days_of_rest_and_sunday_is_a_working_day():
    cairo = a_business("Africa/Cairo", "EG")
    assert cairo.next("2026-06-04 18:00").endswith("Sun 2026-06-07 09:00")
    assert not cairo.may_be_rung(f"{FRI} 12:00")
    assert cairo.may_be_rung("2026-06-07 12:00")


@pytest.mark.parametrize(
    ("zone", "region", "utc"),
    [("Asia/Kolkata", "IN", "03:30"), ("Australia/Lord_Howe", "AU", "22:30"), ("America/St_Johns", "CA", "11:30")],
)
def test_the_hours_are_those_on_the_persons_own_clock(zone, region, utc):
    step = a_business(zone, region).step(f"{TUE} 00:01")
    assert step.at.strftime("%H:%M") == utc


@pytest.mark.parametrize("day", ["2026-03-30", "2026-10-26"])
def test_a_clock_change_over_the_weekend_does_not_move_nine_oclock(day):
    life = a_business()
    assert life.step(f"{day} 00:30").at == life.at(f"{day} 09:00")


def test_in_lord_howe_the_clock_moves_by_half_an_hour():
    life = a_business("Australia/Lord_Howe", "AU")
    assert life.step("2026-10-05 00:30").at.strftime("%H:%M") == "22:00"


def test_the_window_ends_on_the_day_on_which_it_opened():
    step = somebody("Pacific/Auckland", "NZ").step(f"{TUE} 10:00")
    assert step.until == somebody("Pacific/Auckland", "NZ").at(f"{TUE} 20:00")


def test_only_the_country_known_it_must_be_a_decent_hour_everywhere_in_it():
    life = a_business(None, "US")
    step = life.step("2026-06-01 12:00")
    assert (step.at.strftime("%H:%M"), step.until.strftime("%H:%M")) == ("19:00", "22:00")


def test_where_nothing_names_a_zone_there_is_no_call_and_the_because_says_what_is_missing():
    life = a_business(None, None, phones=["+18005550142"])
    step = life.step("2026-06-01 15:00")
    assert (step.type, step.at) == ("rest", None)
    assert "note a timezone or a region" in step.says


def test_a_numbers_prefix_names_no_zone():
    assert somebody(None, None, phones=["+12125550142"]).step("2026-06-01 15:00").type == "rest"


def test_where_the_number_rings_elsewhere_both_clocks_bind():
    life = a_business(phones=[Phone(number="+12125550142", timezone="America/New_York")])
    step = life.step(f"{MON} 08:00")
    assert (step.at, step.until) == (life.at(f"{MON} 15:00"), life.at(f"{MON} 18:00"))


def test_hours_that_never_meet_are_an_explicit_answer():
    life = a_business(phones=[Phone(number="+6495550142", timezone="Pacific/Auckland")])
    step = life.step(f"{MON} 08:00")
    assert (step.type, step.at) == ("rest", None)
    assert "2 possible zones" in step.says


def test_closed_days_are_yours_to_name():
    closed = HOUSE.with_rules(Hours(closed_days=(dt.date(2026, 6, 1), dt.date(2026, 6, 2))))
    assert somebody().next(f"{MON} 08:00", closed).endswith(f"{WED} 09:00")


def test_five_closed_weeks_end():
    weeks = [dt.date(2026, 6, 1) + each * dt.timedelta(days=1) for each in range(35)]
    summer = HOUSE.with_rules(Hours(closed_days=tuple(day for day in weeks if day.isoweekday() < 6)))
    assert somebody().next("2026-05-29 21:00", summer).endswith("Mon 2026-07-06 09:00")


def test_an_hour_they_named_beats_a_closed_day_and_a_day_they_named_does_not():
    closed = HOUSE.with_rules(Hours(closed_days=(dt.date(2026, 6, 2),)))
    assert somebody().promised("2026-05-29 10:00", f"{TUE} 10:00").next(f"{MON} 08:00", closed).endswith(f"{TUE} 10:00")
    assert somebody().promised("2026-05-29 10:00", TUE).next(f"{MON} 08:00", closed).endswith(f"{WED} 09:00")


def test_a_window_over_midnight_belongs_to_the_day_on_which_it_opens():
    late = HOUSE.with_rules(Hours(opens=dt.time(22), closes=dt.time(2)))
    life = somebody()
    assert life.may_be_rung(f"{TUE} 01:59", playbook=late)
    assert not life.may_be_rung(f"{TUE} 02:00", playbook=late)
    assert life.may_be_rung(f"{SAT} 01:00", playbook=late)
    assert not life.may_be_rung(f"{MON} 01:00", playbook=late)


def test_opening_and_closing_at_the_same_time_is_refused():
    with pytest.raises(InvalidValue, match="a time other than the opening time"):
        Hours(opens=dt.time(9), closes=dt.time(9))


def test_every_day_closed_is_answered_in_bounded_work():
    days = tuple(dt.date(2026, 6, 1) + dt.timedelta(days=each) for each in range(400))
    step = somebody().step(f"{MON} 10:00", HOUSE.with_rules(Hours(closed_days=days)))
    assert step.at is None or step.at >= somebody().at("2027-07-06")
