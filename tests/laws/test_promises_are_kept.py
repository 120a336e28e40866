"""A promise is rung once, and never before its moment (rulebook B1)."""

import collections
import datetime as dt

import attrs
from following import A_MOMENT, follow
from hypothesis import given
from hypothesis import strategies as st
from probing import DAY
from story import told

from callrules import Call, Playbook
from callrules.facts import Commitment
from callrules.testing.lives import Dice, Life
from callrules.testing.lives.events import ask_for_a_call, note, our_word, talk
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)
ENDS = st.lists(
    st.sampled_from(["no_answer", "busy", "gatekeeper", "voicemail_left", "connected"]), min_size=1, max_size=4
)
PROMISES = st.tuples(st.sampled_from([our_word, ask_for_a_call, talk, note]), st.binary(min_size=32, max_size=32))


def _with_promise(contact, history, now, promise):
    life = Life(contact, HOUSE, at=max(now, history.latest or now))
    event, drawn = promise
    event(life, Dice(drawn))
    return history.add(*(attrs.evolve(fact, contact=None) for fact in life.facts))


@given(situations(), PROMISES, ENDS)
def test_no_promise_is_rung_twice_nor_before_its_moment(situation, promise, ends):
    contact, history, now = told(situation)
    promised = _with_promise(contact, history, now, promise)
    after_the_talk = max(now, promised.latest or now) + A_MOMENT
    days = follow(HOUSE, contact, promised, after_the_talk, ends, until=after_the_talk + 120 * DAY)
    rung = collections.Counter()
    for day in days:
        if isinstance(day.step, Call) and day.step.reason.name == "promise":
            assert day.step.at >= day.step.reason.due
            rung[day.step.reason.about, day.step.reason.due] += 1
    assert all(count == 1 for count in rung.values()), rung


@given(situations(), st.binary(min_size=8, max_size=8))
def test_can_promise_says_beforehand_what_the_gate_says_when_the_hour_has_come(situation, drawn):
    contact, history, now = told(situation)
    now = max(now, history.latest or now)
    due = Life(contact, HOUSE, at=now + DAY).moment(Dice(drawn))
    if HOUSE.next_step(contact, history, now).type == "walk_away" or not isinstance(due, dt.datetime) or due <= now:
        return
    verdict = HOUSE.can_promise(contact, history, due)
    promise = Commitment(at=now, by="us", due=due)
    gate = HOUSE.may_call(contact, history.add(promise), promise.due)
    assert verdict.allowed == gate.allowed, promise.due
