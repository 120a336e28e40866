"""Part G of the rulebook, and E8: what reports about other tools showed, each as a sentence."""

import datetime as dt

import attrs
import pytest

from callrules import CalledOff, Phone, Purchase, Window, hookimpl
from callrules.rules import Hours, PublicHolidays
from helpers.people import FRI, HOUSE, MOBILE, MON, NUMBER, SAT, THU, TUE, WED, a_business, somebody

MAIL = {"email": "ada@example.com"}


# --- G15–G18: what happened, and what only looks so


@pytest.mark.parametrize("leg", [f"{MON} 10:00", f"{MON} 10:03", f"{MON} 10:05"])
def test_what_reaches_us_during_a_talk_is_part_of_it(leg):
    life = somebody().rang_us(f"{MON} 10:00", "conversation", duration=300).rang_us(leg, id="leg")
    assert "returned_call" not in life.next(f"{MON} 11:00")
    assert "returned_call" not in life.wrote_to_us(leg).next(f"{MON} 11:00")


def test_what_reaches_us_after_the_talk_is_called_back():
    life = somebody().talked(f"{MON} 10:00", duration=300)
    assert life.rang_us(f"{MON} 10:06").step(f"{MON} 11:00").reason.name == "returned_call"


def test_a_time_named_within_a_talk_stands():
    life = somebody().rang_us(f"{MON} 10:00", "conversation", duration=300)
    life = life.rang_us(f"{MON} 10:02", callback_at=f"{WED} 15:00")
    assert life.next(f"{MON} 11:00") == f"call promise Wed {WED} 15:00"


def test_no_telephone_talks_for_more_than_a_day():
    life = somebody().talked(f"{MON} 10:00", duration=9_000_000).rang_us(f"{WED} 10:00")
    assert life.step(f"{WED} 11:00").reason.name == "returned_call"


def test_a_reply_that_wants_nothing_is_contact_and_nothing_more():
    cold = somebody(role="decision_maker")
    assert cold.step(f"{MON} 10:00").type == "seek_introduction"
    assert cold.wrote_to_us(f"{MON} 09:00", "acknowledgement").next(f"{MON} 10:00") == f"call prospect Mon {MON} 10:00"
    waiting = somebody().promised_us(f"{MON} 10:00", FRI)
    assert waiting.wrote_to_us(f"{TUE} 10:00", "acknowledgement").step(f"{TUE} 11:00").reason.name != "returned_call"
    assert not waiting.wrote_to_us(f"{TUE} 10:00", "acknowledgement").may_be_rung(f"{WED} 10:00")
    snoozed = somebody().snoozed(f"{MON} 09:00", FRI).wrote_to_us(f"{MON} 10:00", "acknowledgement")
    assert not snoozed.may_be_rung(f"{TUE} 10:00")


def off(life, when, of):
    return life.add(CalledOff(at=life.at(when), of=of))


def test_what_was_called_off_is_neither_due_nor_missed():
    promised = somebody().promised(f"{MON} 10:00", f"{WED} 10:00", id="k")
    assert "promise" not in off(promised, f"{TUE} 10:00", "k").next(f"{TUE} 11:00")
    meeting = somebody(**MAIL).talked(f"{MON} 09:00").promised(f"{MON} 10:00", f"{WED} 10:00", kind="meet", id="m")
    assert meeting.step(f"{WED} 12:00").purpose == "missed_meeting"
    assert off(meeting, f"{TUE} 10:00", "m").step(f"{WED} 12:00").type == "call"
    named = somebody().rung(f"{MON} 10:00", "callback_requested", callback_at=f"{WED} 10:00", id="c")
    assert "promise" not in off(named, f"{TUE} 10:00", "c").next(f"{TUE} 11:00")
    theirs = somebody().promised_us(f"{MON} 10:00", FRI, id="t")
    assert off(theirs, f"{TUE} 10:00", "t").may_be_rung(f"{WED} 10:00")


def test_a_call_whose_appointment_was_called_off_was_still_made():
    life = somebody().rung(f"{MON} 10:00", "callback_requested", callback_at=f"{WED} 10:00", id="c")
    assert len(off(life, f"{TUE} 10:00", "c").history.attempts) == 1


