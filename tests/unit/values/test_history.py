"""What has happened is a set of facts, and nothing of it gets lost."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest

from callrules import (
    CallAttempt,
    CalledOff,
    Commitment,
    Consent,
    Contact,
    Farewell,
    History,
    Insight,
    InvalidValue,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Retraction,
    Snooze,
)

PARIS = ZoneInfo("Europe/Paris")
ANN = Contact(id="ann", phones=["+33142685300"], timezone="Europe/Paris")
FRIDAY = dt.datetime(2026, 11, 20, 10, tzinfo=PARIS)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def call(disposition="no_answer", at=FRIDAY, **more):
    return CallAttempt(at=at, disposition=disposition, **more)


def promise(due, at=FRIDAY, **more):
    return Commitment(at=at, **{"by": "us", "due": due, **more})


def mail(direction="inbound", at=FRIDAY, **more):
    return Message(at=at, channel="email", direction=direction, **more)


BOOK = (
    call(id="c1", recorded=FRIDAY),
    call("hung_up", id="c1", recorded=FRIDAY + DAY),
    call("do_not_call", FRIDAY + HOUR, id="c2", recorded=FRIDAY),
    call("conversation", FRIDAY + HOUR, id="c2", recorded=FRIDAY + DAY),
    Retraction(at=FRIDAY + DAY, of="c2"),
    Purchase(at=FRIDAY - DAY, amount="129"),
)


# The laws of a set


@pytest.mark.parametrize("entered", list(itertools.permutations(BOOK))[::7])
def test_facts_say_the_same_in_whatever_order_they_were_entered(entered):
    one_by_one = History()
    for fact in entered:
        one_by_one = one_by_one.add(fact)
    assert History(entered) == one_by_one == History(BOOK)
    assert History(entered).entries == History(BOOK).entries
    assert hash(History(entered)) == hash(History(BOOK))


def test_a_fact_entered_twice_is_one_fact():
    assert History(BOOK + BOOK) == History(BOOK)
    assert len(History([call(), call()]).attempts) == 1


def test_two_calls_are_the_same_event_only_where_all_but_id_recorded_and_remark_agrees():
    twins = [call(id="dialer-1"), call(id="crm-9", remark="again", recorded=FRIDAY + DAY)]
    assert len(History(twins).attempts) == 1
    assert len(History(twins).entries) == 2
    assert len(History([call(), call(number="+33155500105")]).attempts) == 2
    assert len(History([call(), call(at=FRIDAY + dt.timedelta(seconds=1))]).attempts) == 2


def test_taking_one_of_two_twins_back_leaves_the_other_and_a_reference_to_either_finds_the_event():
    twins = [
        call("callback_requested", id="a", callback_at=FRIDAY + DAY),
        call("callback_requested", id="b", callback_at=FRIDAY + DAY),
    ]
    assert len(History([*twins, Retraction(at=FRIDAY + HOUR, of="a")]).attempts) == 1
    for of in ("a", "b"):
        assert not History([*twins, CalledOff(at=FRIDAY + HOUR, of=of)]).open_promises


@pytest.mark.parametrize("recorded", [None, FRIDAY + DAY])
def test_how_a_call_ended_beats_that_it_was_being_dialled_whenever_either_was_written_down(recorded):
    dialled, ended = call("dialing", id="d", recorded=recorded), call("conversation", id="d")
    assert [History(both).attempts for both in ([dialled, ended], [ended, dialled])] == [(ended,)] * 2


def test_merging_is_union_whoever_begins_and_however_often():
    one, two, three = History(BOOK[:2]), History(BOOK[1:4]), History(BOOK[3:])
    assert one.merge(two) == two.merge(one)
    assert one.merge(two).merge(three) == one.merge(two.merge(three)) == History(BOOK)
    assert one.merge(one) == one.merge(History()) == one


def test_merging_does_not_change_either_history():
    one, two = History(BOOK[:2]), History(BOOK[2:])
    one.merge(two)
    assert one == History(BOOK[:2])
    assert two == History(BOOK[2:])


def test_facts_come_back_oldest_first_by_when_they_happened_and_not_by_when_they_were_typed_in():
    typed_late = call(at=FRIDAY - DAY, recorded=FRIDAY + 9 * DAY)
    assert History([call(recorded=FRIDAY), typed_late]).attempts == (typed_late, call(recorded=FRIDAY))


def test_what_is_no_fact_is_refused_and_named():
    with pytest.raises(InvalidValue, match=r"History\[1\]: found a text"):
        History([call(), "hung up"])
    with pytest.raises(InvalidValue, match="expected a fact"):
        History().add(None)


# One fact, several versions


def test_the_version_recorded_later_stands():
    wrong, right = call(id="c1", recorded=FRIDAY), call("hung_up", id="c1", recorded=FRIDAY + HOUR)
    assert History([wrong, right]).attempts == History([right, wrong]).attempts == (right,)


def test_a_version_with_a_moment_of_recording_stands_over_one_without():
    old, new = call(id="c1"), call("hung_up", id="c1", recorded=FRIDAY)
    assert History([new, old]).attempts == (new,)


def test_two_versions_recorded_at_the_same_moment_are_decided_by_their_json_whoever_came_first():
    one, two = call("busy", id="c1", recorded=FRIDAY), call("hung_up", id="c1", recorded=FRIDAY)
    assert History([one, two]) == History([two, one])
    assert History([one, two]).attempts == (two,), "hung_up sorts after busy"


def test_the_same_id_on_facts_of_two_types_is_two_facts():
    assert len(History([call(id="1"), Meeting(at=FRIDAY, id="1")])) == 2


def test_what_was_overwritten_long_ago_does_not_come_back_with_a_later_merge():
    first, second, third = (
        call(word, id="c1", recorded=FRIDAY + place * HOUR)
        for place, word in enumerate(["busy", "hung_up", "gatekeeper"])
    )
    assert History([third]).merge(History([first, second])).attempts == (third,)


def test_a_dial_that_was_closed_is_one_attempt():
    dialled, closed = call("dialing", id="c1", recorded=FRIDAY), call("no_answer", id="c1", recorded=FRIDAY + HOUR)
    assert History([dialled, closed]).attempts == (closed,)


# Taking back


def test_a_wrongly_logged_fact_is_taken_back():
    history = History([call(id="c1"), call(at=FRIDAY + DAY), Retraction(at=FRIDAY + DAY, of="c1")])
    assert [each.at for each in history.attempts] == [FRIDAY + DAY]


def test_a_retraction_that_arrives_before_what_it_takes_back_still_takes_it_back():
    assert not History([Retraction(at=FRIDAY - DAY, of="c1")]).add(call(id="c1")).attempts


def test_a_later_version_of_a_retracted_fact_stays_retracted():
    taken_back = History([call(id="c1", recorded=FRIDAY), Retraction(at=FRIDAY, of="c1")])
    assert not taken_back.add(call("hung_up", id="c1", recorded=FRIDAY + DAY)).attempts


OPT_OUTS = [
    call("do_not_call", id="no", recorded=FRIDAY),
    call("do_not_call", id="no", direction="inbound"),
    OptOut(at=FRIDAY, id="no", recorded=FRIDAY),
    OptOut(at=FRIDAY, id="no", channel="phone"),
    OptOut(at=FRIDAY, id="no", number="+33142685300"),
    mail(id="no", reply="do_not_call"),
]


@pytest.mark.parametrize("no", OPT_OUTS)
def test_an_opt_out_is_heard_in_whatever_form_it_comes(no):
    assert History([no]).opted_out == no


@pytest.mark.parametrize("no", OPT_OUTS)
def test_an_opt_out_cannot_be_taken_back(no):
    assert History([no, Retraction(at=FRIDAY + DAY, of="no")]).opted_out == no


def test_an_opt_out_survives_being_logged_again_as_something_else():
    no = call("do_not_call", id="c1", recorded=FRIDAY)
    history = History([no]).add(call("conversation", id="c1", recorded=FRIDAY + DAY))
    assert history.opted_out == no
    assert [each.disposition.value for each in history.attempts] == ["conversation"], "it is still one call"
    assert history.add(Retraction(at=FRIDAY + DAY, of="c1")).opted_out == no


def test_an_opt_out_survives_when_the_harmless_version_was_known_first_and_is_the_later_one():
    harmless = call("conversation", id="c1", recorded=FRIDAY + DAY)
    no = call("do_not_call", id="c1", recorded=FRIDAY)
    assert History([harmless]).merge(History([no])).opted_out == no


def test_an_opt_out_narrowed_later_to_a_written_channel_still_stands():
    no = OptOut(at=FRIDAY, id="no", recorded=FRIDAY)
    assert History([no, OptOut(at=FRIDAY, id="no", channel="email", recorded=FRIDAY + DAY)]).opted_out == no


def test_no_more_e_mails_is_not_no_more_calls():
    assert History([OptOut(at=FRIDAY, channel="email")]).opted_out is None


def test_only_a_later_consent_of_their_own_lifts_an_opt_out():
    no = OptOut(at=FRIDAY)
    assert History([no, Consent(at=FRIDAY + DAY)]).opted_out is None
    assert History([no, Consent(at=FRIDAY - DAY)]).opted_out == no
    assert History([no, Consent(at=FRIDAY)]).opted_out == no
    assert History([no, Consent(at=FRIDAY + DAY, contact="ben")]).seen_by(ANN).opted_out == no
    assert History([no, Consent(at=FRIDAY + DAY), OptOut(at=FRIDAY + 2 * DAY)]).opted_out


def test_neither_a_purchase_nor_a_talk_nor_a_promise_lifts_an_opt_out():
    history = History(
        [
            OptOut(at=FRIDAY),
            Purchase(at=FRIDAY + DAY),
            call("conversation", FRIDAY + DAY),
            promise(FRIDAY + 5 * DAY, FRIDAY + DAY),
        ]
    )
    assert history.opted_out


def test_a_consent_that_was_taken_back_lifts_nothing():
    history = History(
        [OptOut(at=FRIDAY), Consent(at=FRIDAY + DAY, id="yes"), Retraction(at=FRIDAY + 2 * DAY, of="yes")]
    )
    assert history.opted_out


# Neighbours


def test_facts_of_others_are_neighbours_and_not_the_persons_own():
    theirs, bens = call(at=FRIDAY, contact="ann"), call(at=FRIDAY + DAY, contact="ben", number="+33142685300")
    history = History([theirs, bens]).seen_by(ANN)
    assert history.attempts == (theirs,)
    assert history.neighbours == (bens,)
    assert history.tries_on("+33142685300") == (theirs, bens)
    assert history.tries_on("+33142685399") == (theirs,)


def test_the_opt_out_of_a_neighbour_is_theirs_and_does_not_end_our_calls():
    history = History([OptOut(at=FRIDAY, contact="ben", number="+33142685300")]).seen_by(ANN)
    assert history.opted_out is None
    assert len(history.neighbours_opt_outs) == 1


def test_a_neighbours_opt_out_ends_with_the_neighbours_own_consent_and_with_nobody_elses():
    no = OptOut(at=FRIDAY, contact="ben", number="+33142685300")
    assert History([no, Consent(at=FRIDAY + DAY, contact="eve")]).seen_by(ANN).neighbours_opt_outs == (no,)
    assert History([no, Consent(at=FRIDAY + DAY)]).seen_by(ANN).neighbours_opt_outs == (no,)
    assert History([no, Consent(at=FRIDAY + DAY, contact="ben")]).seen_by(ANN).neighbours_opt_outs == ()


def test_whose_eyes_look_at_the_facts_makes_no_other_history():
    assert History(BOOK).seen_by(ANN) == History(BOOK)
    assert History(BOOK).seen_by(ANN).seen_by(Contact(id="ben")).contact.id == "ben"


# Calls


def test_a_technical_fault_and_a_call_never_dialled_are_no_attempts():
    history = History([call("technical"), call("not_dialled", FRIDAY + HOUR), call("busy", FRIDAY + 2 * HOUR)])
    assert [each.disposition.value for each in history.attempts] == ["busy"]
    assert len(history.calls) == 3


def test_their_calls_are_inbound_and_no_attempts_of_ours():
    history = History([call("conversation", direction="inbound"), call(at=FRIDAY + DAY)])
    assert [each.at for each in history.inbound] == [FRIDAY]
    assert [each.at for each in history.attempts] == [FRIDAY + DAY]
    assert history.last_talk.at == FRIDAY


def test_a_meeting_is_a_talk_and_a_voicemail_is_none():
    history = History([Meeting(at=FRIDAY), call("voicemail_left", FRIDAY + DAY), call("gatekeeper", FRIDAY + 2 * DAY)])
    assert history.last_talk == Meeting(at=FRIDAY)


def test_a_row_of_unanswered_dials_counts_what_nobody_answered():
    words = [
        "no_answer",
        "busy",
        "voicemail_left",
        "voicemail_no_message",
        "gatekeeper",
        "dialing",
        "technical",
        "not_dialled",
    ]
    history = History([call(word, FRIDAY + place * DAY) for place, word in enumerate(words)])
    assert [each.disposition.value for each in history.row_of_unanswered] == words[:6]


@pytest.mark.parametrize(
    "event",
    [
        call("conversation", FRIDAY + HOUR),
        call("callback_requested", FRIDAY + HOUR),
        Meeting(at=FRIDAY + HOUR),
        call("no_answer", FRIDAY + HOUR, direction="inbound"),
        mail(at=FRIDAY + HOUR),
        mail(at=FRIDAY + HOUR, reply="callback_requested"),
    ],
)
def test_a_row_is_broken_by_a_talk_a_wish_for_a_call_or_anything_inbound(event):
    last = call(at=FRIDAY + DAY)
    assert History([call(), event, last]).row_of_unanswered == (last,)


@pytest.mark.parametrize(
    "event",
    [
        mail("outbound", FRIDAY + HOUR),
        mail(at=FRIDAY + HOUR, reply="automatic"),
        mail(at=FRIDAY + HOUR, reply="acknowledgement"),
        mail(at=FRIDAY + HOUR, reply="not_interested"),
        mail(at=FRIDAY + HOUR, reply="bounced"),
        Purchase(at=FRIDAY + HOUR),
        call("technical", FRIDAY + HOUR),
        Farewell(at=FRIDAY + HOUR),
        Snooze(at=FRIDAY + HOUR, until=FRIDAY + 2 * HOUR),
        call("conversation", FRIDAY + HOUR, contact="ben"),
    ],
)
def test_a_row_is_not_broken_by_what_we_send_by_machines_or_by_others(event):
    assert len(History([call(), event, call(at=FRIDAY + DAY)]).seen_by(ANN).row_of_unanswered) == 2


@pytest.mark.parametrize(
    "event",
    [
        mail(),
        mail(reply="answer"),
        mail(reply="callback_requested"),
        Consent(at=FRIDAY),
        Purchase(at=FRIDAY),
        call(direction="inbound"),
    ],
)
def test_these_are_ways_to_come_back(event):
    assert History([event]).came_back == FRIDAY


@pytest.mark.parametrize(
    "event",
    [
        mail("outbound"),
        mail(reply="automatic"),
        mail(reply="bounced"),
        mail(reply="not_interested"),
        mail(reply="do_not_call"),
        call("conversation"),
        call("hung_up", direction="inbound", duration=12),
        call("do_not_call", direction="inbound"),
        Meeting(at=FRIDAY),
    ],
)
def test_and_these_are_none(event):
    assert History([event]).came_back is None


@pytest.mark.parametrize("reply", ["bounced", "automatic"])
def test_what_a_machine_sends_back_is_no_contact_with_the_person(reply):
    assert not History([mail(reply=reply)]).is_two_way
    assert History([mail()]).is_two_way


# Promises: kept, open or broken is derived


MONDAY = FRIDAY + 3 * DAY


def open_ones(*facts):
    return History(facts).seen_by(ANN).open_promises


def test_a_promise_is_open_until_we_ring_however_late_it_gets():
    assert [each.due for each in open_ones(promise(MONDAY))] == [MONDAY]


@pytest.mark.parametrize(
    "disposition", ["no_answer", "voicemail_left", "gatekeeper", "busy", "conversation", "hung_up"]
)
def test_the_first_call_that_rings_from_a_quarter_of_an_hour_before_it_keeps_a_promise(disposition):
    assert not open_ones(promise(MONDAY), call(disposition, MONDAY - dt.timedelta(minutes=15)))
    assert open_ones(promise(MONDAY), call(disposition, MONDAY - dt.timedelta(minutes=16)))


@pytest.mark.parametrize("disposition", ["technical", "not_dialled", "bad_number"])
def test_a_call_that_never_rang_keeps_no_promise(disposition):
    assert open_ones(promise(MONDAY), call(disposition, MONDAY))


def test_a_call_of_theirs_that_nobody_took_keeps_no_promise_of_ours_but_a_talk_does():
    assert open_ones(promise(MONDAY), call("no_answer", MONDAY, direction="inbound"))
    assert not open_ones(promise(MONDAY), call("conversation", MONDAY, direction="inbound"))
    assert not open_ones(promise(MONDAY), Meeting(at=MONDAY))


def test_the_call_to_a_neighbour_keeps_no_promise_to_the_person():
    assert open_ones(promise(MONDAY), call("conversation", MONDAY, contact="ben"))


def test_the_call_in_which_we_promised_does_not_keep_the_promise_that_is_minutes_away():
    in_ten_minutes = FRIDAY + dt.timedelta(minutes=10)
    assert open_ones(call("callback_requested", callback_at=in_ten_minutes))
    assert open_ones(call("conversation"), promise(in_ten_minutes))


def test_the_call_in_which_we_promised_does_not_keep_the_promise_of_the_same_day():
    assert open_ones(call("conversation", promises=FRIDAY.date()))
    assert open_ones(call("callback_requested", callback_at=FRIDAY.date()))
    assert not open_ones(call("callback_requested", callback_at=FRIDAY.date()), call(at=FRIDAY + 4 * HOUR))


def test_a_call_before_the_promise_was_made_does_not_keep_it():
    assert open_ones(call(at=FRIDAY - HOUR), promise(FRIDAY.date()))


def test_every_fact_that_can_promise_a_call_promises_one():
    assert open_ones(call("callback_requested", callback_at=MONDAY))
    assert open_ones(call("conversation", promises=MONDAY.date()))
    assert open_ones(mail("outbound", purpose="after_hang_up", promises=MONDAY.date()))
    assert open_ones(call("gatekeeper", callback_at=MONDAY))
    assert open_ones(call("callback_requested")), "without a time: the next working day"


@pytest.mark.parametrize("kind", ["send", "meet", "other"])
def test_only_a_promised_call_rings_a_phone(kind):
    assert not open_ones(promise(MONDAY, kind=kind))


def test_their_promise_is_none_of_ours():
    assert not open_ones(promise(MONDAY, by="them"))


def test_a_date_they_name_later_replaces_the_open_one():
    later = call("callback_requested", FRIDAY + DAY, callback_at=MONDAY + DAY)
    assert [each.due for each in open_ones(promise(MONDAY), later)] == [MONDAY + DAY]


def test_a_date_we_name_alone_replaces_nothing():
    ours = promise(MONDAY + DAY, FRIDAY + DAY, asked_by="us")
    assert [each.due for each in open_ones(promise(MONDAY), ours)] == [MONDAY, MONDAY + DAY]


def test_no_promise_survives_an_opt_out_not_even_after_a_new_consent():
    facts = (promise(MONDAY), OptOut(at=FRIDAY + HOUR), Consent(at=FRIDAY + DAY))
    assert not open_ones(*facts)
    assert open_ones(*facts, promise(MONDAY, FRIDAY + 2 * DAY))


def test_a_promise_that_was_taken_back_is_open_no_longer():
    assert not open_ones(promise(MONDAY, id="p"), Retraction(at=FRIDAY + HOUR, of="p"))


def test_an_hour_they_asked_for_is_named_and_one_that_we_set_ourselves_is_not():
    def named(fact):
        (only,) = open_ones(fact)
        return only.named and only.named.value

    assert named(promise(MONDAY)) == "hour"
    assert named(promise(MONDAY.date())) == "day"
    assert named(promise(MONDAY, asked_by="us")) is None
    assert named(call("conversation", promises=MONDAY)) == "hour", "agreed to in a talk"
    assert named(call("voicemail_left", promises=MONDAY)) is None
    assert named(mail("outbound", promises=MONDAY)) is None
    assert named(call("gatekeeper", callback_at=MONDAY)) == "day", (
        "through somebody else: it beats pace, not opening hours"
    )


def test_a_promise_keeps_its_wall_time_when_the_clocks_change():
    ten_on_monday = dt.datetime(2026, 10, 26, 10, tzinfo=PARIS)
    (only,) = open_ones(promise(ten_on_monday, dt.datetime(2026, 10, 23, 10, tzinfo=PARIS)))
    assert only.due == dt.datetime(2026, 10, 26, 9, tzinfo=dt.UTC)


def test_the_rest_of_the_answers_come_oldest_first():
    one, two = Insight(at=FRIDAY, text="a second shop"), Insight(at=FRIDAY + DAY, text="a third")
    assert History([two, one]).insights == (one, two)
    order = call("conversation", outcome="order")
    assert History([Purchase(at=FRIDAY + DAY), order]).bought_at == (FRIDAY, FRIDAY + DAY)
    assert History([two, one]).latest == FRIDAY + DAY
    assert History().latest is None


def test_a_goodbye_is_a_farewell_or_a_message_that_takes_it_off_the_table():
    assert History([Farewell(at=FRIDAY)]).said_goodbye_since(FRIDAY)
    assert History([mail("outbound", purpose="takeaway")]).said_goodbye_since(FRIDAY)
    assert not History([mail(purpose="takeaway")]).said_goodbye_since(FRIDAY), "theirs is not ours"
    assert not History([Farewell(at=FRIDAY)]).said_goodbye_since(FRIDAY + HOUR)
