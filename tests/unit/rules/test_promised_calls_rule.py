"""B1: a promised call is made at its moment."""

import pytest

from helpers.people import FRI, HOUSE, MOBILE, MON, NUMBER, SAT, SUN, THU, TUE, WED, a_business, somebody

ASKED = somebody().promised(f"{MON} 10:00", f"{WED} 10:00", id="k-1", what="the second quotation")


def test_a_promised_hour_is_kept_to_the_minute_and_never_before():
    assert ASKED.next(f"{MON} 11:00") == "call promise Wed 2026-06-03 10:00"
    assert not ASKED.may_be_rung(f"{WED} 09:59")
    assert ASKED.may_be_rung(f"{WED} 10:00")


def test_it_says_what_they_asked_for():
    assert "the second quotation" in ASKED.step(f"{MON} 11:00").reason.says


def test_it_says_whose_word_it_was_and_how_exactly():
    noted = (
        somebody(email="a@example.com")
        .rung(f"{MON} 10:00", "hung_up")
        .got(f"{MON} 11:00", "after_hang_up", promises=FRI)
    )
    told = {
        "our note named this day": noted,
        "they asked for a call at this hour": ASKED,
        "they asked for a call on this day": somebody().promised(f"{MON} 10:00", WED),
        "we said we would call": somebody().promised(f"{MON} 10:00", WED, asked_by="us"),
    }
    assert [life.step(f"{MON} 12:00").reason.says.startswith(says) for says, life in told.items()] == [True] * 4


@pytest.mark.parametrize("hour", ["06:30", "22:15", "00:00"])
def test_an_hour_they_asked_for_beats_courtesy_hours(hour):
    assert a_business().promised(f"{MON} 10:00", f"{WED} {hour}").next(f"{MON} 11:00").endswith(f"{WED} {hour}")


def test_an_hour_they_asked_for_beats_the_weekend():
    assert a_business().promised(f"{MON} 10:00", f"{SUN} 08:00").next(f"{MON} 11:00").endswith(f"{SUN} 08:00")


def test_an_hour_they_asked_for_lasts_an_hour_and_is_then_a_promise_within_hours():
    life = a_business().promised(f"{MON} 10:00", f"{SAT} 19:00")
    assert life.next(f"{SAT} 19:59") == f"call promise Sat {SAT} 19:59"
    assert life.next(f"{SAT} 20:00") == "call promise Mon 2026-06-08 09:00"


def test_an_hour_they_asked_for_beats_the_pace():
    life = ASKED.rung(f"{TUE} 09:00").rung(f"{WED} 09:10")
    assert life.next(f"{WED} 09:30") == f"call promise Wed {WED} 10:00"


def test_an_hour_they_asked_for_beats_the_caps():
    life = ASKED.rung(f"{MON} 11:00").rung(f"{TUE} 12:00").rung(f"{WED} 09:00")
    assert life.next(f"{WED} 09:30") == f"call promise Wed {WED} 10:00"


def test_an_hour_that_we_named_alone_waits_for_opening_hours_and_pace():
    life = a_business().rung(f"{MON} 10:00").promised(f"{MON} 10:05", f"{TUE} 08:00", asked_by="us")
    assert life.next(f"{MON} 11:00") == f"call promise Wed {WED} 12:00"


def test_a_day_that_a_voicemail_named_is_kept_within_hours():
    life = a_business().rung(f"{THU} 10:00", "voicemail_left", promises=SUN)
    assert life.next(f"{THU} 11:00") == "call promise Mon 2026-06-08 12:00"


def test_an_hour_agreed_in_a_talk_is_theirs_as_well():
    life = a_business().talked(f"{MON} 10:00", promises=f"{WED} 18:30")
    assert life.next(f"{MON} 11:00") == f"call promise Wed {WED} 18:30"


def test_a_day_they_named_opens_with_the_hours_of_that_day():
    assert somebody().promised(f"{MON} 10:00", WED).next(f"{MON} 11:00") == f"call promise Wed {WED} 09:00"


def test_a_day_they_named_beats_the_pace_and_not_the_hours():
    life = somebody().rung(f"{TUE} 17:00").promised(f"{TUE} 17:05", WED)
    assert life.next(f"{TUE} 17:30") == f"call promise Wed {WED} 09:00"


