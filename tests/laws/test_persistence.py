"""Persistence, not pestilence: who never answers is left in peace (rulebook B5)."""

import datetime as dt
from itertools import pairwise

from following import follow
from hypothesis import given
from hypothesis import strategies as st
from probing import DAY
from story import told

from callrules import Call, Contact, History, Playbook, WalkAway
from callrules.testing.strategies import contacts, instants, situations

HOUSE = Playbook(strict=True)
MOST = 6
HORIZON = 500 * DAY
A_QUARTER = 88 * DAY  # the shortest three months, and an hour for the clock change
VAIN = st.lists(
    st.sampled_from(["no_answer", "busy", "voicemail_left", "voicemail_no_message", "gatekeeper"]),
    min_size=1,
    max_size=7,
)


def _calls(days):
    return [day.step for day in days if isinstance(day.step, Call)]


@given(contacts(), instants(), VAIN)
def test_a_stranger_who_never_answers_is_tried_six_times_and_then_once_a_quarter(contact, now, ends):
    days = list(follow(HOUSE, contact, History(), now, ends, until=now + HORIZON))
    calls = _calls(days)
    goodbyes = [day.step for day in days if isinstance(day.step, WalkAway)]
    assert len(goodbyes) == (len(calls) >= MOST)
    for goodbye in goodbyes:
        assert goodbye.grounds == "unanswered"
        assert goodbye.at - calls[MOST - 1].at < DAY
        later = calls[MOST - 1 :]
        assert all(after.at - before.at >= A_QUARTER for before, after in pairwise(later))


@given(situations(), VAIN)
def test_wherever_we_stand_unanswered_calls_come_to_an_end(situation, ends):
    contact, history, now = told(situation)
    own = history.seen_by(contact)
    promised = len(own.promises) + len(own.commitments)
    horizon = max(now, history.latest or now) + HORIZON
    days = list(follow(HOUSE, contact, history, now, ends, until=horizon, most=90))
    calls = _calls(days)
    quarters = HORIZON // A_QUARTER + 1
    assert len(calls) <= MOST + promised + 1 + quarters
    for day in days:
        if isinstance(day.step, Call) and day.step.reason.named is None:
            week = [call for call in day.history.seen_by(contact).attempts if day.step.at - call.at < 7 * DAY]
            assert len(week) < 3 or day.step.reason.name == "returned_call", day.step


def test_six_attempts_fall_on_days_1_3_5_8_12_and_18():
    monday = dt.datetime(2026, 5, 11, 9, tzinfo=dt.UTC)
    contact = Contact(id="c", timezone="Africa/Abidjan")
    days = follow(HOUSE, contact, History(), monday, ["no_answer"], until=monday + 30 * DAY)
    assert [(call.at.date() - monday.date()).days + 1 for call in _calls(days)] == [1, 3, 5, 8, 12, 18]
