"""A guard is a set of permitted moments, and several of them agree in bounded work."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from callrules import Contact, InvalidValue, Reason, Window
from callrules.moments import END_OF_TIME, MOST_QUESTIONS, first_agreement, outside
from callrules.places import country_of, weekend_of
from callrules.rules.hours import Hours

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
WHY = Reason(name="prospect", says="never bought")


def always(at):
    return None


def weekly(weekday, hour=9):
    """Open from that hour on for an hour, on one day of the week."""

    def ask(at):
        day = at.replace(hour=hour, minute=0, second=0, microsecond=0)
        while day.isoweekday() != weekday or day + HOUR <= at:
            day += DAY
        return Window(start=day, end=day + HOUR, says=f"day {weekday} of the week")

    return ask


def not_before(moment):
    return lambda at: Window(start=moment, says="not before then")


def counted(ask, questions):
    def asked(at):
        questions.append(at)
        return ask(at)

    return asked


# Windows


@pytest.mark.parametrize("end", [NOON, NOON - HOUR])
def test_a_window_that_closes_when_it_opens_or_before_is_refused(end):
    with pytest.raises(InvalidValue, match=r"Window\.end: found .* expected an end later than the start"):
        Window(start=NOON, end=end, says="never")


def test_a_window_may_open_at_the_start_of_all_time_and_never_close():
    assert Window(says="always").permits(NOON)
    assert Window(end=NOON, says="until noon").permits(NOON - HOUR)
    assert not Window(end=NOON, says="until noon").permits(NOON)
    assert Window(start=NOON, says="from noon").permits(NOON)


def test_never_is_an_explicit_answer_with_a_reason():
    never = Window.never("nobody is at home")
    assert never.is_never
    assert not never.permits(NOON)
    assert never.says == "nobody is at home"
    assert not never.yields
    assert Window.never("closed", yields=True).yields


def test_a_window_is_the_same_in_whatever_zone_it_was_given():
    assert Window(start=NOON.astimezone(ZoneInfo("Asia/Kolkata")), says="noon") == Window(start=NOON, says="noon")


# Outside of what is blocked


def test_where_nothing_is_blocked_every_moment_is_permitted():
    assert outside([], NOON, "gap") is None


def test_before_between_inside_and_after_what_is_blocked():
    blocked = [(NOON, NOON + HOUR), (NOON + 3 * HOUR, NOON + 4 * HOUR)]
    assert outside(blocked, NOON - HOUR, "gap") == Window(end=NOON, says="gap")
    assert outside(blocked, NOON, "gap") == Window(start=NOON + HOUR, end=NOON + 3 * HOUR, says="gap")
    assert outside(blocked, NOON + 2 * HOUR, "gap") == Window(start=NOON + HOUR, end=NOON + 3 * HOUR, says="gap")
    assert outside(blocked, NOON + 3 * HOUR, "gap") == Window(start=NOON + 4 * HOUR, says="gap")
    assert outside(blocked, NOON + 5 * HOUR, "gap") == Window(start=NOON + 4 * HOUR, says="gap")


def test_blocked_stretches_that_touch_or_overlap_are_one():
    blocked = [
        (NOON + HOUR, NOON + 2 * HOUR),
        (NOON, NOON + HOUR),
        (NOON + HOUR / 2, NOON + 3 * HOUR),
        (NOON, NOON + HOUR),
    ]
    assert outside(blocked, NOON, "gap") == Window(start=NOON + 3 * HOUR, says="gap")


def test_a_long_stretch_hides_the_short_ones_inside_it():
    blocked = [(NOON, NOON + 9 * HOUR), (NOON + HOUR, NOON + 2 * HOUR)]
    assert outside(blocked, NOON + 3 * HOUR, "gap").start == NOON + 9 * HOUR


# Agreement


def test_without_guards_now_is_fine_for_ever():
    agreed = first_agreement([], NOON)
    assert (agreed.start, agreed.until, agreed.conflict) == (NOON, None, ())


def test_guards_agree_on_the_latest_start_and_the_earliest_end():
    long = Window(start=NOON + HOUR, end=NOON + 9 * HOUR, says="long")
    short = Window(start=NOON - HOUR, end=NOON + 3 * HOUR, says="short")
    agreed = first_agreement([("a", lambda at: long), ("b", lambda at: short)], NOON)
    assert (agreed.start, agreed.until) == (NOON + HOUR, NOON + 3 * HOUR)
    assert agreed.binding == (("a", long),)


def test_windows_that_only_touch_do_not_agree():
    def morning(at):
        return Window(end=NOON, says="mornings") if at < NOON else Window(start=NOON + DAY, says="from tomorrow")

    agreed = first_agreement([("morning", morning), ("noon", not_before(NOON))], NOON - HOUR)
    assert agreed.start == NOON + DAY


def test_guards_are_asked_again_until_nobody_moves_whoever_is_asked_first():
    guards = [("monday", weekly(1, hour=9)), ("next year", not_before(NOON.replace(year=2027))), ("always", always)]
    starts = {first_agreement(order, NOON).start for order in (guards, guards[::-1], guards[1:] + guards[:1])}
    assert starts == {dt.datetime(2027, 11, 22, 9, tzinfo=dt.UTC)}


def test_one_more_guard_never_gives_an_earlier_moment():
    guards = [
        ("monday", weekly(1)),
        ("year", not_before(NOON + 40 * DAY)),
        ("evening", lambda at: Window(start=NOON + 3 * DAY, says="later")),
    ]
    starts = [first_agreement(guards[:count], NOON).start for count in range(len(guards) + 1)]
    assert starts == sorted(starts)


def test_guards_that_never_agree_are_named_within_a_thousand_questions():
    questions = []
    guards = [("monday", counted(weekly(1), questions)), ("tuesday", counted(weekly(2), questions))]
    agreed = first_agreement(guards, NOON)
    assert {who for who, _ in agreed.conflict} == {"monday", "tuesday"}
    assert len(questions) <= MOST_QUESTIONS == 1000


def test_who_has_long_agreed_is_not_named_in_a_conflict_of_others():
    guards = [
        ("monday", weekly(1)),
        ("new year", not_before(NOON + 42 * DAY)),
        ("tuesday", weekly(2)),
        ("always", always),
    ]
    assert {who for who, _ in first_agreement(guards, NOON).conflict} == {"monday", "tuesday"}


def test_a_guard_that_says_never_is_the_conflict_and_nobody_else():
    never = Window.never("nobody is at home")
    agreed = first_agreement([("monday", weekly(1)), ("home", lambda at: never), ("tuesday", weekly(2))], NOON)
    assert agreed.conflict == (("home", never),)


def test_a_conflict_is_the_same_conflict_tomorrow():
    guards = [("monday", weekly(1)), ("tuesday", weekly(2))]
    today, tomorrow = first_agreement(guards, NOON), first_agreement(guards, NOON + DAY)
    assert {who for who, _ in today.conflict} == {who for who, _ in tomorrow.conflict}


def test_guards_that_agree_once_in_years_are_still_found():
    def thirteenth(at):
        day = at.replace(hour=0, minute=0)
        while not (day.day == 13 and day + DAY > at):
            day += DAY
        return Window(start=day.replace(hour=0), end=day.replace(hour=0) + DAY, says="the 13th")

    agreed = first_agreement([("friday", weekly(5)), ("thirteenth", thirteenth)], NOON)
    assert agreed.start == dt.datetime(2027, 8, 13, 9, tzinfo=dt.UTC)


def test_the_end_of_time_is_no_window():
    assert first_agreement([("never", not_before(END_OF_TIME))], NOON).conflict


# The hours of a person, across the changes of their clock


def opening(zone, at, house=None, **contact):
    """The opening hours that end after `at`, on the person's clock."""
    person = Contact(id="ann", timezone=zone, **contact)
    window = (house or Hours()).permits(contact=person, reason=WHY, number=None, at=at)
    local = ZoneInfo(zone)
    return window.start.astimezone(local), window.end.astimezone(local), window