def test_what_replaced_an_appointment_and_was_called_off_brings_the_first_one_not_back():
    life = somebody().promised(f"{MON} 10:00", f"{WED} 10:00", id="a").promised(f"{MON} 11:00", f"{THU} 10:00", id="b")
    assert "promise" not in off(life, f"{TUE} 10:00", "b").next(f"{TUE} 11:00")


def test_a_no_cancels_what_they_had_asked_for_and_not_what_we_named():
    asked = somebody(**MAIL).promised(f"{MON} 10:00", f"{THU} 10:00")
    assert not asked.wrote_to_us(f"{TUE} 10:00", "not_interested").history.open_promises
    ours = somebody(**MAIL).promised(f"{MON} 10:00", f"{THU} 10:00", asked_by="us")
    assert ours.wrote_to_us(f"{TUE} 10:00", "not_interested").history.open_promises


def test_an_ending_beats_a_beginning_whichever_was_written_down_last():
    life = somebody().rung(f"{MON} 10:00", "conversation", id="d")
    late = life.rung(f"{MON} 10:00", "dialing", id="d", recorded=life.at(f"{MON} 12:00"))
    assert late.history.conversations
    assert late.next(f"{MON} 10:30") == life.next(f"{MON} 10:30")


# --- G19–G20: on which telephone, and on whose clock


def test_a_promised_call_tries_the_number_first_on_which_it_was_asked_for():
    both = somebody(phones=[NUMBER, MOBILE])
    asked = both.talked("2026-05-20 10:00", number=NUMBER)
    asked = asked.rung(f"{MON} 10:00", "callback_requested", callback_at=f"{WED} 10:00", number=MOBILE)
    assert asked.step(f"{MON} 11:00").number == MOBILE
    assert both.rang_us(f"{MON} 10:00", from_number=MOBILE).step(f"{MON} 11:00").number == MOBILE
    dead = asked.rung(f"{TUE} 10:00", "wrong_number", number=MOBILE)
    assert dead.step(f"{TUE} 11:00").number == NUMBER


def test_a_number_that_is_not_on_the_card_is_told_and_never_rung():
    life = somebody().rang_us(f"{MON} 10:00", from_number="+493055500199")
    step = life.step(f"{MON} 11:00")
    assert step.number == NUMBER
    assert "not on the card" in step.says


@pytest.mark.parametrize("zone", ["UTC", "GMT", "Etc/GMT+5", "Zulu", "Greenwich", "EST", "MET", "Universal"])
def test_a_zone_that_is_no_place_is_unknown(zone):
    assert somebody(zone, None).step(f"{MON} 10:00").at is None
    californian = somebody(zone, "US-CA").step(f"{MON} 04:00")
    assert californian.at.astimezone(somebody("America/Los_Angeles").zone).hour == 9
    phoned = somebody(zone, None, phones=[Phone(number=NUMBER, timezone="Europe/Berlin")])
    assert phoned.step(f"{MON} 10:00").at is not None


def test_the_old_american_zones_are_places():
    assert somebody("EST5EDT", None).step(f"{MON} 12:00").at is not None


def test_a_zone_in_another_country_than_the_region_binds_together_with_all_of_the_regions():
    life = somebody("Europe/Berlin", "US-NY")
    assert life.next(f"{MON} 10:00") == f"call prospect Mon {MON} 15:00"
    gulf = somebody("Asia/Dubai", "EG")
    assert gulf.next(f"{FRI} 12:00") == "call prospect Mon 2026-06-08 10:00", (
        "Friday to Sunday are weekend in one of them"
    )


def test_the_weekend_follows_the_zones_country_where_no_region_is_known():
    assert somebody("Africa/Cairo", None).next(f"{FRI} 12:00") == "call prospect Sun 2026-06-07 09:00"


# --- G21, E8: days that we name, and days on which nobody works


def hung_up(life, when):
    return life.rung(when, "hung_up", reason="prospect")


def test_a_note_names_a_day_on_which_the_call_may_be_made():
    closed = HOUSE.with_rules(Hours(closed_days=(dt.date(2026, 6, 5),)))
    assert hung_up(somebody(**MAIL), f"{MON} 10:00").step(f"{MON} 11:00").promises == dt.date(2026, 6, 5)
    step = hung_up(somebody(**MAIL), f"{MON} 10:00").step(f"{MON} 11:00", closed)
    assert step.promises == dt.date(2026, 6, 4)
    assert "Thursday 04 June" in step.says


