"""E3 at its edges: long closures, clocks that skip an hour or a day, a second telephone, an unknown zone."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import Contact, Phone, PreferredHours, Reason
from callrules.rules import Hours
from helpers.people import FRI, HOUSE, MON, NUMBER, SAT, TUE, a_business, somebody

NEW_YORK = Phone(number="+12125550142", timezone="America/New_York")
CLOCKS_GO_FORWARD = dt.datetime(2026, 3, 29, 0, tzinfo=ZoneInfo("Europe/Paris"))
EVERY_DAY = Contact(id="ann", timezone="Europe/Paris")
"""Somebody in a zone whose clocks change on Sundays."""


def days_from(first, count):
    return tuple(dt.date.fromisoformat(first) + dt.timedelta(days=each) for each in range(count))


def closed_on(days):
    return HOUSE.with_rules(Hours(closed_days=days))


def opening(hours, contact, at):
    return hours.permits(contact=contact, reason=Reason(name="prospect", says="x"), number=None, at=at)


def test_after_a_month_of_closed_days_we_ring_on_the_first_open_one():
    closed = closed_on(days_from(MON, 30))
    assert somebody().next(f"{MON} 10:00", closed).endswith("Wed 2026-07-01 09:00")


@pytest.mark.parametrize(("weeks", "then"), [(3, "2026-06-22"), (5, "2026-07-06"), (26, "2026-11-30")])
def test_weekends_between_closed_working_days_need_not_be_listed(weeks, then):
    closed = closed_on(tuple(day for day in days_from(MON, 7 * weeks) if day.isoweekday() <= 5))
    assert somebody().next("2026-05-29 21:00", closed).endswith(f"Mon {then} 09:00")


@pytest.mark.parametrize(
    ("opens", "closes"), [(dt.time(2, 30), dt.time(3, 30)), (dt.time(2, 45), dt.time(3, 15))], ids=["equal", "crossed"]
)
def test_hours_of_which_the_clock_change_leaves_nothing_are_skipped_that_day(opens, closes):
    told = PreferredHours(days="daily", opens=opens, closes=closes)
    window = opening(Hours(), attrs.evolve(EVERY_DAY, hours=[told]), CLOCKS_GO_FORWARD)
    assert window.start.astimezone(CLOCKS_GO_FORWARD.tzinfo).date() == dt.date(2026, 3, 30)


def test_a_working_day_that_the_calendar_left_out_lends_its_hours_to_no_day_of_rest():
    apia = Contact(id="ann", timezone="Pacific/Apia")  # went from Thursday, 29 December 2011 straight to Saturday
    zone = ZoneInfo("Pacific/Apia")
    window = opening(Hours(), apia, dt.datetime(2011, 12, 29, 21, tzinfo=zone))
    assert window.start == dt.datetime(2012, 1, 2, 9, tzinfo=zone)


@pytest.mark.parametrize(
    ("closes", "still_open"),
    [
        (dt.time(20), dt.time(19, 30)),
        (dt.time(19, 1), dt.time(19, 0, 30)),
        (dt.time(19, 0, 1), dt.time(19, 0, 0, 5)),
        (dt.time(19, 0, 0, 1), dt.time(19)),
    ],
)
def test_hours_that_end_just_after_midnight_in_utc_are_open_until_then(closes, still_open):
    zone = ZoneInfo("America/New_York")  # five hours behind UTC in January
    at = dt.datetime.combine(dt.date(2026, 1, 5), still_open, zone)
    window = opening(Hours(closes=closes), Contact(id="ann", timezone=zone.key), at.astimezone(dt.UTC))
    assert window.end == dt.datetime.combine(at.date(), closes, zone)
    assert window.permits(at)


def test_the_zone_of_another_telephone_does_not_bind_on_this_one():
    life = a_business(phones=[NUMBER, NEW_YORK])
    assert life.may_be_rung(f"{MON} 10:00", NUMBER)
    assert not life.may_be_rung(f"{MON} 10:00", NEW_YORK.number)
    assert life.step(f"{MON} 08:00").until == life.at(f"{MON} 18:00")


def test_an_hour_they_named_is_rung_even_where_nothing_names_their_zone():
    life = somebody(None, None).promised(f"{MON} 10:00", f"{TUE} 10:00")
    assert life.may_be_rung(f"{TUE} 10:00")
    assert not life.may_be_rung(f"{TUE} 11:00")


def test_the_because_of_a_wait_says_the_hours_and_whose_they_are():
    assert somebody().step(f"{SAT} 10:00").says.endswith("their hours are 09:00–20:00, Europe/Berlin")
    assert a_business().step(f"{FRI} 18:00").says.endswith("their hours are 09:00–18:00, Europe/Berlin")
    assert re.search(
        r"are 09:00–18:00 in each of \d+ possible zones$", a_business(None, "US").step(f"{SAT} 10:00").says
    )


def test_a_window_that_all_their_possible_zones_share_in_winter_alone_is_found_in_spring():
    night_shift = Hours(opens=dt.time(22), closes=dt.time(4))
    window = opening(night_shift, Contact(id="ann", region="US"), dt.datetime(2029, 3, 15, 10, tzinfo=dt.UTC))
    assert window.start == dt.datetime(2029, 11, 6, 3, tzinfo=ZoneInfo("America/New_York"))
    assert window.end == dt.datetime(2029, 11, 5, 23, tzinfo=ZoneInfo("Pacific/Honolulu"))
