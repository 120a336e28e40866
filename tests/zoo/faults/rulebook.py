"""What calling systems get wrong (rulebook F): what a manager would say, how to see it, how to put it in."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from callrules import (
    CallAttempt,
    Disposition,
    History,
    InvalidValue,
    Message,
    OptOut,
    Phone,
    Playbook,
    dispositions,
    promises,
)
from callrules.calendars import Calendar
from callrules.deciding import candidates
from callrules.desk import day_list as day_list_module
from callrules.desk.day_list import day_list
from callrules.rules import Hours, LiveNumbers, OpenDials, OptOuts, departures
from helpers.people import FRI, MOBILE, MON, NUMBER, SAT, SUN, THU, TUE, WED, a_business, somebody
from zoo.faults import broken
from zoo.faults.broken import beside_all, entry, instead, patched, without

ADA = somebody(email="ada@example.com")
GONE = "walk_away do_not_call never"


@attrs.frozen
class Fault:
    """`check` says whether a playbook is right; `put_in` answers one that is not."""

    id: str
    says: str
    check: Callable[[Playbook], bool]
    put_in: Callable[[pytest.MonkeyPatch], Playbook]


def list_of(playbook, life, now):
    return day_list(playbook, [(life.contact, life.history)], life.at(now))


# --- F1–F3: what counts, and when


def a_talk_moves_the_next_date(playbook):
    return ADA.talked(f"{MON} 10:00").next(f"{TUE} 10:00", playbook) == "call prospect Tue 2026-12-01 10:00"


def it_counts_when_it_happened(playbook):
    life = ADA.rung(f"{MON} 10:00", recorded=ADA.at(f"{THU} 09:00"))
    return life.next(f"{THU} 12:00", playbook) == f"call prospect Thu {THU} 12:00"


def an_overdue_call_stays_on_the_list(playbook):
    life = ADA.promised(f"{MON} 10:00", f"{WED} 10:00")
    today = list_of(playbook, life, "2026-06-24 10:00").calls
    return [(call.reason.name, call.since) for _, call in today] == [("promise", life.at(f"{WED} 10:00"))]


def a_call_that_was_made_is_not_asked_for_again(playbook):
    life = ADA.promised(f"{MON} 10:00", f"{WED} 10:00").rung(f"{WED} 10:00", "voicemail_left")
    return not life.may_be_rung(f"{WED} 10:05", playbook=playbook)


def what_was_only_queued_is_no_attempt(playbook):
    queued = ADA
    for minute in range(3):
        queued = queued.rung(f"{MON} 10:0{minute}", "not_dialled")
    return queued.may_be_rung(f"{MON} 10:05", playbook=playbook)


def nobody_was_talked_with(how):
    return lambda playbook: ADA.rung(f"{MON} 10:00", how).step(f"{MON} 10:01", playbook).at < ADA.at("2026-06-30")


def our_message_is_not_their_reply(playbook):
    return ADA.got(f"{MON} 10:00", "share").step(f"{MON} 10:01", playbook).reason.name == "prospect"


# --- F4–F5: a no


def a_promise_does_not_survive_a_no(playbook):
    life = ADA.promised(f"{MON} 10:00", f"{WED} 10:00").opted_out(f"{TUE} 10:00")
    return life.next(f"{WED} 10:00", playbook) == GONE


def an_import_takes_no_refusal_back(playbook):
    life = ADA.rung(f"{MON} 10:00", "do_not_call", id="a-1")
    life = life.rung(f"{MON} 10:00", "no_answer", id="a-1", recorded=life.at(f"{TUE} 10:00"))
    return life.next(f"{WED} 10:00", playbook) == GONE


def a_merge_takes_no_refusal_back(playbook):
    one, other = ADA.opted_out(f"{MON} 10:00").history, ADA.bought(f"{TUE} 10:00").history
    merged = (one.merge(other), other.merge(one))
    return all(playbook.next_step(ADA.contact, each, ADA.at(f"{WED} 10:00")).type == "walk_away" for each in merged)


def the_legitimate_follow_up_is_made(playbook):
    life = ADA.talked("2026-05-11 10:00", "advance", id="t-1")
    life = life.talked("2026-05-18 10:00", "advance", id="t-2", reason="follow_up", about="t-1")
    return life.next(f"{MON} 10:00", playbook) == f"call follow_up Mon {MON} 10:00"


def a_no_belongs_to_the_number(playbook):
    refused = OptOut(at=ADA.at(f"{MON} 10:00"), number=NUMBER, contact="c-2")
    return ADA.add(refused).next(f"{TUE} 10:00", playbook) == GONE


def a_no_belongs_to_the_person_on_all_their_numbers(playbook):
    life = somebody(phones=[NUMBER, MOBILE]).opted_out(f"{MON} 10:00", number=NUMBER)
    return life.next(f"{TUE} 10:00", playbook) == GONE


# --- F6–F8: windows


def a_pause_after_their_reply_ends(playbook):
    life = ADA.wrote_to_us(f"{MON} 10:00").rung(f"{MON} 10:30", reason="returned_call")
    return life.step(f"{MON} 10:31", playbook).at == life.at(f"{WED} 12:00")


def a_retry_lands_inside_the_hours(playbook):
    return a_business().rung(f"{MON} 10:00").step(f"{WED} 19:00", playbook).at == ADA.at(f"{THU} 12:00")


def a_retry_takes_the_first_window_that_is_open(playbook):
    return ADA.rung(f"{MON} 09:40", "busy").step(f"{MON} 09:41", playbook).at == ADA.at(f"{MON} 13:40")


def a_window_ends_on_the_day_on_which_it_opened(playbook):
    new_york = somebody("America/New_York", "US-NY")
    return new_york.step(f"{MON} 19:30", playbook).until == new_york.at(f"{MON} 20:00")


def opening_and_closing_at_once_is_refused(playbook):
    try:
        playbook.with_rules(Hours(opens=dt.time(9), closes=dt.time(9)))
    except InvalidValue:
        return True
    return False


def a_moved_call_begins_when_hours_open(playbook):
    life = a_business().rung(f"{THU} 16:30")
    return life.step(f"{SAT} 16:30", playbook).at == life.at("2026-06-08 09:00")


def sunday_and_one_working_day_is_monday(playbook):
    life = ADA.rung(f"{SUN} 13:00", "callback_requested")
    return life.next(f"{SUN} 13:01", playbook) == "call promise Mon 2026-06-08 09:00"


def no_open_window_at_all_is_an_answer(playbook):
    elsewhere = a_business(phones=[Phone(number="+6495550142", timezone="Pacific/Auckland")])
    step = elsewhere.step(f"{MON} 10:00", playbook)
    return step.type == "rest" and step.at is None


# --- F9–F10: clocks and zones


def the_answer_stands_on_the_night_the_clocks_change(playbook):
    life = somebody().promised("2026-10-22 10:00", "2026-10-25 10:00")
    return life.next("2026-10-25 10:00", playbook) == "call promise Sun 2026-10-25 10:00"


def an_hour_that_does_not_exist_moves_forward(playbook):
    life = ADA.promised("2026-03-26 10:00", "2026-03-29 02:30")
    return life.next("2026-03-26 11:00", playbook) == "call promise Sun 2026-03-29 03:30"


def an_hour_that_comes_twice_is_the_first(playbook):
    life = ADA.promised("2026-10-22 10:00", "2026-10-25 02:30")
    return life.step("2026-10-22 11:00", playbook).at == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)


def a_day_without_midnight_begins_on_that_day(zone, region, day):
    def check(playbook):
        life = a_business(zone, region).promised(f"{day[:8]}01 10:00", day)
        since = life.step(f"{day[:8]}01 10:01", playbook).since
        return since.astimezone(life.zone).strftime("%Y-%m-%d %H:%M") == f"{day} 01:00"

    return check


def zones_of_half_an_hour_open_on_time(playbook):
    kolkata, lord_howe = somebody("Asia/Kolkata", "IN"), somebody("Australia/Lord_Howe", "AU")
    opens = (kolkata.step(f"{TUE} 01:00", playbook).at, lord_howe.step(f"{TUE} 01:00", playbook).at)
    return opens == (kolkata.at(f"{TUE} 09:00"), lord_howe.at(f"{TUE} 09:00"))


def a_year_after_leap_day_is_the_last_of_february(playbook):
    life = somebody().bought("2024-02-29 10:00").talked("2024-12-02 10:00")
    return life.step("2024-12-03 10:00", playbook).since == life.at("2025-02-28 10:00")


def a_number_names_no_zone(playbook):
    return somebody(None, None, phones=["+12125550142"]).step(f"{MON} 15:00", playbook).type == "rest"


def the_clock_is_the_persons(playbook):
    tokyo = somebody("Asia/Tokyo", "JP")
    return tokyo.step(f"{TUE} 01:00", playbook).at == tokyo.at(f"{TUE} 09:00")


# --- F11–F12: everybody


def outside_hours_is_not_all_done(playbook):
    [group] = list_of(playbook, ADA, f"{MON} 05:00").left_out
    return group.says == "outside their hours" and group.next_at == ADA.at(f"{MON} 09:00")


def an_account_is_rung_once(playbook):
    both = [somebody(id=each, account="lind", phones=[number]) for each, number in (("a", NUMBER), ("b", MOBILE))]
    today = day_list(playbook, [(each.contact, each.history) for each in both], ADA.at(f"{MON} 10:00"))
    return len(today.calls) == 1


def while_one_dials_nobody_else_does(playbook):
    dialling = CallAttempt(at=ADA.at(f"{MON} 10:00"), disposition="dialing", rep="teo", number=NUMBER, contact="c-2")
    return not ADA.promised(f"{MON} 09:00", f"{MON} 10:05").add(dialling).may_be_rung(f"{MON} 10:05", playbook=playbook)


def the_promise_of_an_absent_rep_is_kept(playbook):
    life = ADA.but(owner="bea").promised(f"{MON} 10:00", f"{WED} 10:00", rep="teo")
    return life.next(f"{WED} 10:00", playbook) == f"call promise Wed {WED} 10:00"


# --- F13–F14: what they said


def a_time_from_the_gatekeeper_is_used(playbook):
    life = ADA.rung(f"{MON} 10:00", "gatekeeper", callback_at=f"{TUE} 10:30")
    return life.next(f"{MON} 10:01", playbook) == f"call promise Tue {TUE} 10:30"


def a_gatekeeper_is_no_refusal(playbook):
    life = ADA.rung("2026-05-04 10:00", "gatekeeper").rung("2026-05-11 13:00", "gatekeeper")
    return life.step(f"{MON} 10:00", playbook).type == "call"


def a_wrong_number_is_not_the_person(playbook):
    life = somebody(phones=[NUMBER, MOBILE]).rung(f"{MON} 10:00", "wrong_number", number=NUMBER)
    step = life.step(f"{WED} 12:00", playbook)
    return step.type == "call" and step.number == MOBILE


def a_bad_number_rests(playbook):
    life = ADA.rung(f"{MON} 10:00", "bad_number", number=NUMBER)
    return life.next(f"{MON} 10:01", playbook) == "call prospect Tue 2026-06-16 10:00"


def a_bad_number_is_dead_the_second_time(playbook):
    life = ADA.rung("2026-04-01 10:00", "bad_number", number=NUMBER).rung(
        "2026-05-04 10:00", "bad_number", number=NUMBER
    )
    return life.step(f"{MON} 10:00", playbook).type == "walk_away"


def who_left_is_let_go_and_the_successor_found(how):
    def check(playbook):
        step = ADA.rung(f"{MON} 10:00", how).step(f"{WED} 12:00", playbook)
        return step.type == "walk_away" and step.grounds == "disqualified" and "find" in step.says

    return check


def a_callback_without_a_time_is_made_the_next_working_day(playbook):
    life = ADA.rung(f"{FRI} 10:00", "callback_requested")
    return life.next(f"{FRI} 10:01", playbook) == "call promise Mon 2026-06-08 12:00"


def an_order_is_thanked_for(playbook):
    return ADA.talked(f"{MON} 10:00", "order").next(f"{MON} 10:30", playbook) == f"write thanks email Mon {MON} 10:30"


def no_sale_counts_as_a_no(playbook):
    life = ADA.talked("2026-05-04 10:00", "no_sale").rung(f"{MON} 10:00", "not_interested")
    return life.step(f"{MON} 10:01", playbook).type == "walk_away"


SILENT = patched(OpenDials, "permits", broken.nobody_minds)
TRAITS = dispositions.TRAITS


def by_the_name_alone(history, reason):
    return any(call.reason == reason.name for call in history.conversations)


def without_gatekeepers(history, fact, moments=promises._moments):
    return iter(()) if getattr(fact, "disposition", None) is Disposition.GATEKEEPER else moments(history, fact)


def shifted(calendar, day, count, plain=Calendar.working_days_on):
    return plain(calendar, day if calendar.is_working(day) else plain(calendar, day, 1), count)


def in_days(calendar, at, *, months=0, days=0):
    return at + dt.timedelta(days=days + round(30.5 * months))


def said_in_words(fact):
    return getattr(fact, "disposition", None) is Disposition.NOT_INTERESTED


def is_a_no(fact):
    return fact.is_opt_out


def a_gatekeeper_says_no(fact):
    return getattr(fact, "disposition", None) is Disposition.GATEKEEPER


FAULTS = (
    Fault("F1", "We talked yesterday and she is on the list again today.",
          a_talk_moves_the_next_date, patched(History, "talks", broken.asked(()))),
    Fault("F1", "Monday's call was typed in on Thursday, and now we wait from Thursday on.",
          it_counts_when_it_happened, instead(broken.PaceByTyping())),
    Fault("F2", "A call we promised three weeks ago is on nobody's list any more.",
          an_overdue_call_stays_on_the_list, instead(broken.PromisesThatExpire())),
    Fault("F2", "The reminder comes again although we have called.",
          a_call_that_was_made_is_not_asked_for_again, instead(broken.PromisesThatNag())),
    Fault("F3", "A call that was only queued counts as one made.",
          what_was_only_queued_is_no_attempt, patched(Disposition, "is_attempt", broken.asked(True))),
    Fault("F3", "A voicemail counts as a conversation.",
          nobody_was_talked_with("voicemail_left"), entry(TRAITS, Disposition.VOICEMAIL_LEFT, broken.HEARD)),
    Fault("F3", "A word with the gatekeeper counts as a conversation.",
          nobody_was_talked_with("gatekeeper"), entry(TRAITS, Disposition.GATEKEEPER, broken.HEARD)),
    Fault("F3", "Our own mail is taken for their answer.",
          our_message_is_not_their_reply, patched(Message, "comes_back", broken.asked(True))),
    Fault("F4", "He said stop, and is called because of what we promised before.",
          a_promise_does_not_survive_a_no, patched(OptOuts, "walk_away", broken.only_where_nothing_was_promised)),
    Fault("F4", "Last night's import wiped out a no.",
          an_import_takes_no_refusal_back,
          patched(History, "opt_outs", property(lambda history: tuple(filter(is_a_no, history.facts))))),
    Fault("F4", "Two records of one person were merged, and the no was in the other one.",
          a_merge_takes_no_refusal_back, patched(History, "merge", lambda history, other: other)),
    Fault("F5", "We followed up once, so nobody may follow up on anything again.",
          the_legitimate_follow_up_is_made, patched(candidates, "_is_used_up", by_the_name_alone)),
    Fault("F5", "Her flatmate said stop, and the same telephone rings again, for her.",
          a_no_belongs_to_the_number, patched(History, "neighbours_opt_outs", broken.asked(()))),
    Fault("F5", "He said stop on the land line, so we try the mobile.",
          a_no_belongs_to_the_person_on_all_their_numbers, patched(OptOuts, "walk_away", broken.one_number_only)),
    Fault("F6", "They answered our mail in spring, and have been on pause ever since.",
          a_pause_after_their_reply_ends, instead(broken.PausedSinceTheirReply())),
    Fault("F7", "The second try rang at seven in the evening.",
          a_retry_lands_inside_the_hours, instead(broken.HoursForTheFirstCallOnly())),
    Fault("F7", "The line was busy this morning, and the whole afternoon went by unused.",
          a_retry_takes_the_first_window_that_is_open, instead(broken.SlowPace())),
    Fault("F7", "New York's working day ended a day late.",
          a_window_ends_on_the_day_on_which_it_opened, instead(broken.HoursUntilTomorrow())),
    Fault("F7", "Somebody set the hours from nine to nine.",
          opening_and_closing_at_once_is_refused, patched(Hours, "__attrs_post_init__", lambda hours: None)),
    Fault("F8", "A call was moved from Saturday to Monday, and to half past four.",
          a_moved_call_begins_when_hours_open, instead(broken.HoursThatMoveTheDayAlone())),
    Fault("F8", "Asked on a Sunday for the next working day, we called on Tuesday.",
          sunday_and_one_working_day_is_monday, patched(Calendar, "working_days_on", shifted)),
    Fault("F8", "There is no hour that suits both clocks, so it rang at any hour.",
          no_open_window_at_all_is_an_answer, instead(broken.HoursThatGiveUp())),
    Fault("F9", "On the day the clocks changed the call was put off hour after hour.",
          the_answer_stands_on_the_night_the_clocks_change, beside_all(broken.AnHourLaterWhenClocksChange())),
    Fault("F9", "Half past two did not exist that night, and we rang at half past one.",
          an_hour_that_does_not_exist_moves_forward, patched(promises, "due_of", broken.due_in_the_second_pass)),
    Fault("F9", "Half past two came twice that night, and we waited for the second.",
          an_hour_that_comes_twice_is_the_first, patched(promises, "due_of", broken.due_in_the_second_pass)),
    Fault("F9", "In Cairo that day began without a midnight, and for us on the day before.",
          a_day_without_midnight_begins_on_that_day("Africa/Cairo", "EG", "2026-04-24"),
          patched(promises, "due_of", broken.due_in_the_second_pass)),
    Fault("F9", "In Santiago as well.",
          a_day_without_midnight_begins_on_that_day("America/Santiago", "CL", "2026-09-06"),
          patched(promises, "due_of", broken.due_in_the_second_pass)),
    Fault("F9", "India and Lord Howe were rung half an hour early.",
          zones_of_half_an_hour_open_on_time, instead(broken.FullHours())),
    Fault("F9", "A year after the 29th of February was the 1st of March.",
          a_year_after_leap_day_is_the_last_of_february, patched(Calendar, "add", in_days)),
    Fault("F10", "The number looked like New York; she sat in Honolulu.",
          a_number_names_no_zone, instead(broken.HoursByPrefix())),
    Fault("F10", "It was nine here. In Tokyo it was four in the afternoon.",
          the_clock_is_the_persons, instead(broken.HoursOnOurClock())),
    Fault("F11", "The list said all done, at five in the morning.",
          outside_hours_is_not_all_done, instead(broken.HoursThatSayDone())),
    Fault("F12", "Two of us rang the same account within the hour.",
          an_account_is_rung_once, patched(day_list_module, "_wants", lambda contact, call: [])),
    Fault("F12", "Two of us rang the same telephone at the same moment.",
          while_one_dials_nobody_else_does, SILENT),
    Fault("F12", "Teo is ill, and what he promised is nobody's.",
          the_promise_of_an_absent_rep_is_kept, instead(broken.PromisesOfThoseWhoAreHere())),
    Fault("F13", "She said try at half past ten tomorrow, and nobody did.",
          a_time_from_the_gatekeeper_is_used, patched(promises, "_moments", without_gatekeepers)),
    Fault("F13", "He is in a meeting was taken for a no.",
          a_gatekeeper_is_no_refusal, patched(CallAttempt, "is_a_no", property(a_gatekeeper_says_no))),
    Fault("F13", "A stranger answered, so we gave up on the person.",
          a_wrong_number_is_not_the_person, entry(departures.SAYS, Disposition.WRONG_NUMBER, "nobody there")),
    Fault("F13", "One dead tone, and the number was struck off.",
          a_bad_number_rests,
          entry(TRAITS, Disposition.BAD_NUMBER, dispositions.Traits(number_dead=True))),
    Fault("F13", "The number has been out of service since April, and we keep dialling it.",
          a_bad_number_is_dead_the_second_time, patched(LiveNumbers, "_died", lambda *whose: None)),
    Fault("F13", "He left in March, and we still ask for him.",
          who_left_is_let_go_and_the_successor_found("left_company"), without("departures")),
    Fault("F13", "The shop is shut for good, and we still ring it.",
          who_left_is_let_go_and_the_successor_found("closed_down"), without("departures")),
    Fault("F13", "Call me back, she said, and named no time, so nobody did.",
          a_callback_without_a_time_is_made_the_next_working_day,
          patched(promises, "_asks_without_a_time", lambda history, fact: False)),
    Fault("F14", "They ordered, and heard nothing from us.", an_order_is_thanked_for, without("thanks")),
    Fault("F14", "He talked with us and said no, and it did not count.",
          no_sale_counts_as_a_no, patched(CallAttempt, "is_a_no", property(said_in_words))),
)  # fmt: skip