@attrs.frozen
class AwayUntil:
    """They are away, and nobody rings meanwhile."""

    day: str
    name: str = "away"

    @hookimpl
    def permits(self, history):
        return Window(start=history.calendar.starts(dt.date.fromisoformat(self.day)), says="they are away")


def test_a_note_names_no_day_where_none_within_a_month_suits_everybody():
    life = hung_up(somebody(**MAIL), f"{MON} 10:00")
    step = life.step(f"{MON} 11:00", HOUSE.with_rules(AwayUntil("2026-06-25")))
    assert (step.type, step.promises) == ("write", dt.date(2026, 6, 25))
    step = life.step(f"{MON} 11:00", HOUSE.with_rules(AwayUntil("2026-07-25")))
    assert (step.type, step.promises) == ("write", None)


def test_a_note_waits_with_its_day_until_their_own_promise_has_lapsed():
    life = hung_up(somebody(**MAIL).promised_us("2026-05-29 10:00", "2026-06-09"), f"{MON} 10:00")
    day = life.step(f"{MON} 11:00").promises
    noted = life.got(f"{MON} 11:00", "after_hang_up", promises=day.isoformat())
    assert noted.step(f"{MON} 11:01").at.date() == day == dt.date(2026, 6, 10)


CHRISTMAS = somebody("Europe/Paris", "FR")


def test_a_holiday_is_no_working_day_of_theirs():
    assert CHRISTMAS.next("2026-12-25 10:00") == "call prospect Mon 2026-12-28 09:00"
    assert CHRISTMAS.next("2026-12-25 10:00", HOUSE.without("public_holidays")).endswith("Fri 2026-12-25 10:00")
    theirs = CHRISTMAS.promised_us("2026-12-21 10:00", "2026-12-24")
    assert theirs.next("2026-12-24 10:00") == "call their_promise_lapsed Mon 2026-12-28 09:00"


def test_an_hour_they_named_on_a_holiday_is_kept_and_a_day_moves_to_the_next_working_day():
    assert CHRISTMAS.promised("2026-12-20 10:00", "2026-12-25 10:00").next("2026-12-21 10:00").endswith("12-25 10:00")
    tried = CHRISTMAS.promised("2026-12-20 10:00", "2026-12-25").rung("2026-12-24 09:30")
    assert tried.next("2026-12-24 10:00") == "call promise Mon 2026-12-28 09:00"


def test_only_who_opens_daily_moves_a_named_day_and_another_guard_brings_no_call_inside_pace():
    tried = somebody().promised(f"{MON} 10:00", TUE).rung(f"{MON} 11:00").rung(f"{MON} 11:30").rung(f"{MON} 11:40")
    away = HOUSE.with_rules(AwayUntil(WED))
    assert tried.next(f"{MON} 12:00").endswith(f"promise Tue {TUE} 09:00")
    assert tried.next(f"{MON} 12:00", away) == tried.next(f"{WED} 08:00") != f"call promise Wed {WED} 09:00"


def test_a_holiday_that_moved_a_named_day_is_told():
    step = CHRISTMAS.promised("2026-12-20 10:00", "2026-12-25").step("2026-12-21 10:00")
    assert "a public holiday there" in step.says


def test_where_no_holidays_are_known_there_are_weekends_only_and_why_says_so_once():
    palmer = somebody("Antarctica/Palmer", "AQ")
    assert palmer.step(f"{MON} 10:00").at is not None
    said = str(HOUSE.explain(palmer.contact, palmer.history, palmer.at("2160-06-02 10:00")))
    assert said.count("weekends only") == 1


def test_the_holidays_are_part_of_what_answers_hang_on():
    assert HOUSE.without("public_holidays").fingerprint != HOUSE.fingerprint
    assert PublicHolidays() in HOUSE.rules


# --- G22–G26: refunds, moments, twins, bounces


def bought(life, *sums):
    return life.add(*(Purchase(at=life.at(when), amount=amount, currency=currency) for when, amount, currency in sums))


