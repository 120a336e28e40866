"""A moment the person named, what it beats, and what it does not."""

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import (
    CallAttempt,
    CalledOff,
    Commitment,
    Contact,
    History,
    Message,
    Playbook,
    Purchase,
    Reason,
    Retraction,
    Snooze,
    Stop,
    Window,
    hookimpl,
)

PARIS = ZoneInfo("Europe/Paris")
ANN = Contact(id="ann", phones=["+33142685300"], timezone="Europe/Paris", region="FR")
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)


def at(day, hour, minute=0, month=11):
    return dt.datetime(2026, month, day, hour, minute, tzinfo=PARIS)


TUESDAY, FRIDAY = at(17, 10), at(20, 10)
NIGHT = at(20, 22)


@attrs.frozen
class Named:
    """They named a moment."""

    due: dt.datetime
    how: str | None
    name: str = "named"

    @hookimpl
    def reasons(self):
        return Reason(name="birthday", due=self.due, says="they named it", named=self.how)


@attrs.frozen
class Guard:
    """Only in this window."""

    window: Window
    name: str = "guard"

    @hookimpl
    def permits(self):
        return self.window


def named_step(due, how, *guards, now=None, **window):
    rules = [*guards] or [Guard(Window(**{"says": "guard", **window}))]
    return Playbook([Named(due, how), *rules], strict=True).next_step(ANN, History(), now or FRIDAY)


def house(facts, now, contact=ANN):
    return Playbook(strict=True).next_step(contact, History(facts), now)


def promised(due, made=TUESDAY, **more):
    return Commitment(at=made, **{"by": "us", "due": due, **more})


# A named hour and a named day, with any guard


def test_a_named_hour_lasts_one_hour():
    step = named_step(NIGHT, "hour", start=at(23, 9), yields=True)
    assert (step.at, step.until) == (NIGHT, NIGHT + HOUR)


def test_a_named_day_lasts_until_the_day_ends_on_their_own_calendar():
    step = named_step(FRIDAY, "day", start=at(30, 9), yields=True)
    assert (step.at, step.until) == (FRIDAY, at(21, 0))


def test_late_within_the_named_hour_is_still_the_named_hour():
    step = named_step(NIGHT, "hour", start=at(23, 9), yields=True, now=NIGHT + 59 * MINUTE)
    assert (step.at, step.until, step.since) == (NIGHT + 59 * MINUTE, NIGHT + HOUR, NIGHT)


@pytest.mark.parametrize("late", [HOUR, DAY])
def test_afterwards_it_is_an_ordinary_reason(late):
    step = named_step(NIGHT, "hour", start=at(23, 9), yields=True, now=NIGHT + late)
    assert (step.at, step.since) == (at(23, 9), NIGHT)


@pytest.mark.parametrize("how", ["hour", "day"])
def test_a_firm_guard_gives_way_to_nobody(how):
    assert named_step(NIGHT, how, start=at(23, 9)).at == at(23, 9)


def test_a_guard_gives_way_only_where_its_answer_says_so():
    pace, law = (
        Guard(Window(start=at(25, 9), says="pace", yields=True), "pace"),
        Guard(Window(start=NIGHT + 20 * MINUTE, says="law"), "law"),
    )
    step = named_step(NIGHT, "hour", pace, law)
    assert (step.at, step.until) == (NIGHT + 20 * MINUTE, NIGHT + HOUR)


def test_a_firm_guard_that_opens_after_the_named_hour_leaves_an_ordinary_reason():
    pace, law = (
        Guard(Window(start=at(25, 9), says="pace", yields=True), "pace"),
        Guard(Window(start=NIGHT + HOUR, says="law"), "law"),
    )
    assert named_step(NIGHT, "hour", pace, law).at == at(25, 9)


def test_a_firm_end_inside_the_named_hour_ends_the_call():
    law = Guard(Window(end=NIGHT + 20 * MINUTE, says="law"), "law")
    assert named_step(NIGHT, "hour", law).until == NIGHT + 20 * MINUTE


def test_a_moment_that_we_named_alone_beats_nothing():
    assert named_step(NIGHT, None, start=at(23, 9), yields=True).at == at(23, 9)


def test_never_before_its_moment():
    assert named_step(NIGHT, "hour", start=at(1, 9), yields=True).at == NIGHT


def test_a_ground_to_walk_away_beats_it():
    @attrs.frozen
    class Ground:
        @hookimpl
        def walk_away(self):
            return Stop(grounds="disqualified", since=FRIDAY, says="they went out of business")

    assert named_step(NIGHT, "hour", Ground(), now=NIGHT).type == "walk_away"


# The house rules: hours, pace, caps, rests


