"""A history at its edges: "since" includes its moment, days are the person's, and others' facts stay others'."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from callrules import (
    CallAttempt,
    Commitment,
    Consent,
    Contact,
    History,
    Insight,
    Introduction,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Research,
    Retraction,
    Snooze,
)

PARIS = ZoneInfo("Europe/Paris")
NUMBER, OTHER = "+33142685300", "+33142685301"
ANN = Contact(id="ann", phones=[NUMBER], timezone="Europe/Paris")
FRIDAY = dt.datetime(2026, 11, 20, 10, tzinfo=PARIS)
MOMENT, HOUR, DAY = dt.timedelta.resolution, dt.timedelta(hours=1), dt.timedelta(days=1)


def call(disposition="no_answer", at=FRIDAY, **more):
    return CallAttempt(at=at, disposition=disposition, **more)


def mail(direction="inbound", at=FRIDAY, **more):
    return Message(at=at, channel="email", direction=direction, **more)


def promise(due, at=FRIDAY, **more):
    return Commitment(at=at, by="us", due=due, **more)


def apart(text):
    """The same words in a string of their own, as a reader of files makes them."""
    return "".join(list(text))


def annes(*facts):
    return History(facts).seen_by(ANN)


# Since


def test_since_a_moment_includes_that_moment_and_nothing_before_it():
    talk, rang = annes(call("conversation")), annes(call())
    told, refused = annes(mail("outbound", purpose="thanks")), annes(call("hung_up"))
    declined = annes(mail(reply="not_interested"))
    for since, found in ((FRIDAY - MOMENT, True), (FRIDAY, True), (FRIDAY + MOMENT, False)):
        assert talk.talked_since(since) is found
        assert (rang.rang_since(since) is not None) is found
        assert told.wrote("thanks", since) is found
        assert [each.settled_since(since) for each in (talk, refused, declined)] == [found] * 3


def test_a_request_to_call_back_settles_and_an_unanswered_call_or_a_mere_answer_does_not():
    assert annes(call("callback_requested")).settled_since(FRIDAY)
    assert not annes(call("callback_requested")).settled_since(FRIDAY + HOUR)
    assert not annes(call(), mail(reply="answer")).settled_since(FRIDAY)


def test_what_they_write_or_what_is_for_something_else_is_no_message_of_ours_for_that_purpose():
    assert not annes(mail(purpose="thanks")).wrote("thanks", FRIDAY)
    assert not annes(mail("outbound", purpose="thanks")).wrote("takeaway", FRIDAY)


def test_the_purpose_of_a_message_has_to_be_that_one():
    for purpose in ("after_hang_up", "thanks", "winter"):
        assert annes(mail("outbound", purpose=purpose)).wrote("thanks", FRIDAY) is (purpose == "thanks")
    assert annes(mail("outbound", purpose="thanks")).wrote(apart("thanks"), FRIDAY)


def test_the_first_of_two_calls_that_rang_is_the_one_that_rang_since():
    first, second = call("technical"), call(at=FRIDAY + HOUR)
    assert annes(first, second, call(at=FRIDAY + DAY)).rang_since(FRIDAY) == second


# Due again


def test_a_reason_is_due_again_some_months_after_the_talk_that_answered_it():
    talk = annes(call("conversation"))
    half_a_year_later = dt.datetime(2027, 5, 20, 10, tzinfo=PARIS)
    for due in (None, FRIDAY - DAY, FRIDAY):
        assert talk.due_again(due, 6) == half_a_year_later


def test_a_talk_before_a_reason_fell_due_does_not_answer_it():
    later = FRIDAY + MOMENT
    assert annes(call("conversation")).due_again(later, 6) == later
    assert annes(call()).due_again(FRIDAY, 6) == FRIDAY
    assert annes().due_again(None, 6) is None


# Rows


def test_a_dial_at_the_very_moment_at_which_the_row_broke_is_not_in_the_row():
    assert annes(mail(), call(), call(at=FRIDAY + HOUR)).row_of_unanswered == (call(at=FRIDAY + HOUR),)


def test_a_row_on_a_number_is_broken_by_whoever_talks_there():
    theirs = call("conversation", FRIDAY + HOUR, number=NUMBER, contact="ben")
    own = call(number=NUMBER), call(at=FRIDAY + 2 * HOUR, number=NUMBER)
    history = annes(*own, theirs)
    assert history.row_on(NUMBER) == (own[1],)
    assert history.row_on(None) == history.row_of_unanswered == own


def test_a_row_on_a_number_begins_after_whatever_broke_the_row_also_where_that_was_no_call():
    before, at_that_moment, last = call(), call(at=FRIDAY + HOUR), call(at=FRIDAY + DAY)
    history = annes(before, mail(at=FRIDAY + HOUR), at_that_moment, last)
    assert history.row_on(NUMBER) == (last,)


def test_a_number_is_shared_where_a_neighbour_was_rung_on_it():
    history = annes(call(number=OTHER), call(number=NUMBER, contact="ben"), call(at=FRIDAY + HOUR, contact="ben"))
    assert [history.is_shared(number) for number in (NUMBER, OTHER, None)] == [True, False, False]


def test_a_row_on_a_number_goes_on_past_what_neither_answers_nor_breaks_it():
    first, hung_up, last = call(), call("hung_up", FRIDAY + HOUR), call(at=FRIDAY + DAY)
    assert annes(first, hung_up, last).row_on(NUMBER) == (first, last)


def test_tries_on_a_number_are_ours_theirs_and_those_without_a_number_oldest_first():
    bens = call(at=FRIDAY + HOUR, number=NUMBER, contact="ben")
    fault = call("technical", FRIDAY + HOUR, number=NUMBER, contact="eve")
    first, last, elsewhere = call(), call(at=FRIDAY + DAY, number=NUMBER), call(at=FRIDAY + DAY, number=OTHER)
    history = annes(last, elsewhere, bens, fault, first)
    assert history.tries_on(NUMBER) == (first, bens, last)
    assert set(history.tries_on(OTHER)) == {first, elsewhere}
    assert set(history.tries_on(None)) == {first, last, elsewhere}


# Two-way


def test_it_is_two_way_from_a_talk_a_meeting_a_missed_call_of_theirs_or_a_message_on():
    for event in (call("conversation"), Meeting(at=FRIDAY), call(direction="inbound"), mail()):
        assert annes(event).is_two_way
    for event in (call(), mail("outbound"), Purchase(at=FRIDAY)):
        assert not annes(event).is_two_way


def test_the_last_time_they_asked_for_a_call_counts():
    wish = call("callback_requested", FRIDAY + HOUR)
    assert annes(call("callback_requested"), wish, call(at=FRIDAY + DAY)).asked_for_a_call == wish.at
    assert annes(call()).asked_for_a_call is None


# Whose facts


def test_facts_of_people_whose_id_sorts_before_or_after_are_others_facts():
    abes, own, bens = call(contact="abe"), call(contact=apart("ann")), call(contact="ben")
    history = annes(abes, own, bens)
    assert history.attempts == (own,)
    assert set(history.neighbours) == {abes, bens}


def test_a_history_tells_nobody_whose_eyes_look_at_it():
    assert repr(annes(call())) == repr(History([call()]))
    with pytest.raises(TypeError, match="positional argument"):
        History([call()], ANN)


def test_a_history_is_a_walk_through_the_persons_own_facts_that_stand():
    own, taken_back = call(), call(at=FRIDAY + HOUR, id="c1")
    history = annes(own, taken_back, Retraction(at=FRIDAY + DAY, of="c1"), call(at=FRIDAY + HOUR, contact="ben"))
    assert [each for each in history if isinstance(each, CallAttempt)] == [own]
    assert len(history) == len(list(history)) == 2


# Opt-outs


def test_a_consent_at_a_later_moment_lifts_a_neighbours_opt_out_and_one_at_the_same_does_not():
    no = OptOut(at=FRIDAY, contact="ben", number=NUMBER)
    assert annes(no, Consent(at=FRIDAY, contact="ben")).neighbours_opt_outs == (no,)
    assert annes(no, Consent(at=FRIDAY + MOMENT, contact="ben")).neighbours_opt_outs == ()
    assert annes(no, Consent(at=FRIDAY - DAY, contact="ben")).neighbours_opt_outs == (no,)


def test_a_neighbours_opt_out_is_lifted_by_the_same_neighbour_and_by_nobody_whose_id_is_like_it():
    no = OptOut(at=FRIDAY, contact="ben", number=NUMBER)
    for other in ("abe", "bert"):
        assert annes(no, Consent(at=FRIDAY + DAY, contact=other)).neighbours_opt_outs == (no,)
    assert annes(no, Consent(at=FRIDAY + DAY, contact=apart("ben"))).neighbours_opt_outs == ()


def test_an_opt_out_that_was_taken_back_is_still_the_latest_that_happened():
    no = OptOut(at=FRIDAY + DAY, id="no")
    assert annes(call(), no, Retraction(at=FRIDAY, of="no")).latest == FRIDAY + DAY


def test_neither_a_neighbours_call_nor_a_neighbours_opt_out_is_our_latest():
    assert annes(call(), OptOut(at=FRIDAY + DAY, contact="ben")).latest == FRIDAY


# Promises


def test_the_earlier_of_a_call_and_a_meeting_keeps_a_promise():
    due = FRIDAY + DAY
    rang, met = call(at=due + HOUR), Meeting(at=due + 2 * HOUR)
    assert annes(rang, met).kept(due, FRIDAY) == rang
    assert annes(call(at=due + 3 * HOUR), met).kept(due, FRIDAY) == met
    assert annes(met).kept(due, FRIDAY) == met
    assert annes().kept(due, FRIDAY) is None


def test_a_meeting_a_quarter_of_an_hour_early_keeps_a_promise_and_one_before_that_does_not():
    due, early = FRIDAY + DAY, dt.timedelta(minutes=15)
    promised = Commitment(at=FRIDAY, by="us", due=due)
    assert not annes(promised, Meeting(at=due - early)).open_promises
    assert annes(promised, Meeting(at=due - early - MOMENT)).open_promises


def test_what_happens_at_the_moment_of_the_promise_does_not_keep_it_and_the_next_moment_does():
    assert not annes(call("conversation")).kept(FRIDAY - HOUR, FRIDAY)
    assert annes(call("conversation", FRIDAY + MOMENT)).kept(FRIDAY - HOUR, FRIDAY)


def test_a_moment_was_named_since_when_no_promise_is_known_or_it_was_made_then_or_later():
    history = annes(promise(FRIDAY + 9 * DAY, id="p"))
    assert history.named_since("q", FRIDAY + DAY)
    assert [history.named_since("p", at) for at in (FRIDAY - MOMENT, FRIDAY, FRIDAY + MOMENT)] == [True, True, False]


def test_where_two_facts_share_a_key_the_later_one_says_when_a_moment_was_named():
    voicemail = call("voicemail_left", FRIDAY + DAY, promises=FRIDAY + 9 * DAY, id="p")
    history = annes(promise(FRIDAY + 9 * DAY, id="p"), voicemail)
    assert history.named_since(apart("p"), FRIDAY + DAY)
    assert not history.named_since(apart("p"), FRIDAY + DAY + MOMENT)


# The rest


def test_refunds_and_talks_without_an_order_are_no_purchases():
    bought, returned = Purchase(at=FRIDAY, amount="9"), Purchase(at=FRIDAY + DAY, amount="-4")
    assert annes(bought, returned, call("conversation", FRIDAY + 2 * DAY)).bought_at == (FRIDAY,)


def test_a_purchase_and_an_order_at_one_moment_are_one_date():
    assert annes(Purchase(at=FRIDAY), call("conversation", outcome="order")).bought_at == (FRIDAY,)


def test_an_insight_is_untold_until_it_was_used_in_a_talk_or_a_message_or_was_the_reason_of_a_talk():
    shop = Insight(at=FRIDAY, text="a second shop", id="shop")
    used = [
        call("conversation", FRIDAY + HOUR, used=["shop"]),
        mail("outbound", FRIDAY + HOUR, used=["shop"]),
        call("conversation", FRIDAY + HOUR, reason=apart("insight"), about="shop"),
    ]
    assert [annes(shop, each).untold for each in used] == [()] * 3


def test_an_insight_stays_untold_when_nobody_answered_or_the_talk_was_about_something_else():
    shop = Insight(at=FRIDAY, text="a second shop", id="shop")
    others = [
        call(at=FRIDAY + HOUR, used=["shop"]),
        call(at=FRIDAY + HOUR, reason="insight", about="shop"),
        call("conversation", FRIDAY + HOUR, reason="promise", about="shop"),
        call("conversation", FRIDAY + HOUR, reason="insight", about="lease"),
        call("conversation", FRIDAY + HOUR, reason="insight"),
    ]
    assert [annes(shop, each).untold for each in others] == [(shop,)] * 5


def test_the_last_snooze_is_the_wish_that_counts():
    short, long = Snooze(at=FRIDAY, until=FRIDAY + DAY), Snooze(at=FRIDAY + HOUR, until=FRIDAY + 9 * DAY)
    assert annes(long, short).snooze == long
    assert annes().snooze is None


def test_each_kind_of_fact_is_told_apart():
    ben, found = Introduction(at=FRIDAY, by="ben"), Research(at=FRIDAY, topic="why", text="a second shop")
    history = annes(ben, found)
    assert (history.introductions, history.research, history.insights) == ((ben,), (found,), ())


def test_days_are_counted_on_the_contacts_calendar_and_without_one_in_utc():
    late = dt.datetime(2026, 11, 20, 23, 30, tzinfo=dt.UTC)
    assert annes().calendar.day(late) == dt.date(2026, 11, 21)
    assert History().calendar.day(late) == dt.date(2026, 11, 20)