def test_who_sent_everything_back_never_bought():
    life = bought(somebody(), ("2025-01-10 10:00", "120", "EUR"), ("2025-01-14 10:00", "-120", "EUR"))
    assert life.next(f"{MON} 10:00") == f"call prospect Mon {MON} 10:00"


def test_a_refund_takes_back_the_latest_in_its_currency_and_no_more_than_its_amount():
    sums = [("2025-01-10 10:00", "50", "EUR"), ("2025-02-10 10:00", "70", "EUR"), ("2025-03-10 10:00", "70", "USD")]
    life = bought(somebody(), *sums, ("2025-04-01 10:00", "-100", "EUR"))
    assert [each.amount for each in life.history.still_bought] == [50, 70]
    assert [each.currency for each in life.history.still_bought] == ["EUR", "USD"]


def test_what_was_sent_back_brought_nobody_back():
    tried = somebody()
    for day in ("05-04", "05-06", "05-11", "05-14", "05-19", "05-27"):
        tried = tried.rung(f"2026-{day} 10:00")
    life = bought(tried, ("2026-05-28 10:00", "120", "EUR"))
    assert life.step("2026-05-29 10:00").type == "call"
    assert bought(life, ("2026-05-29 09:00", "-120", "EUR")).step("2026-05-29 10:00").type == "walk_away"


@pytest.mark.parametrize(
    ("said", "due"),
    [("09:10", f"{MON} 12:00"), ("11:30", f"{MON} 13:30"), ("13:30", f"{MON} 15:30"), ("15:30", f"{MON} 17:30")],
)
def test_later_today_is_two_hours_later_or_in_the_next_part_of_the_day(said, due):
    assert somebody().rung(f"{MON} {said}", "callback_requested", callback_at=MON).next(f"{MON} {said}").endswith(due)


def test_later_today_is_the_next_working_day_where_they_are_closed_by_then():
    late = a_business().rung(f"{FRI} 16:30", "callback_requested", callback_at=FRI)
    assert late.next(f"{FRI} 16:31") == "call promise Mon 2026-06-08 09:00"


def test_one_call_entered_twice_is_one_brush_off():
    once = somebody(**MAIL).rung(f"{MON} 10:00", "not_interested", id="dialer-1")
    twice = once.rung(f"{MON} 10:00", "not_interested", id="crm-9", remark="again")
    assert twice.next(f"{MON} 11:00") == once.next(f"{MON} 11:00") == f"write after_brush_off email Mon {MON} 11:00"
    assert len(twice.history.entries) == 2


BOTH = {**MAIL, "postal_address": "Lane 1"}


def test_a_note_that_came_back_was_not_written():
    life = hung_up(somebody(**BOTH), f"{MON} 10:00").got(f"{MON} 11:00", "after_hang_up", "handwritten", promises=FRI)
    assert "promise" in life.next(f"{WED} 10:00")
    back = life.wrote_to_us(f"{WED} 09:00", "bounced").add()
    assert "promise" in back.next(f"{WED} 10:00"), "an e-mail bounced, not the letter"
    lost = hung_up(somebody(**BOTH), f"{MON} 10:00").got(f"{MON} 11:00", "after_hang_up", promises=FRI)
    step = lost.wrote_to_us(f"{MON} 11:05", "bounced").step(f"{MON} 12:00")
    assert (step.type, step.purpose, step.channel.value) == ("write", "after_hang_up", "handwritten")


def test_a_channel_that_bounced_rests_until_they_write_by_it():
    life = hung_up(somebody(**MAIL), f"{MON} 10:00").got(f"{MON} 11:00", "after_hang_up", promises=FRI)
    bounced = life.wrote_to_us(f"{MON} 11:05", "bounced")
    assert bounced.next(f"{MON} 12:00") == "call prospect Mon 2026-06-15 12:00"
    assert bounced.wrote_to_us(f"{MON} 13:00", "acknowledgement").step(f"{MON} 14:00").type == "write"


# --- G27, G30, G31: how calls end


@pytest.mark.parametrize("how", ["hung_up", "no_answer", "voicemail_no_message"])
def test_a_caller_who_gave_up_is_called_back(how):
    assert somebody().rang_us(f"{MON} 10:00", how).step(f"{MON} 10:30").reason.name == "returned_call"