def test_an_hour_they_asked_for_in_the_evening_is_kept_outside_opening_hours():
    step = house([promised(NIGHT)], FRIDAY)
    assert (step.reason.name, step.at, step.until) == ("promise", NIGHT, NIGHT + HOUR)


def test_an_hour_that_we_named_alone_is_kept_inside_opening_hours():
    assert house([promised(NIGHT, asked_by="us")], FRIDAY).at == at(23, 9)


def test_an_hour_of_a_sunday_that_they_asked_for_is_kept_on_the_sunday():
    assert house([promised(at(22, 11))], FRIDAY).at == at(22, 11)


def test_a_day_they_named_opens_with_its_calling_hours_and_beats_pace():
    tried = [CallAttempt(at=at(20, 10) + each * MINUTE, disposition="no_answer") for each in range(2)]
    step = house([promised(dt.date(2026, 11, 20)), CallAttempt(at=at(19, 16), disposition="no_answer")], FRIDAY)
    assert step.at == FRIDAY
    step = house([promised(dt.date(2026, 11, 21), at(20, 11)), *tried], at(20, 12))
    assert step.at == at(23, 9), "no Saturday: a named day does not beat hours, it moves to the next working day"
    step = house([promised(dt.date(2026, 11, 23), at(20, 11)), *tried], at(20, 12))
    assert step.at == at(23, 9)


def test_a_named_hour_beats_a_snooze_and_the_gap_after_an_attempt():
    snoozed = Snooze(at=TUESDAY - HOUR, until=at(30, 9))
    tried = CallAttempt(at=at(20, 9), disposition="no_answer")
    assert house([promised(FRIDAY), snoozed, tried], at(20, 9, 30)).at == FRIDAY


def test_a_snooze_that_was_asked_for_after_the_promise_is_the_later_word():
    snoozed = Snooze(at=at(18, 9), until=at(30, 9))
    assert house([promised(FRIDAY), snoozed], at(18, 10)).at == at(30, 9)


def test_an_hour_a_gatekeeper_named_beats_pace_and_not_opening_hours():
    noon = CallAttempt(at=at(20, 9), disposition="gatekeeper", callback_at=at(20, 13))
    assert house([noon], at(20, 9, 1)).at == at(20, 13)
    early = CallAttempt(at=at(20, 10), disposition="gatekeeper", callback_at=at(23, 7))
    assert house([early], at(20, 11)).at == at(23, 9)


def test_after_the_hour_has_passed_the_promise_waits_for_opening_hours():
    step = house([promised(NIGHT)], NIGHT + HOUR)
    assert (step.reason.name, step.at, step.since) == ("promise", at(23, 9), NIGHT)


def test_what_a_promised_call_in_vain_was_about_stands_under_hours_and_pace():
    facts = [promised(at(20, 10)), CallAttempt(at=at(20, 10), disposition="no_answer", reason="promise")]
    step = house(facts, at(20, 10, 1))
    assert step.reason.name == "follow_up"
    assert step.at >= at(22, 0), "two days later at the earliest"
    assert step.at.astimezone(PARIS).hour >= 12, "in another part of the day"


def test_a_promise_a_quarter_of_an_hour_early_is_kept_and_not_rung_again():
    facts = [promised(at(20, 10)), CallAttempt(at=at(20, 9, 45), disposition="conversation", reason="promise")]
    step = house(facts, at(20, 10))
    assert step.type != "call" or (step.reason.name != "promise" and step.at > at(21, 0))


def test_a_promise_made_minutes_ahead_is_kept_when_its_moment_comes():
    asked = CallAttempt(at=FRIDAY, disposition="callback_requested", callback_at=FRIDAY + 10 * MINUTE)
    step = house([asked], FRIDAY + MINUTE)
    assert (step.type, step.at, step.reason.name) == ("call", FRIDAY + 10 * MINUTE, "promise")


def test_call_me_later_today_is_a_promise_for_today():
    asked = CallAttempt(at=FRIDAY, disposition="callback_requested", callback_at=FRIDAY.date())
    step = house([asked], FRIDAY + 2 * HOUR)
    assert (step.type, step.reason.name) == ("call", "promise")
    assert step.at < at(21, 0)


def test_a_callback_without_a_time_is_the_next_working_day_in_another_part_of_the_day():
    step = house([CallAttempt(at=FRIDAY, disposition="callback_requested")], FRIDAY + HOUR)
    assert (step.reason.name, step.at) == ("promise", at(23, 12))
    step = house([CallAttempt(at=at(20, 16), disposition="callback_requested")], at(20, 17))
    assert step.at == at(23, 9)


def test_a_later_date_of_theirs_wins():
    step = house(
        [promised(at(23, 10)), CallAttempt(at=FRIDAY, disposition="callback_requested", callback_at=at(25, 10))],
        FRIDAY + HOUR,
    )
    assert step.at == at(25, 10)


