"""D2-D5: a hang-up is answered with a note, then the call on the named day; a second one with rest."""

import pytest

from helpers.people import FRI, HOUSE, MON, NUMBER, SAT, SUN, THU, TUE, WED, a_business, somebody

BY_MAIL, POSTED = {"email": "ada@example.com"}, {"postal_address": "Hauptstr. 1", "email": "ada@example.com"}


def hung_up(when=f"{MON} 10:00", how="hung_up", **known):
    return somebody(**known).rung(when, how, reason="prospect")


@pytest.mark.parametrize("how", ["hung_up", "not_interested"])
def test_we_never_ring_straight_back(how):
    for known in ({}, BY_MAIL, POSTED):
        assert not hung_up(how=how, **known).may_be_rung(f"{MON} 10:01")


@pytest.mark.parametrize(
    ("known", "channel"),
    [
        ({"postal_address": "Hauptstr. 1", "email": "a@example.com", "fax": NUMBER}, "handwritten"),
        ({"email": "a@example.com", "fax": NUMBER}, "email"),
        ({"fax": NUMBER}, "fax"),
    ],
)
def test_the_note_goes_by_hand_else_by_mail_else_by_fax(known, channel):
    assert hung_up(**known).next(f"{MON} 10:01") == f"write after_hang_up {channel} Mon {MON} 10:01"


def test_a_brush_off_gets_its_own_note():
    life = hung_up(how="not_interested", **BY_MAIL)
    assert life.next(f"{MON} 10:01") == f"write after_brush_off email Mon {MON} 10:01"


def test_a_channel_they_refused_is_not_used():
    life = hung_up(**POSTED).opted_out(f"{MON} 10:30", channel="handwritten")
    assert life.step(f"{MON} 10:31").channel.value == "email"


@pytest.mark.parametrize(
    ("written", "mailed", "posted"),
    [
        (MON, "2026-06-05", "2026-06-05"),
        (TUE, "2026-06-05", "2026-06-05"),
        (WED, "2026-06-05", "2026-06-08"),
        (THU, "2026-06-09", "2026-06-09"),
        (FRI, "2026-06-12", "2026-06-12"),
        (SAT, "2026-06-12", "2026-06-12"),
        (SUN, "2026-06-12", "2026-06-12"),
    ],
)
def test_the_note_promises_friday_where_it_is_near_and_not_too_near(written, mailed, posted):
    life = hung_up("2026-05-29 10:00", **BY_MAIL)
    assert life.step(f"{written} 10:00").promises == life.moment(mailed)
    life = hung_up("2026-05-29 10:00", **POSTED)
    assert life.step(f"{written} 10:00").promises == life.moment(posted)


@pytest.mark.parametrize(
    ("written", "promised"),
    [(SUN, "2026-06-10"), (MON, "2026-06-04"), (TUE, "2026-06-07"), (WED, "2026-06-08"), (THU, "2026-06-09")],
)
def test_where_friday_is_a_day_of_rest_it_promises_the_third_working_day(written, promised):
    life = a_business("Africa/Cairo", "EG", **BY_MAIL).rung("2026-05-31 10:00", "hung_up")
    assert life.step(f"{written} 12:00").promises == life.moment(promised)


def test_the_day_is_counted_from_the_day_the_note_is_written_on_their_calendar():
    life = a_business("Pacific/Auckland", "NZ", **BY_MAIL).rung(f"{MON} 16:00", "hung_up")
    assert life.step(f"{THU} 00:30").promises == life.moment("2026-06-09")
    assert life.step(f"{WED} 23:30").promises == life.moment(FRI)


@pytest.mark.parametrize(("failed", "then"), [("10:00", "12:00"), ("12:00", "09:00"), ("17:00", "09:00")])
def test_the_promised_call_comes_in_another_part_of_the_day(failed, then):
    life = hung_up(f"{MON} {failed}", **BY_MAIL).got(f"{MON} 18:00", "after_hang_up", promises=FRI)
    assert life.next(f"{MON} 18:01") == f"call promise Fri {FRI} {then}"


def test_a_note_that_names_no_day_still_announces_the_call():
    life = hung_up(**BY_MAIL).got(f"{MON} 11:00", "after_hang_up", id="m-1")
    step = life.step(f"{MON} 11:01")
    assert life.next(f"{MON} 11:01") == f"call follow_up Fri {FRI} 12:00"
    assert "note" in step.reason.says