def test_who_hangs_up_on_us_in_a_call_of_theirs_rests_and_gets_no_note():
    life = somebody(**MAIL).rang_us(f"{MON} 10:00", "hung_up", duration=20)
    assert life.next(f"{MON} 10:30") == "call prospect Mon 2026-06-15 12:00"


def test_answered_without_an_outcome_is_no_talk():
    life = somebody().rung(f"{MON} 10:00", "connected")
    assert not life.history.talks
    assert life.history.row_of_unanswered
    assert somebody().rung(f"{MON} 10:00", "connected", outcome="continuation").history.talks


@pytest.mark.parametrize("how", ["declined", "screened"])
def test_who_declined_before_answering_was_not_reached_and_hung_up_on_nobody(how):
    life = somebody(**MAIL).rung(f"{MON} 10:00", how)
    assert life.step(f"{MON} 10:30").type == "call"
    assert life.history.row_of_unanswered
    promised = somebody().promised("2026-05-29 10:00", f"{MON} 10:00").rung(f"{MON} 10:00", how)
    assert not promised.history.open_promises, "the phone rang, so the promise was kept"


# --- G32: hours they told us


EVENINGS = [{"days": "mon-thu", "from": "18:00", "to": "20:00"}, {"days": "sat", "from": "10:00", "to": "12:00"}]


def test_hours_that_they_told_us_take_the_place_of_ours():
    life = a_business(hours=EVENINGS)
    assert life.next(f"{MON} 10:00") == f"call prospect Mon {MON} 18:00"
    assert life.next(f"{THU} 20:00") == f"call prospect Sat {SAT} 10:00"


def test_a_moment_they_named_outside_the_hours_they_told_us_is_kept():
    life = a_business(hours=EVENINGS)
    assert life.promised(f"{MON} 10:00", f"{TUE} 08:00").next(f"{MON} 11:00").endswith(f"{TUE} 08:00")
    assert life.promised(f"{MON} 10:00", FRI).next(f"{MON} 11:00").endswith(f"{FRI} 09:00")


SATURDAYS = [{"days": "sat", "from": "10:00", "to": "12:00"}]
MORNINGS = [{"days": "mon-fri", "from": "09:00", "to": "12:00"}]


def test_a_day_that_was_left_to_us_lies_within_the_hours_they_told_us():
    asked = somebody(hours=SATURDAYS).rung(f"{MON} 10:00", "callback_requested")
    assert asked.next(f"{MON} 10:30") == f"call promise Sat {SAT} 10:00"
    rung = asked.rung(f"{TUE} 12:00")
    assert "promise" not in rung.next(f"{TUE} 12:01"), "it was kept on the day that we had chosen, too"


def test_what_a_desk_names_gives_no_leave_to_call_outside_the_hours_they_told_us():
    for when in (TUE, f"{TUE} 10:00"):
        desk = a_business(hours=SATURDAYS).rung(f"{MON} 10:00", "gatekeeper", callback_at=when)
        assert desk.next(f"{MON} 10:30") == f"call promise Sat {SAT} 10:00"
    evening = a_business(hours=EVENINGS).rung(f"{MON} 10:00", "gatekeeper", callback_at=f"{TUE} 10:00")
    assert evening.next(f"{MON} 10:30") == f"call promise Tue {TUE} 18:00"


def test_a_note_to_who_takes_calls_in_the_morning_alone_names_a_morning_and_the_call_is_made_then():
    life = hung_up(somebody(**MAIL, hours=MORNINGS), f"{MON} 10:00")
    step = life.step(f"{MON} 10:05")
    assert (step.type, step.promises) == ("write", dt.date.fromisoformat(FRI))
    noted = life.got(f"{MON} 10:30", "after_hang_up", promises=FRI)
    assert noted.next(f"{MON} 11:00") == f"call promise Fri {FRI} 09:00"
    saturday = hung_up(somebody(**MAIL, hours=SATURDAYS), f"{SAT} 10:30").step(f"{SAT} 10:35")
    assert (saturday.type, saturday.promises) == ("write", dt.date(2026, 6, 13))