def test_a_saturday_they_named_without_an_hour_is_kept_when_hours_open_again():
    assert a_business().promised(f"{MON} 10:00", SAT).next(f"{MON} 11:00") == "call promise Mon 2026-06-08 09:00"


@pytest.mark.parametrize(
    ("rang", "kept"), [(f"{WED} 09:44", False), (f"{WED} 09:45", True), (f"{WED} 10:00", True), (f"{FRI} 09:00", True)]
)
def test_a_call_from_a_quarter_of_an_hour_before_keeps_it(rang, kept):
    life = ASKED.rung(rang)
    assert bool(life.history.open_promises) is not kept


@pytest.mark.parametrize(("rang", "kept"), [(f"{TUE} 23:59", False), (f"{WED} 00:00", True)])
def test_a_call_late_on_the_day_before_does_not_keep_a_promise_for_a_day(rang, kept):
    promised = somebody().promised(f"{MON} 10:00", WED, id="k-1")
    assert ("promise" not in promised.rung(rang).next(f"{WED} 08:00")) is kept


def test_asked_late_in_the_evening_to_call_back_a_second_try_that_evening_keeps_nothing():
    life = somebody().rung(f"{MON} 23:48", "callback_requested").rung(f"{MON} 23:49")
    assert life.next(f"{MON} 23:50") == f"call promise Tue {TUE} 09:00"


def test_the_call_in_which_it_was_promised_does_not_keep_it():
    life = somebody().rung(f"{MON} 10:00", "callback_requested", callback_at=f"{MON} 10:10")
    assert life.next(f"{MON} 10:05") == f"call promise Mon {MON} 10:10"
    life = somebody().rung(f"{MON} 10:00", "callback_requested", callback_at=MON)
    assert life.next(f"{MON} 10:05") == f"call promise Mon {MON} 12:00"


@pytest.mark.parametrize("how", ["technical", "not_dialled", "bad_number"])
def test_a_call_that_never_rang_does_not_keep_it(how):
    assert ASKED.rung(f"{WED} 10:00", how).history.open_promises


def test_a_wrong_number_does_not_keep_it():
    life = ASKED.but(phones=somebody(phones=[NUMBER, MOBILE]).contact.phones)
    step = life.rung(f"{WED} 10:00", "wrong_number", number=NUMBER).step(f"{WED} 10:05")
    assert (step.reason.name, step.number) == ("promise", MOBILE)


def test_a_promise_past_its_day_is_still_due():
    life = ASKED.step("2026-06-18 10:00")
    assert (life.reason.name, life.since, life.is_due(life.at)) == ("promise", ASKED.at(f"{WED} 10:00"), True)


def test_unanswered_what_it_was_about_stands_as_a_follow_up_at_a_decent_pace():
    life = ASKED.rung(f"{WED} 10:00", "voicemail_left", reason="promise", about="k-1")
    step = life.step(f"{WED} 10:01")
    assert life.next(f"{WED} 10:01") == f"call follow_up Fri {FRI} 12:00"
    assert (step.reason.about, step.reason.named) == ("k-1", None)
    assert "the second quotation" in step.reason.says


def test_once_they_were_reached_nothing_is_left_of_it():
    life = ASKED.rung(f"{WED} 10:00").talked(f"{FRI} 12:00")
    assert life.step(f"{FRI} 13:00").reason.name == "prospect"


def test_they_ring_before_the_moment_and_the_promise_stands():
    life = ASKED.rang_us(f"{TUE} 10:00", "conversation")
    assert life.next(f"{TUE} 11:00") == f"call promise Wed {WED} 10:00"


def test_a_later_date_of_theirs_takes_the_place_of_an_open_one():
    life = ASKED.promised(f"{TUE} 12:00", f"{FRI} 15:00")
    assert life.next(f"{TUE} 12:30") == f"call promise Fri {FRI} 15:00"


def test_an_earlier_moment_named_later_takes_the_place_as_well():
    life = ASKED.promised(f"{MON} 12:00", f"{TUE} 15:00")
    assert life.next(f"{MON} 12:30") == f"call promise Tue {TUE} 15:00"
    assert life.rung(f"{TUE} 15:00").step(f"{WED} 09:00").reason.name == "follow_up"