def test_a_posted_note_that_names_no_day_announces_a_later_one():
    life = hung_up(**POSTED).got(f"{WED} 11:00", "after_hang_up", "handwritten")
    assert life.next(f"{WED} 11:01") == "call follow_up Mon 2026-06-08 12:00"


def test_the_call_that_a_note_announced_stands_until_they_were_reached():
    life = hung_up(**POSTED).got(f"{WED} 11:00", "after_hang_up", "handwritten")
    assert life.rung("2026-06-08 12:00").step("2026-06-08 12:01").reason.name == "follow_up"
    assert life.talked("2026-06-08 12:00").step("2026-06-08 12:01").reason.name != "follow_up"


def test_a_note_written_in_the_minute_of_the_hang_up_is_a_note():
    assert hung_up(**BY_MAIL).got(f"{MON} 10:00", "after_hang_up", promises=FRI).step(f"{MON} 10:01").type == "call"


def test_no_note_no_call_back_however_long_it_takes():
    life = hung_up(**BY_MAIL)
    assert life.step("2026-09-01 10:00").type == "write"
    assert not life.may_be_rung("2026-09-01 10:00")


def test_after_a_morning_without_another_channel_they_rest_ten_working_days_and_are_called_at_noon():
    assert hung_up().next(f"{MON} 10:01") == "call prospect Mon 2026-06-15 12:00"
    assert hung_up(f"{MON} 16:00").next(f"{MON} 16:01") == "call prospect Mon 2026-06-15 09:00"


def test_ten_working_days_are_theirs():
    life = a_business("Africa/Cairo", "EG").rung(f"{THU} 16:00", "hung_up")
    weekends_only = HOUSE.without("public_holidays")
    assert life.next(f"{THU} 16:01", weekends_only) == "call prospect Thu 2026-06-18 09:00"
    assert life.next(f"{THU} 16:01") == "call prospect Sun 2026-06-21 09:00", "the Islamic year begins in between"


def test_a_second_hang_up_gets_no_note_and_no_third_try_for_ninety_days():
    life = hung_up(**BY_MAIL).got(f"{MON} 11:00", "after_hang_up", promises=FRI).rung(f"{FRI} 12:00", "hung_up")
    assert life.next(f"{FRI} 12:01") == "call prospect Thu 2026-09-03 12:00"
    assert not life.may_be_rung("2026-09-03 11:59")


def test_a_brush_off_after_a_hang_up_is_a_second_bad_moment():
    life = hung_up(**BY_MAIL).got(f"{MON} 11:00", "after_hang_up", promises=FRI).rung(f"{FRI} 12:00", "not_interested")
    assert life.next(f"{FRI} 12:01") == "call prospect Thu 2026-09-03 12:00"


def test_months_without_a_talk_begin_no_new_cycle():
    life = hung_up("2026-02-02 10:00", **BY_MAIL).got("2026-02-02 11:00", "after_hang_up", promises="2026-02-06")
    life = life.rung("2026-02-06 12:00").rung(f"{MON} 10:00", "hung_up")
    assert life.next(f"{MON} 10:01") == "call prospect Mon 2026-08-31 09:00"


def test_a_talk_in_between_begins_a_new_cycle():
    life = hung_up(**BY_MAIL).got(f"{MON} 11:00", "after_hang_up", promises=FRI).talked(f"{FRI} 12:00")
    assert life.rung("2026-06-10 10:00", "hung_up").step("2026-06-10 10:01").purpose == "after_hang_up"


def test_after_the_rest_a_new_cycle_begins_with_a_note():
    life = hung_up(**BY_MAIL).rung(f"{FRI} 12:00", "hung_up").rung("2026-09-03 15:00", "hung_up")
    assert life.step("2026-09-03 15:01").purpose == "after_hang_up"


def test_an_hour_they_named_needs_no_note():
    life = hung_up(**BY_MAIL).promised(f"{MON} 10:30", f"{TUE} 15:00")
    assert life.rung(f"{TUE} 09:00", "technical").may_be_rung(f"{TUE} 15:00")


def test_a_no_by_mail_is_not_answered_by_mail():
    life = somebody(**POSTED).rung(f"{MON} 10:00").wrote_to_us(f"{MON} 11:00", "not_interested")
    assert life.next(f"{MON} 11:01") == f"write after_brush_off handwritten Mon {MON} 11:01"


def test_stop_calling_gets_no_note_ever():
    life = hung_up(how="do_not_call", **POSTED)
    assert life.next(f"{MON} 10:01") == "walk_away do_not_call never"