def test_an_earlier_date_named_later_wins_too():
    step = house(
        [promised(at(25, 10)), CallAttempt(at=FRIDAY, disposition="callback_requested", callback_at=at(23, 10))],
        FRIDAY + HOUR,
    )
    assert step.at == at(23, 10)


# Clocks that change


def test_ten_on_monday_stays_ten_when_the_clocks_change_on_sunday():
    step = house([promised(at(26, 10, month=10), at(23, 10, month=10))], at(23, 11, month=10))
    assert step.at == dt.datetime(2026, 10, 26, 9, tzinfo=dt.UTC)


def test_a_promise_for_the_hour_that_does_not_exist_is_kept_after_it():
    due = dt.datetime(2026, 3, 29, 2, 30, tzinfo=PARIS)
    step = house(
        [promised(due, dt.datetime(2026, 3, 27, 10, tzinfo=PARIS))], dt.datetime(2026, 3, 27, 11, tzinfo=PARIS)
    )
    assert step.at.astimezone(PARIS).strftime("%d %H:%M") == "29 03:30"


def test_a_promise_for_the_hour_that_comes_twice_is_kept_the_first_time():
    due = dt.datetime(2026, 10, 25, 2, 30, tzinfo=PARIS)
    step = house([promised(due, at(23, 10, month=10))], at(23, 11, month=10))
    assert (step.at, step.until) == (
        dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC),
        dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC),
    )


@pytest.mark.parametrize(
    ("zone", "region", "day"),
    [("Africa/Cairo", "EG", dt.date(2026, 4, 24)), ("America/Santiago", "CL", dt.date(2026, 9, 6))],
)
def test_a_day_without_midnight_can_be_promised_and_left_in_peace(zone, region, day):
    contact = Contact(id="ann", phones=["+33142685300"], timezone=zone, region=region)
    made = dt.datetime.combine(day - 3 * DAY, dt.time(10), tzinfo=ZoneInfo(zone))
    step = house([promised(day, made)], made + HOUR, contact)
    assert (step.type, step.reason.name) == ("call", "promise")
    local = step.at.astimezone(ZoneInfo(zone))
    assert (local.hour, local.minute) == (9, 0)
    assert local.date() > day, "both are days of a weekend, and a named day does not beat opening hours"
    assert house([Snooze(at=made, until=day), Purchase(at=made - 900 * DAY)], made + HOUR, contact).at > made + HOUR


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"])
def test_ten_past_half_hours_is_ten_there(zone):
    contact = Contact(id="ann", phones=["+33142685300"], timezone=zone)
    due = dt.datetime(2026, 11, 24, 10, tzinfo=ZoneInfo(zone))
    step = house([promised(due)], FRIDAY, contact)
    assert step.at.astimezone(ZoneInfo(zone)).strftime("%H:%M") == "10:00"


def test_the_twenty_ninth_of_february_can_be_promised():
    due = dt.datetime(2028, 2, 29, 10, tzinfo=PARIS)
    assert house([promised(due)], FRIDAY).at == due


# Theirs


def test_while_their_promise_is_open_we_do_not_call_and_one_working_day_later_we_do():
    theirs = promised(at(24, 10), by="them")
    step = house([theirs, Purchase(at=at(1, 10) - 400 * DAY)], FRIDAY)
    assert (step.reason.name, step.at) == ("their_promise_lapsed", at(25, 10))


def test_their_promise_made_on_a_friday_for_friday_lapses_on_monday():
    assert house([promised(at(20, 16), by="them")], FRIDAY).at == at(23, 16)


def test_their_promise_without_a_date_lasts_five_working_days():
    step = house([promised(None, at(20, 10), by="them")], FRIDAY)
    assert step.reason.name == "their_promise_lapsed"
    assert step.at == at(30, 9), "Friday and five working days is Friday; it lapses one working day later"


def test_when_they_do_turn_to_us_their_promise_is_kept():
    reply = Message(at=at(23, 10), channel="email", direction="inbound")
    step = house([promised(at(24, 10), by="them"), reply], at(23, 11))
    assert (step.reason.name, step.at) == ("returned_call", at(23, 11))


def test_what_a_later_date_replaced_stays_replaced_when_that_one_is_called_off():
    tuesday = CallAttempt(at=at(16, 10), disposition="conversation", id="a", callback_at=at(24, 10))
    thursday = CallAttempt(at=at(17, 10), disposition="conversation", id="b", callback_at=at(26, 10))
    life = History([tuesday, thursday]).seen_by(ANN)
    assert [each.fact.id for each in life.promises] == ["b"]
    assert life.add(CalledOff(at=at(18, 10), of="b")).promises == (), "called off is not the same as taken back"
    assert [each.fact.id for each in life.add(Retraction(at=at(18, 10), of="b")).promises] == ["a"]
