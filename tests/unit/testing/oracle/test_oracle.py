"""The plain reading: may this minute be used, by what is declared and by nothing else?"""

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import CallAttempt, Commitment, Contact, History, Message, OptOut, Reason, Retraction, Snooze
from callrules.declared import (
    NAMED,
    POLITE,
    AnotherPart,
    Cap,
    Gap,
    GivesUp,
    LeavesInPeace,
    Lift,
    NeverCold,
    NoteFirst,
    Open,
    Spacing,
    WaitsForThem,
)
from callrules.testing.catalogue.shared.readings import forbids
from callrules.testing.oracle import Occasion, Person, in_vain, is_dead, promised, refused

PARIS = ZoneInfo("Europe/Paris")
ANN = Contact(id="ann", phones=["+33142685300"], timezone="Europe/Paris", region="FR", email="ann@example.org")
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
TINY = dt.timedelta.resolution
ANY = Occasion("prospect")
BACK = NAMED | {Lift.RETURNED_CALL}


def at(day, hour=10, minute=0):
    """A moment of November 2026 in Paris; the 16th is a Monday."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=PARIS)


def call(when, disposition="no_answer", **more):
    return CallAttempt(at=when, disposition=disposition, **more)


def held(declared, when, *facts, occasion=ANY, contact=ANN, number=None):
    return forbids(declared, Person(contact, History(facts)), occasion, number, when)


def named(exactly, due, about=None):
    return Occasion("promise", due, about, exactly)


DAYTIME = Open(opens=dt.time(9), closes=dt.time(20), business_closes=dt.time(18))
NIGHTS = Open(opens=dt.time(22), closes=dt.time(2), closed_days={dt.date(2026, 11, 17)})


@pytest.mark.parametrize(
    ("when", "is_closed"),
    [
        (at(16, 8, 59), True),
        (at(16, 9), False),
        (at(16, 20) - TINY, False),
        (at(16, 20), True),
        (at(21, 12), True),
        (at(22, 12), True),
    ],
)
def test_hours_are_half_open_and_keep_to_working_days(when, is_closed):
    assert held(DAYTIME, when) is is_closed


def test_a_business_closes_earlier():
    assert held(DAYTIME, at(16, 18), contact=attrs.evolve(ANN, business=True))


@pytest.mark.parametrize(
    ("when", "is_closed"),
    [
        (at(16, 1), True),
        (at(16, 22), False),
        (at(17, 1, 59), False),
        (at(17, 2), True),
        (at(17, 23), True),
        (at(18, 1), True),
        (at(20, 23), False),
        (at(21, 1), False),
        (at(21, 23), True),
    ],
)
def test_a_window_past_midnight_belongs_to_the_day_on_which_it_opens(when, is_closed):
    assert held(NIGHTS, when) is is_closed


def test_an_opening_time_that_the_clocks_skip_moves_on():
    sundays = Open(opens=dt.time(2, 30), closes=dt.time(6), weekdays={7})
    three = dt.datetime(2026, 3, 29, 1, tzinfo=dt.UTC)
    assert [held(sundays, three + minutes * HOUR / 60) for minutes in (0, 29, 30)] == [True, True, False]


def test_declared_weekdays_take_the_place_of_working_days():
    saturdays = attrs.evolve(DAYTIME, weekdays={6})
    assert (held(saturdays, at(21, 12)), held(saturdays, at(16, 12))) == (False, True)


def test_it_must_be_a_decent_hour_in_every_zone_they_could_be_in():
    american = Contact(id="bob", region="US")
    assert held(DAYTIME, dt.datetime(2026, 11, 16, 15, tzinfo=dt.UTC), contact=american)
    assert not held(
        DAYTIME, dt.datetime(2026, 11, 16, 20, tzinfo=dt.UTC), contact=attrs.evolve(american, region="US-NY")
    )


def test_without_a_zone_nobody_is_rung_save_at_the_hour_they_named():
    nobody_knows = Contact(id="bob")
    assert held(DAYTIME, at(16, 12), contact=nobody_knows)
    kind = attrs.evolve(DAYTIME, lifted_by={Lift.NAMED_HOUR})
    assert not held(kind, at(16, 12), contact=nobody_knows, occasion=named("hour", at(16, 12)))


def test_a_named_hour_lasts_an_hour_and_a_named_day_that_day():
    never = Open(opens=dt.time(3), closes=dt.time(3, 1), lifted_by=NAMED)
    hour, day = named("hour", at(16, 12)), named("day", at(16, 12))
    assert [held(never, at(16, 12) + HOUR - each, occasion=hour) for each in (TINY, 0 * TINY)] == [False, True]
    assert [held(never, at(17, 0) - each, occasion=day) for each in (TINY, 0 * TINY)] == [False, True]
    assert held(never, at(16, 12) - TINY, occasion=hour)


def test_an_hour_alone_lifts_nothing_where_only_a_day_does():
    cap = Cap(most=1, days=7, lifted_by={Lift.NAMED_DAY})
    assert held(cap, at(17), call(at(16)), occasion=named("hour", at(17)))


def test_a_cap_frees_the_instant_at_which_its_days_have_passed():
    three = [call(at(16, 9)), call(at(17, 9)), call(at(18, 9))]
    assert held(Cap(most=3, days=7), at(23, 9) - TINY, *three)
    assert not held(Cap(most=3, days=7), at(23, 9), *three)


def test_a_cap_counts_calls_to_others_on_the_same_number():
    number = "+33142685300"
    shared = call(at(16), number=number, contact="bob")
    assert held(Cap(most=1, days=7), at(17), shared, number=number)
    assert not held(Cap(most=1, days=7), at(17), shared, number="+33142685301")


def test_a_call_that_was_never_dialled_is_no_attempt():
    assert not held(Cap(most=1, days=7), at(17), call(at(16), "not_dialled"))


@pytest.mark.parametrize(("disposition", "hours"), [("busy", 4), ("no_answer", 20), ("conversation", 20)])
def test_the_gap_is_shorter_after_a_busy_line(disposition, hours):
    gap, tried = Gap(hours=20, busy_hours=4), call(at(16), disposition)
    assert held(gap, at(16) + hours * HOUR - TINY, tried)
    assert not held(gap, at(16) + hours * HOUR, tried)


def test_spacing_counts_days_of_the_calendar_not_hours():
    late = call(at(16, 23))
    assert held(Spacing(days=(2, 3)), at(18, 0) - TINY, late)
    assert not held(Spacing(days=(2, 3)), at(18, 0), late)


def test_spacing_grows_along_the_row_and_its_last_number_stays():
    tries = [call(at(2)), call(at(5)), call(at(9))]
    assert held(Spacing(days=(1, 4)), at(13, 0) - TINY, *tries)
    assert not held(Spacing(days=(1, 4)), at(13, 0), *tries)


def test_spacing_ends_where_they_turn_to_us():
    answer = Message(at=at(16, 12), channel="email", direction="inbound")
    assert not held(Spacing(days=(9,)), at(17), call(at(16)), answer)


def test_an_unanswered_morning_call_closes_mornings_for_a_week():
    tried = call(at(16, 10))
    week = [held(AnotherPart(days=7), moment, tried) for moment in (at(17, 11), at(17, 12), at(23, 9), at(23, 10))]
    assert week == [True, False, True, False]


def test_the_first_ring_back_lifts_what_is_polite_and_the_second_does_not():
    theirs = call(at(16, 9), direction="inbound")
    back = Occasion("returned_call", at(16, 9), theirs.key)
    cap = Cap(most=1, days=7, lifted_by=POLITE)
    assert not held(cap, at(16, 10), call(at(13)), theirs, occasion=back)
    assert held(cap, at(17, 10), call(at(13)), theirs, call(at(16, 10)), occasion=back)


def test_a_snooze_gives_way_to_a_moment_named_after_it_and_not_to_one_named_before():
    snooze = Snooze(at=at(16), until=dt.date(2026, 11, 30))
    before = Commitment(at=at(13), by="us", due=at(20, 12), id="before")
    after = attrs.evolve(before, at=at(17), id="after")
    moments = {each.id: named("hour", at(20, 12), each.key) for each in (before, after)}
    assert held(LeavesInPeace(), at(20, 12), before, snooze, occasion=moments["before"])
    assert not held(LeavesInPeace(), at(20, 12), snooze, after, occasion=moments["after"])
    assert held(LeavesInPeace(), at(20, 13), snooze, after, occasion=moments["after"])


def test_a_snooze_ends_when_they_turn_to_us_after_it():
    snooze = Snooze(at=at(16), until=dt.date(2026, 11, 30))
    assert held(LeavesInPeace(), at(17), snooze)
    assert held(LeavesInPeace(), at(17), snooze, occasion=Occasion("returned_call", at(16)))
    assert not held(LeavesInPeace(), at(17), snooze, occasion=Occasion("returned_call", at(16) + TINY))
    assert not held(LeavesInPeace(), at(30, 0), snooze)


def test_after_a_hang_up_no_call_without_a_note():
    note = Message(at=at(16, 12), channel="email", direction="outbound", purpose="after_hang_up")
    assert held(NoteFirst(), at(16) + 1000 * DAY, call(at(16), "hung_up"))
    assert not held(NoteFirst(), at(17), call(at(16), "hung_up"), note)


def test_with_no_channel_a_hang_up_rests_and_then_another_part_of_the_day_is_free():
    silent = attrs.evolve(ANN, email=None)
    rested = [held(NoteFirst(no_channel_days=3), when, call(at(16), "hung_up"), contact=silent) for when in (
        at(18, 13), at(19, 13), at(19, 11), at(19, 11) + 14 * DAY)]  # fmt: skip
    assert rested == [True, False, True, False]


def test_two_bad_moments_rest_and_a_returned_call_lifts_the_rest_where_declared():
    twice = [call(at(2), "hung_up"), call(at(16), "not_interested")]
    assert held(NoteFirst(rest_days=30), at(16) + 30 * DAY - TINY, *twice)
    assert not held(NoteFirst(rest_days=30), at(16) + 30 * DAY, *twice)
    back = Occasion("returned_call", at(17))
    assert held(NoteFirst(), at(17), *twice, occasion=back)
    assert not held(NoteFirst(lifted_by=BACK), at(17), *twice, occasion=back)


def test_a_moment_named_before_a_hang_up_does_not_lift_the_note():
    agreed = Commitment(at=at(13), by="us", due=at(17, 12), id="agreed")
    moment = named("hour", at(17, 12), "agreed")
    first = NoteFirst(lifted_by=BACK)
    assert held(first, at(17, 12), agreed, call(at(16), "hung_up"), occasion=moment)
    assert not held(first, at(17, 12), call(at(12), "hung_up"), agreed, occasion=moment)


def test_their_promise_is_waited_for_and_ours_comes_before():
    theirs = Commitment(at=at(16), by="them", due=dt.date(2026, 11, 20))
    assert held(WaitsForThem(grace_days=1), at(23, 0) - TINY, theirs)
    assert not held(WaitsForThem(grace_days=1), at(23, 0), theirs)
    assert not held(WaitsForThem(), at(17), theirs, occasion=Occasion("promise", at(17), named="hour"))
    assert held(WaitsForThem(), at(17), theirs, occasion=Occasion("promise", at(17))), "our own task waits (G35)"
    assert not held(WaitsForThem(), at(17), theirs, Message(at=at(16, 12), channel="email", direction="inbound"))


def test_a_kind_that_is_no_restraint_forbids_nothing():
    assert not held(NeverCold(), at(16, 3), call(at(16, 2)))


def test_the_occasion_of_a_reason_knows_what_the_reason_knows():
    reason = Reason(name="promise", due=at(16), about="f1", says="they asked for it", named="day", expires=at(17))
    assert Occasion.of(reason) == Occasion("promise", at(16), "f1", "day", at(17))


def test_the_last_version_of_a_fact_stands_and_what_was_taken_back_does_not():
    first = call(at(16), id="f1", recorded=at(16))
    corrected = attrs.evolve(first, disposition="conversation", recorded=at(17))
    assert Person(ANN, History([first, corrected])).own == (corrected,)
    assert Person(ANN, History([first, Retraction(at=at(17), of="f1")])).calls == ()
    stop = OptOut(at=at(16), id="f2")
    assert refused(Person(ANN, History([stop, Retraction(at=at(17), of="f2")])), at(18))


def test_a_second_bad_number_is_dead_until_they_ring_from_it():
    number = "+33142685300"
    bad = [call(at(day), "bad_number", number=number) for day in (2, 3)]
    theirs = call(at(4), direction="inbound", from_number=number)
    assert is_dead(Person(ANN, History(bad)), number)
    assert not is_dead(Person(ANN, History([*bad, theirs])), number)


def test_a_later_date_of_theirs_replaces_an_open_promise():
    early = Commitment(at=at(13), by="us", due=at(17), id="early")
    late = Commitment(at=at(16), by="us", due=at(20), id="late")
    assert [each.fact.id for each in promised(Person(ANN, History([early, late])))] == ["late"]


def test_enough_is_the_attempt_with_which_a_declared_row_was_full():
    tries = [call(at(day)) for day in (2, 4, 6)]
    person = Person(ANN, History(tries))
    assert in_vain(person, GivesUp(after=2)) == (tuple(tries), tries[1])
    assert in_vain(person, GivesUp(after=4)) == (tuple(tries), None)
    assert in_vain(person, GivesUp(after=4, of_any_kind=3)) == (tuple(tries), tries[2])


def test_a_hang_up_from_before_the_day_of_going_live_holds_a_call_for_some_days_and_not_for_a_note():
    first, held_until = NoteFirst(no_channel_days=2), []
    for owes_from in (None, dt.date(2026, 11, 16), dt.date(2026, 11, 17)):
        person = Person(ANN, History([call(at(16), "hung_up")]), owes_from=owes_from)
        held_until.append([day for day in range(16, 28) if forbids(first, person, ANY, None, at(day, 16))])
    assert held_until == [list(range(16, 28)), list(range(16, 28)), [16, 17]]
