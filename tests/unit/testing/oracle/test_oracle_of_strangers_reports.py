"""The plain reading of what strangers reported (rulebook, part G), made without the engine."""

import datetime as dt
from zoneinfo import ZoneInfo

import attrs

from callrules import CallAttempt, CalledOff, Commitment, Contact, History, Message, Purchase
from callrules.days_off import DaysOff
from callrules.declared import AnotherPart, Open
from callrules.testing.catalogue.shared.readings import forbids
from callrules.testing.oracle import (
    Occasion,
    Person,
    breaks_a_row,
    came_back,
    is_dead,
    is_talk,
    is_unanswered,
    places,
    promised,
    their_open,
    turns_to_us,
    waited_for,
    waits,
    zones,
)

PARIS = ZoneInfo("Europe/Paris")
ANN = Contact(id="ann", phones=["+33142685300"], timezone="Europe/Paris", region="FR", email="ann@example.org")
HOURS = Open(opens=dt.time(9), closes=dt.time(20), or_as_told=True, lifted_by={"named_hour"})


def at(day, hour=10, month=11):
    """A moment of 2026 in Paris; 16 November is a Monday."""
    return dt.datetime(2026, month, day, hour, tzinfo=PARIS)


def call(when, disposition="no_answer", **more):
    return CallAttempt(at=when, disposition=disposition, **more)


def came(when, disposition="no_answer", **more):
    return call(when, disposition, direction="inbound", **more)


def mail(when, direction="inbound", **more):
    return Message(at=when, channel="email", direction=direction, **more)


def ann(*facts, **more):
    return Person(ANN, History(facts), **more)


def test_what_reaches_us_within_a_talk_is_part_of_it():
    talk, within = call(at(16), "conversation", duration=600), mail(at(16) + dt.timedelta(minutes=10))
    assert ann(talk, within).is_within_a_talk(within)
    assert not ann(attrs.evolve(talk, duration=599), within).is_within_a_talk(within)


def test_an_acknowledgement_wants_nothing_and_settles_nothing():
    thanks = mail(at(16), reply="acknowledgement")
    assert not any(each(thanks) for each in (breaks_a_row, came_back, turns_to_us))


def test_what_was_called_off_is_not_promised_and_what_it_replaced_stays_replaced():
    tuesday = call(at(16), "conversation", id="a", callback_at=at(24))
    thursday = call(at(17), "conversation", id="b", callback_at=at(26))
    assert [each.fact for each in promised(ann(tuesday, thursday))] == [thursday]
    assert promised(ann(tuesday, thursday, CalledOff(at=at(18), of="b"))) == ()


def test_a_no_cancels_what_they_had_asked_for_and_not_what_we_planned():
    asked = Commitment(at=at(16), by="us", due=at(24))
    ours = Commitment(at=at(16), by="us", asked_by="us", due=at(25))
    no = mail(at(17), reply="not_interested")
    assert [each.fact for each in promised(ann(asked, ours, no))] == [ours]


def test_their_promise_that_was_called_off_is_not_waited_for():
    theirs = Commitment(at=at(16), by="them", due=at(24), id="t")
    assert their_open(ann(theirs), 1, 5)
    assert not their_open(ann(theirs, CalledOff(at=at(17), of="t")), 1, 5)


def test_an_ending_beats_a_beginning_whatever_was_recorded_last():
    ended = call(at(16), "no_answer", id="c", recorded=at(16))
    assert ann(ended, attrs.evolve(ended, disposition="dialing", recorded=at(20))).calls == (ended,)


def test_a_zone_that_is_no_place_is_unknown():
    card = attrs.evolve(ANN, timezone="UTC", region=None)
    assert zones(card, None) == ()
    assert zones(attrs.evolve(card, region="FR"), None) == ("Europe/Paris",)


def test_of_a_zone_abroad_both_places_count():
    card = attrs.evolve(ANN, timezone="Asia/Riyadh")
    assert zones(card, None) == ("Asia/Riyadh", "Europe/Paris")
    assert places(card) == {"FR", "SA"}
    assert Person(card, History()).weekend == {5, 6, 7}


def test_a_refund_takes_back_the_latest_purchases_first():
    bought = [Purchase(at=at(day), amount=50, currency="EUR") for day in (2, 3)]
    back = Purchase(at=at(4), amount=-60, currency="EUR")
    assert [fact.at for fact in ann(*bought, back).own] == [at(2), at(4)]