@pytest.mark.parametrize(
    "zone",
    [
        "America/New_York",
        "Europe/Paris",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "America/Santiago",
        "Pacific/Apia",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Pacific/Chatham",
    ],
)
def test_everybody_is_rung_between_nine_and_eight_on_their_own_clock_every_working_day_of_the_year(zone):
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    for _ in range(260):
        start, end, window = opening(zone, at)
        assert (start.hour, start.minute, end.hour, end.minute) == (9, 0, 20, 0)
        assert start.date() == end.date()
        assert start.isoweekday() not in weekend_of(country_of(zone))
        assert window.end > at
        at = window.end


def test_asking_again_inside_a_window_gives_the_same_window():
    _, _, window = opening("Europe/Paris", NOON)
    for at in (window.start, window.start + HOUR, window.end - dt.timedelta.resolution):
        assert opening("Europe/Paris", at)[2] == window
    assert opening("Europe/Paris", window.end)[2].start > window.end


def test_a_business_closes_at_six():
    assert opening("Europe/Paris", NOON, business=True)[1].hour == 18


def test_friday_is_no_working_day_in_cairo_and_sunday_is_one():
    friday = dt.datetime(2026, 11, 20, 6, tzinfo=dt.UTC)
    start, *_ = opening("Africa/Cairo", friday, region="EG")
    assert (start.isoweekday(), start.hour) == (7, 9)