def test_who_asks_in_the_morning_and_takes_calls_then_alone_is_called_on_the_next_morning():
    asked = somebody(hours=MORNINGS).rung(f"{MON} 10:00", "callback_requested")
    assert asked.next(f"{MON} 10:30") == f"call promise Tue {TUE} 09:00"
    both = [*MORNINGS, {"days": "mon-fri", "from": "17:00", "to": "19:00"}]
    assert somebody(hours=both).rung(f"{MON} 10:00", "callback_requested").next(f"{MON} 10:30").endswith(f"{TUE} 17:00")


# --- G33–G35: grounds that wait, desks, and our own tasks


STALLED = somebody(**MAIL)
for _day in ("2026-02-02", "2026-04-06", "2026-06-01"):
    STALLED = STALLED.talked(f"{_day} 16:00", "continuation")


def test_a_ground_that_is_not_firm_waits_for_every_promise_of_ours_made_by_then():
    for kind in ("call", "send", "meet"):
        promised = STALLED.promised(f"{MON} 16:10", f"{THU} 10:00", kind=kind)
        assert promised.step(f"{TUE} 10:00").type != "walk_away"
    met = STALLED.promised(f"{MON} 16:10", f"{THU} 10:00", kind="meet").met(f"{THU} 10:00")
    assert met.step(f"{THU} 12:00").type == "walk_away"
    sent = STALLED.promised(f"{MON} 16:10", f"{THU} 10:00", kind="send").got(f"{WED} 10:00", "share")
    assert sent.step(f"{WED} 12:00").type == "walk_away"


def test_what_is_not_done_by_the_end_of_its_day_holds_up_no_goodbye_for_ever():
    life = STALLED.promised(f"{MON} 16:10", f"{THU} 10:00", kind="send")
    assert life.next(f"{TUE} 10:00") == f"rest Fri {FRI} 00:00"
    assert life.step(f"{FRI} 10:00").type == "walk_away"


def test_after_the_one_moment_that_they_named_the_goodbye_is_said():
    named = STALLED.rung(f"{TUE} 10:00", "callback_requested", callback_at=f"{THU} 10:00")
    assert named.next(f"{TUE} 10:01") == f"call promise Thu {THU} 10:00"
    again = named.rung(f"{THU} 10:00", "callback_requested", callback_at="2026-06-12 10:00")
    assert again.step(f"{THU} 10:01").type == "walk_away"


def test_the_desk_does_not_use_up_the_one_moment_of_the_person():
    desk = STALLED.rung(f"{TUE} 10:00", "gatekeeper", callback_at=f"{WED} 15:00")
    assert desk.step(f"{TUE} 10:01").type == "walk_away", "what the desk names is no word of theirs"
    named = desk.rung(f"{WED} 15:01").promised(f"{WED} 16:00", "2026-06-09 10:00")
    assert named.next(f"{THU} 10:00") == "call promise Tue 2026-06-09 10:00"


def test_a_meeting_that_they_agreed_to_afterwards_is_the_one_moment():
    life = STALLED.promised(f"{TUE} 10:00", f"{FRI} 10:00", kind="meet")
    assert life.step(f"{WED} 10:00").type != "walk_away"
    assert life.met(f"{FRI} 10:00").step(f"{FRI} 12:00").type == "walk_away"


def test_a_moment_that_they_wrote_to_us_is_a_moment_they_named():
    life = somebody().wrote_to_us(f"{MON} 09:30", "callback_requested")
    asked = life.add(attrs.evolve(life.facts[0], promises=life.at(f"{WED} 15:00")))
    assert somebody().add(asked.facts[-1]).next(f"{MON} 10:00") == f"call promise Wed {WED} 15:00"


def test_meanwhile_only_what_was_promised_and_returned_calls_ring():
    waiting = STALLED.insight("2026-05-20 10:00").promised(f"{MON} 16:10", f"{THU} 10:00")
    assert waiting.next(f"{TUE} 10:00") == f"call promise Thu {THU} 10:00"
    assert not waiting.may_be_rung(f"{WED} 10:00")
    assert waiting.rang_us(f"{WED} 09:30").may_be_rung(f"{WED} 10:00")