def test_one_event_entered_twice_counts_once_and_either_name_finds_it():
    once = call(at(16), id="a")
    again = attrs.evolve(once, id="b", at=once.at + dt.timedelta(milliseconds=300), remark="from the dialer")
    person = ann(once, again)
    assert person.calls == (once,)
    assert person.event("b") == "a"


def test_a_note_that_bounced_was_not_written():
    note = mail(at(16), "outbound", promises=dt.date(2026, 11, 20), purpose="after_hang_up")
    assert promised(ann(note))
    assert not promised(ann(note, mail(at(16, 11), reply="bounced")))


def test_who_gave_up_turned_to_us_and_who_hung_up_did_not():
    assert came_back(came(at(16), "hung_up"))
    assert not came_back(came(at(16), "hung_up", duration=20))


def test_answered_is_a_talk_only_with_an_outcome():
    answered = call(at(16), "connected")
    assert is_unanswered(answered)
    assert not is_talk(answered)
    assert is_talk(attrs.evolve(answered, outcome="continuation"))


def test_later_today_is_two_hours_later_or_the_next_part_of_the_day():
    asked = call(at(16, 9), "callback_requested", callback_at=dt.date(2026, 11, 16))
    assert promised(ann(asked))[0].due == at(16, 12)
    assert promised(ann(attrs.evolve(asked, at=at(16, 11))))[0].due == at(16, 13)


def test_hours_they_told_us_count_and_the_house_on_a_day_that_they_named():
    person = Person(attrs.evolve(ANN, hours="mon-fri 18:00-20:00"), History())
    assert forbids(HOURS, person, Occasion("prospect"), None, at(16, 10))
    assert not forbids(HOURS, person, Occasion("prospect"), None, at(16, 18))
    named = Occasion("promise", at(21, 0), "c", "day")
    evenings = Person(attrs.evolve(ANN, hours="mon 18:00-20:00"), History(), restraints=(HOURS,))
    assert not forbids(HOURS, evenings, attrs.evolve(named, due=at(17, 0)), None, at(17, 10)), "a Tuesday they named"


def test_a_named_day_that_is_a_holiday_moves_to_the_next_working_day():
    christmas = Occasion("promise", at(25, 0, month=12), "c", "day")
    person = ann(call(at(27, 12, month=12)), days_off=DaysOff(holidays=True), restraints=(HOURS,))
    part = AnotherPart(days=7, lifted_by={"named_day"})
    assert not forbids(part, person, christmas, None, at(28, 12, month=12)), "Monday is the day they named"
    assert forbids(part, person, christmas, None, at(29, 12, month=12))


def test_a_ground_that_is_not_firm_waits_once_for_a_moment_named_afterwards():
    before = Commitment(at=at(2), by="us", due=at(24))
    desk = call(at(17), "gatekeeper", callback_at=at(24))
    first = call(at(17), "callback_requested", callback_at=at(25))
    second = call(at(18), "callback_requested", callback_at=at(26))
    assert [each.fact for each in waited_for(ann(before), at(16))] == [before]
    assert waited_for(ann(desk), at(16)) == [], "what the desk names is no word of theirs"
    assert [each.fact for each in waited_for(ann(first), at(16))] == [first]
    assert [each.fact for each in waited_for(ann(first, second), at(16))] == [second], "the later word replaced it"


def test_what_was_to_be_sent_is_waited_for_until_it_is_sent_or_its_day_is_over():
    sends = Commitment(at=at(16), by="us", kind="send", due=dt.date(2026, 11, 20))
    assert waits(ann(sends), at(16), at(20, 23))
    assert not waits(ann(sends), at(16), at(21, 0))
    assert not waits(ann(sends, mail(at(18), "outbound")), at(16), at(18, 11))


def test_a_talk_shows_that_a_number_lives():
    number = ANN.phones[0].number
    bad = [call(at(day), "bad_number", number=number) for day in (2, 20)]
    assert is_dead(ann(*bad), number)
    assert not is_dead(ann(*bad, call(at(10), "conversation", number=number)), number)


def test_of_several_numbers_nobody_knows_which_was_wrong_until_all_were():
    card = attrs.evolve(ANN, phones=["+33142685300", "+33142685301"])
    wrong = [call(at(day), "wrong_number") for day in (2, 3)]
    assert not is_dead(Person(card, History(wrong[:1])), card.phones[0].number)
    assert is_dead(Person(card, History(wrong)), card.phones[0].number)