def test_hours_that_end_when_they_begin_are_refused():
    with pytest.raises(
        InvalidValue, match=r"Hours\.closes: found '09:00', expected a time other than the opening time"
    ):
        Hours(closes=dt.time(9))
    with pytest.raises(InvalidValue, match="other than the opening time"):
        Hours(business_closes=dt.time(9))


def test_hours_over_midnight_belong_to_the_day_on_which_they_open():
    late = Hours(opens=dt.time(22), closes=dt.time(2), business_closes=dt.time(3))
    after_friday = dt.datetime(2026, 11, 21, 1, tzinfo=ZoneInfo("Europe/Paris"))
    start, end, window = opening("Europe/Paris", after_friday, late)
    assert (start.isoweekday(), start.hour, end.isoweekday(), end.hour) == (5, 22, 6, 2), (
        "Saturday at one is still Friday's"
    )
    assert window.permits(after_friday)
    monday = opening("Europe/Paris", after_friday + HOUR, late)[0]
    assert (monday.isoweekday(), monday.hour) == (1, 22), "and Sunday at one is nobody's"


def test_hours_that_open_in_the_hour_that_does_not_exist_open_after_it():
    early = "daily 02:30-04:00"
    every_day = dt.datetime(2026, 3, 29, 0, tzinfo=ZoneInfo("Europe/Paris"))
    start, end, _ = opening("Europe/Paris", every_day, hours=early)
    assert (start.hour, start.minute, end.hour) == (3, 30, 4)


def test_hours_that_lie_wholly_in_the_hour_that_does_not_exist_are_skipped_that_day():
    sunday = dt.datetime(2026, 3, 29, 0, tzinfo=ZoneInfo("Europe/Paris"))
    start, *_ = opening("Europe/Paris", sunday, hours="daily 02:15-02:45")
    assert start.minute == 15
    assert (start.day, start.hour) in {(29, 3), (30, 2)}


def test_hours_that_close_in_the_hour_that_comes_twice_close_the_first_time():
    sunday = dt.datetime(2026, 10, 25, 0, tzinfo=ZoneInfo("Europe/Paris"))
    start, end, window = opening("Europe/Paris", sunday, hours="daily 01:00-02:30")
    assert window.end - window.start == HOUR * 1.5
    assert (start.hour, end.hour, end.minute) == (1, 2, 30)


def test_hours_from_midnight_open_at_the_first_moment_of_a_day_without_midnight():
    before = dt.datetime(2026, 4, 23, 20, tzinfo=dt.UTC)
    start, *_ = opening("Africa/Cairo", before, hours="daily 00:00-06:00")
    assert (start.date(), start.hour) == (dt.date(2026, 4, 24), 1)


def test_where_no_day_is_open_at_all_the_answer_is_an_explicit_never():
    closed = Hours(closed_days=tuple(dt.date(2026, 11, 16) + each * DAY for each in range(400)))
    window = closed.permits(contact=Contact(id="ann", timezone="Europe/Paris"), reason=WHY, number=None, at=NOON)
    assert window.is_never or window.start >= dt.datetime(2027, 12, 21, tzinfo=dt.UTC)


def test_an_unknown_zone_means_only_moments_that_are_fine_in_every_zone_they_could_be_in():
    person = Contact(id="ann", region="US")
    window = Hours().permits(contact=person, reason=WHY, number=None, at=NOON)
    for zone in ("America/New_York", "America/Los_Angeles", "Pacific/Honolulu"):
        start, end = window.start.astimezone(ZoneInfo(zone)), window.end.astimezone(ZoneInfo(zone))
        assert start.time() >= dt.time(9)
        assert start.date() == end.date()
        assert end.time() <= dt.time(20)


def test_a_number_alone_names_no_zone_so_there_is_no_call():
    for number in ("+33142685300", "+18005550105"):
        person = Contact(id="ann", phones=[number])
        window = Hours().permits(contact=person, reason=WHY, number=number, at=NOON)
        assert window.is_never
        assert "zone is unknown" in window.says
