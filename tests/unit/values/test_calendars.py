"""Days, months and working days are counted on the person's own calendar."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest

from callrules import Contact, Phone
from callrules.calendars import Calendar, PartOfDay, calendar_of, possible_zones

DATE = dt.date


def calendar(zone, **more):
    return Calendar(zone=ZoneInfo(zone), **more)


def at(zone, *wall, fold=0):
    return dt.datetime(*wall, tzinfo=ZoneInfo(zone), fold=fold)


def shown(zone, instant):
    assert instant.tzinfo is dt.UTC
    return instant.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


MISSING = [
    ("Europe/Paris", (2027, 3, 28), (2, 30), "2027-03-28 03:30"),
    ("America/New_York", (2027, 3, 14), (2, 30), "2027-03-14 03:30"),
    ("Australia/Lord_Howe", (2026, 10, 4), (2, 15), "2026-10-04 02:45"),
    ("Africa/Cairo", (2026, 4, 24), (0, 0), "2026-04-24 01:00"),
    ("America/Santiago", (2026, 9, 6), (0, 0), "2026-09-06 01:00"),
    ("America/Santiago", (2026, 9, 6), (0, 30), "2026-09-06 01:30"),
]
TWICE = [
    ("Europe/Paris", (2026, 10, 25), (2, 30), dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)),
    ("America/New_York", (2026, 11, 1), (1, 30), dt.datetime(2026, 11, 1, 5, 30, tzinfo=dt.UTC)),
    ("Australia/Lord_Howe", (2027, 4, 4), (1, 45), dt.datetime(2027, 4, 3, 14, 45, tzinfo=dt.UTC)),
    ("Africa/Cairo", (2026, 10, 29), (23, 30), dt.datetime(2026, 10, 29, 20, 30, tzinfo=dt.UTC)),
]


@pytest.mark.parametrize(("zone", "day", "time", "expected"), MISSING)
def test_a_time_that_does_not_exist_moves_forward(zone, day, time, expected):
    assert shown(zone, calendar(zone).wall(DATE(*day), dt.time(*time))) == expected


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize(("zone", "day", "time", "expected"), MISSING)
def test_a_promise_for_a_time_that_does_not_exist_moves_forward(zone, day, time, expected, fold):
    promised = at(zone, *day, *time, fold=fold)
    assert shown(zone, calendar(zone).starts(promised)) == expected


@pytest.mark.parametrize(("zone", "day", "time", "expected"), TWICE)
def test_of_a_time_that_comes_twice_it_is_the_first(zone, day, time, expected):
    assert calendar(zone).wall(DATE(*day), dt.time(*time)) == expected


@pytest.mark.parametrize(
    ("zone", "day", "first"),
    [
        ("Africa/Cairo", (2026, 4, 24), "2026-04-24 01:00"),
        ("America/Santiago", (2026, 9, 6), "2026-09-06 01:00"),
        ("Asia/Kolkata", (2026, 4, 24), "2026-04-24 00:00"),
        ("Australia/Lord_Howe", (2026, 10, 4), "2026-10-04 00:00"),
    ],
)
def test_a_day_begins_at_its_first_moment_and_the_day_before_ends_there(zone, day, first):
    home = calendar(zone)
    begins = home.starts(DATE(*day))
    assert shown(zone, begins) == first
    assert home.day(begins) == DATE(*day)
    assert home.day(begins - dt.timedelta.resolution) == DATE(*day) - dt.timedelta(days=1)
    assert home.ends(begins - dt.timedelta.resolution) == begins


def test_a_day_on_which_midnight_comes_twice_is_one_day():
    home = calendar("America/Havana")  # 1 November 2026: 01:00 becomes 00:00 again
    day = DATE(2026, 11, 1)
    assert home.ends(home.starts(day)) - home.starts(day) == dt.timedelta(hours=25)


def test_half_hour_zones_have_their_own_days():
    late = dt.datetime(2026, 11, 20, 18, 29, tzinfo=dt.UTC)
    assert calendar("Asia/Kolkata").day(late) == DATE(2026, 11, 20)
    assert calendar("Asia/Kolkata").day(late + dt.timedelta(minutes=1)) == DATE(2026, 11, 21)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ((2026, 8, 31, 10), 6, "2027-02-28 10:00"),
        ((2027, 8, 31, 10), 6, "2028-02-29 10:00"),
        ((2028, 2, 29, 10), 12, "2029-02-28 10:00"),
        ((2026, 12, 31, 10), 2, "2027-02-28 10:00"),
        ((2026, 1, 31, 10), 1, "2026-02-28 10:00"),
        ((2026, 11, 30, 23, 59), 3, "2027-02-28 23:59"),
    ],
)
def test_months_end_where_they_end(start, months, expected):
    assert shown("Europe/Paris", calendar("Europe/Paris").add(at("Europe/Paris", *start), months=months)) == expected


def test_months_keep_the_wall_time_over_the_change_of_clocks():
    home = calendar("Europe/Paris")
    assert shown("Europe/Paris", home.add(at("Europe/Paris", 2026, 7, 1, 10), months=6)) == "2027-01-01 10:00"
    assert shown("Europe/Paris", home.add(at("Europe/Paris", 2026, 10, 23, 10), days=3)) == "2026-10-26 10:00"


def test_months_that_end_in_a_missing_hour_move_forward():
    home = calendar("Europe/Paris")
    assert shown("Europe/Paris", home.add(at("Europe/Paris", 2026, 9, 28, 2, 30), months=6)) == "2027-03-28 03:30"


def test_months_that_end_in_a_double_hour_end_in_the_first():
    home = calendar("Europe/Paris")
    first = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
    assert home.add(at("Europe/Paris", 2026, 4, 25, 2, 30), months=6) == first
    assert home.add(at("Europe/Paris", 2026, 10, 24, 2, 30), days=1) == first


def test_months_are_counted_on_the_persons_calendar_and_not_on_ours():
    evening_in_lyon = dt.datetime(2026, 8, 31, 23, 30, tzinfo=dt.UTC)  # 1 September there
    assert shown("Europe/Paris", calendar("Europe/Paris").add(evening_in_lyon, months=6)) == "2027-03-01 01:30"


def test_the_same_time_on_another_day_is_the_same_time_on_the_wall():
    home = calendar("America/New_York")
    ten = at("America/New_York", 2026, 10, 30, 10)
    assert shown("America/New_York", home.same_time(ten, DATE(2026, 11, 2))) == "2026-11-02 10:00"
    night = at("America/New_York", 2027, 3, 12, 2, 30)
    assert shown("America/New_York", home.same_time(night, DATE(2027, 3, 14))) == "2027-03-14 03:30"


def test_sunday_and_one_working_day_is_monday():
    home = calendar("Europe/Paris")
    friday, saturday, sunday = DATE(2026, 11, 20), DATE(2026, 11, 21), DATE(2026, 11, 22)
    assert [home.working_days_on(day, 1) for day in (friday, saturday, sunday)] == [DATE(2026, 11, 23)] * 3
    assert home.working_days_on(sunday, 5) == DATE(2026, 11, 27)
    assert home.working_days_on(friday, 6) == DATE(2026, 11, 30)
    assert home.working_days_on(sunday, 0) == sunday


def test_thursday_and_one_working_day_is_sunday_where_the_weekend_is_friday_and_saturday():
    home = calendar_of(Contact(id="ann", region="EG"))
    assert home.working_days_on(DATE(2026, 11, 19), 1) == DATE(2026, 11, 22)


def test_working_days_between_two_days_count_the_last_and_not_the_first():
    home = calendar("Europe/Paris")
    assert home.working_days_between(DATE(2026, 11, 20), DATE(2026, 11, 20)) == 0
    assert home.working_days_between(DATE(2026, 11, 18), DATE(2026, 11, 20)) == 2
    assert home.working_days_between(DATE(2026, 11, 20), DATE(2026, 11, 23)) == 1
    assert home.working_days_between(DATE(2026, 11, 22), DATE(2026, 11, 27)) == 5


@pytest.mark.parametrize(
    ("time", "part"),
    [
        ((0, 0), "morning"),
        ((11, 59), "morning"),
        ((12, 0), "midday"),
        ((14, 59), "midday"),
        ((15, 0), "afternoon"),
        ((23, 59), "afternoon"),
    ],
)
def test_the_parts_of_the_day_end_at_noon_and_at_three(time, part):
    assert calendar("Asia/Kolkata").part(at("Asia/Kolkata", 2026, 11, 20, *time)) is PartOfDay(part)


@pytest.mark.parametrize("zone", ["Europe/Paris", "Africa/Cairo", "America/Santiago", "Australia/Lord_Howe"])
def test_the_three_parts_together_are_the_whole_day_and_never_overlap(zone):
    home = calendar(zone)
    start = dt.datetime(2026, 4, 1, 5, 17, tzinfo=dt.UTC)
    end = start + dt.timedelta(days=220)
    stretches = sorted(each for part in PartOfDay for each in home.stretches(part, start, end))
    assert (stretches[0][0], stretches[-1][1]) == (start, end)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(stretches))


# Where the person could be


def test_the_persons_zone_and_the_numbers_zone_both_bind():
    office, cell = Phone(number="+33142685300"), Phone(number="+14155550105", timezone="America/Los_Angeles")
    ann = Contact(id="ann", timezone="Europe/Paris", phones=[office, cell])
    assert possible_zones(ann, office.number) == ("Europe/Paris",)
    assert possible_zones(ann, cell.number) == ("Europe/Paris", "America/Los_Angeles")


def test_a_region_stands_for_all_its_zones_and_a_number_for_none():
    assert set(possible_zones(Contact(id="ann", region="US-FL"))) == {"America/New_York", "America/Chicago"}
    assert possible_zones(Contact(id="ann", phones=["+18005550105"])) == ()


def test_where_nothing_is_known_days_are_counted_in_utc():
    assert calendar_of(Contact(id="ann")) == Calendar()