def test_a_firm_ground_waits_for_nothing():
    life = (
        somebody(role="decision_maker", **MAIL).talked("2026-05-20 10:00").promised("2026-05-20 10:00", f"{THU} 10:00")
    )
    assert life.rung(f"{MON} 10:00", "not_interested").step(f"{MON} 10:01").type == "walk_away"


def test_an_hour_of_the_desk_replaces_no_hour_of_theirs():
    life = somebody().rung(f"{MON} 10:00", "callback_requested", callback_at=f"{FRI} 10:00")
    assert (
        life.rung(f"{TUE} 10:00", "gatekeeper", callback_at=f"{WED} 15:00")
        .next(f"{TUE} 10:01")
        .startswith("call promise")
    )
    assert (
        life.rung(f"{TUE} 10:00", "gatekeeper", callback_at="2026-06-09 15:00")
        .next(f"{TUE} 10:01")
        .endswith(f"{FRI} 10:00")
    )


def test_an_hour_of_the_desk_after_closing_time_moves_to_the_next_opening_without_pace():
    life = a_business().rung(f"{MON} 10:00", "gatekeeper", callback_at=f"{MON} 19:00")
    assert life.next(f"{MON} 10:01") == f"call promise Tue {TUE} 09:00"


def test_our_own_task_does_not_break_through_their_open_promise():
    life = somebody().promised_us("2026-05-29 10:00", WED).promised("2026-05-29 11:00", TUE, asked_by="us")
    assert life.next(f"{MON} 10:00") == f"call promise Thu {THU} 09:00"
    asked = somebody().promised_us("2026-05-29 10:00", WED).promised("2026-05-29 11:00", f"{TUE} 10:00")
    assert asked.next(f"{MON} 10:00") == f"call promise Tue {TUE} 10:00"


# --- G36–G38: a talk revives, dates are true, what breaks a row


def test_a_number_on_which_we_talked_is_alive_and_its_bad_ones_count_anew():
    wrong = somebody().rung("2026-05-04 10:00", "wrong_number", number=NUMBER)
    assert wrong.step(f"{MON} 10:00").type == "walk_away"
    assert wrong.talked("2026-05-11 10:00", number=NUMBER).insight("2026-05-12 10:00").may_be_rung(f"{MON} 10:00")
    bad = somebody().rung("2026-04-01 10:00", "bad_number", number=NUMBER).talked("2026-04-20 10:00", number=NUMBER)
    assert bad.rung(f"{MON} 10:00", "bad_number", number=NUMBER).step(f"{MON} 11:00").type != "walk_away"


def test_who_had_left_and_speaks_with_us_is_there_and_an_hour_they_name_is_kept():
    left = somebody(**MAIL).rung("2026-05-04 10:00", "left_company")
    assert left.step("2026-05-05 10:00").type == "walk_away"
    named = left.rung("2026-05-11 10:00", "callback_requested", callback_at=f"{THU} 10:00")
    assert named.next("2026-05-12 10:00") == f"call promise Thu {THU} 10:00"


@pytest.mark.parametrize("last", ["2026-11-06 12:00", "2026-11-10 12:00", "2026-09-26 19:59"])
def test_a_goodbye_names_the_day_from_which_we_may_really_try_again(last):
    life = somebody(**MAIL)
    for day in ("08-03", "08-06", "08-11", "08-14", "08-19"):
        life = life.rung(f"2026-{day} 10:00")
    life = life.rung(last)
    now = life.at(last) + dt.timedelta(minutes=1)
    step = HOUSE.next_step(life.contact, life.history, now)
    again = HOUSE.next_step(life.contact, life.said_goodbye(last).history, step.revisit)
    assert step.type == "walk_away"
    day = again.at.astimezone(life.zone)
    said = HOUSE.script(life.contact, life.history, step).text
    assert f"{day:%A} {day.day} {day:%B}" in said.replace(",", "")


def test_a_retry_is_in_another_part_of_the_day_in_every_zone_they_could_be_in():
    tennessee = somebody("America/New_York").but(timezone=None, region="US-TN")  # Eastern and Central
    rung = tennessee.rung(f"{MON} 16:30")  # told in UTC: half past twelve in the east, half past eleven in the west
    assert rung.next(f"{MON} 17:00") == f"call prospect Wed {WED} 19:00", "past three in the east, noon in the west"