def test_a_date_of_ours_does_not_take_the_place_of_theirs():
    life = ASKED.rung(f"{TUE} 12:00", "voicemail_left", promises=THU)
    assert life.next(f"{TUE} 12:30") == f"call promise Wed {WED} 10:00"


def test_asked_to_call_back_without_a_time_we_call_the_next_working_day_in_another_part_of_it():
    assert somebody().rung(f"{MON} 10:00", "callback_requested").next(f"{MON} 11:00") == f"call promise Tue {TUE} 12:00"
    assert somebody().rung(f"{MON} 13:00", "callback_requested").next(f"{MON} 14:00") == f"call promise Tue {TUE} 09:00"
    assert somebody().rung(f"{MON} 19:30", "callback_requested").next(f"{MON} 19:40") == f"call promise Tue {TUE} 09:00"


def test_asked_on_a_friday_without_a_time_we_call_on_monday_and_on_sunday_in_cairo():
    assert a_business().rung(f"{FRI} 10:00", "callback_requested").next(f"{FRI} 11:00").endswith("Mon 2026-06-08 12:00")
    cairo = a_business("Africa/Cairo", "EG").rung("2026-06-04 10:00", "callback_requested")
    assert cairo.next("2026-06-04 11:00").endswith("Sun 2026-06-07 12:00")


def test_a_time_from_the_gatekeeper_beats_the_pace_and_not_the_hours():
    life = a_business().rung(f"{MON} 13:00").rung(f"{TUE} 11:10", "gatekeeper", callback_at=f"{WED} 11:30")
    assert life.next(f"{TUE} 12:00") == f"call promise Wed {WED} 11:30"
    early = a_business().rung(f"{TUE} 11:10", "gatekeeper", callback_at=f"{WED} 08:15")
    assert early.next(f"{TUE} 12:00") == f"call promise Wed {WED} 09:00"


def test_a_note_we_promised_to_send_rings_no_phone():
    life = somebody().promised(f"{MON} 10:00", f"{WED} 10:00", kind="send")
    assert life.step(f"{MON} 11:00").reason.name == "prospect"


def test_stop_calling_ends_every_promise_and_consent_does_not_bring_it_back():
    life = ASKED.opted_out(f"{TUE} 10:00")
    assert life.next(f"{TUE} 11:00") == "walk_away do_not_call never"
    assert not life.consented(f"{TUE} 15:00").history.open_promises


def test_before_an_open_promise_only_a_returned_call_or_another_promise_may_come():
    life = ASKED.but(buys_from="Brightwell").insight("2026-05-29 10:00").met("2026-05-29 12:00")
    assert life.next(f"{MON} 11:00") == f"call promise Wed {WED} 10:00"
    assert life.rang_us(f"{TUE} 10:00").next(f"{TUE} 10:05") == f"call returned_call Tue {TUE} 10:05"
    sooner = ASKED.promised(f"{MON} 10:30", f"{TUE} 10:00", asked_by="us")
    assert sooner.next(f"{MON} 11:00") == f"call promise Tue {TUE} 10:00"


def test_an_hour_that_the_clock_change_swallows_moves_forward():
    life = somebody().promised("2026-03-26 10:00", "2026-03-29 02:30")
    assert life.next("2026-03-26 11:00") == "call promise Sun 2026-03-29 03:30"


def test_of_an_hour_that_comes_twice_it_is_the_first():
    life = somebody().promised("2026-10-22 10:00", "2026-10-25 02:30")
    assert life.step("2026-10-22 11:00").at.isoformat() == "2026-10-25T00:30:00+00:00"


def test_we_are_warned_while_promising_a_moment_that_cannot_be_kept():
    life = a_business()
    asked = HOUSE.can_promise(life.contact, life.history, life.moment(SAT))
    assert not asked.allowed
    assert asked.at == life.at("2026-06-08 09:00")
    assert HOUSE.can_promise(life.contact, life.history, life.at(f"{SAT} 10:00")).allowed
    assert not HOUSE.can_promise(life.contact, life.history, life.at(f"{SAT} 10:00"), asked_by="us").allowed
