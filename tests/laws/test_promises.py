"""A promise is rung once, and never before its moment (rulebook B1)."""

import collections

import attrs
from hypothesis import given, strategies as st

from callrules import Call, Playbook
from callrules.facts import Commitment
from callrules.testing.deeds import ask_for_a_call, note, our_word, talk
from callrules.testing.dice import Dice
from callrules.testing.lives import Life
from callrules.testing.strategies import situations
from following import follow
from probing import DAY
from story import told

HOUSE = Playbook(strict=True)
ENDS = st.lists(st.sampled_from(["no_answer", "busy", "gatekeeper", "voicemail_left", "connected"]), min_size=1, max_size=4)
PROMISES = st.tuples(st.sampled_from([our_word, ask_for_a_call, talk, note]), st.binary(min_size=32, max_size=32))


def _with_promise(contact, history, now, promise):
    life = Life(contact, HOUSE, at=max(now, history.latest or now))
    deed, thrown = promise
    deed(life, Dice(thrown))
    return history.add(*(attrs.evolve(fact, contact=None) for fact in life.facts))


@given(situations(), PROMISES, ENDS)
def test_no_promise_is_rung_twice_nor_before_its_moment(situation, promise, ends):
    contact, history, now = told(situation)
    promised = _with_promise(contact, history, now, promise)
    days = follow(HOUSE, contact, promised, now, ends, until=max(now, promised.latest) + 120 * DAY)
    rung = collections.Counter()
    for day in days:
        if isinstance(day.step, Call) and day.step.reason.name == "promise":
            assert day.step.at >= day.step.reason.due
            rung[day.step.reason.about, day.step.reason.due] += 1
    assert all(count == 1 for count in rung.values()), rung


@given(situations(), st.sampled_from([our_word, ask_for_a_call]), st.binary(min_size=32, max_size=32))
def test_can_promise_agrees_with_what_the_playbook_then_does(situation, deed, thrown):
    contact, history, now = told(situation)
    life = Life(contact, HOUSE, at=max(now, history.latest or now))
    due = life.moment(Dice(thrown))
    verdict = HOUSE.can_promise(contact, history, due, asked_by="them" if deed is ask_for_a_call else "us")
    made = history.add(Commitment(at=life.at, by="us", due=due, asked_by="them" if deed is ask_for_a_call else "us"))
    if verdict.allowed and made.seen_by(contact).promises:
        assert verdict.at is not None
