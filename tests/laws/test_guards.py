"""A guard is a set of permitted moments, and asking again changes nothing (design, part 1)."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from probing import DAY, MICROSECOND, landmarks
from story import told

from callrules import Playbook, Reason, Window
from callrules.deciding.question import Question
from callrules.testing.strategies import situations
from callrules.vocabulary import RANK

HOUSE = Playbook(strict=True)
ALWAYS = Window()
OCCASIONS = st.tuples(st.sampled_from(RANK), st.sampled_from([None, "hour", "day"]))
SPREAD = 5


def _asked(situation, candidate):
    contact, history, now = told(situation)
    asked = Question(HOUSE.plan, contact, history.seen_by(contact), now)
    name, named = candidate
    heard = [reason for _, reason in asked.hear("reasons")][:1]
    made = Reason(name=name, due=now - DAY, about="x", says="a reason", named=named)
    number = next((phone.number for phone in contact.phones), None)
    for reason in (made, *heard):
        for rule, ask in asked.guards(reason, number):
            yield rule, lambda at, ask=ask: ask(at) or ALWAYS


def _probes(situation):
    contact, history, now = told(situation)
    marks = sorted(mark for mark in landmarks(contact, history, now) if mark >= now)
    return [now, *marks[:: max(1, len(marks) // SPREAD)]]


@given(situations(), OCCASIONS)
def test_each_guard_permits_what_it_says_it_permits(situation, candidate):
    probes = _probes(situation)
    for rule, ask in _asked(situation, candidate):
        for at in probes:
            _holds_at(rule, ask, at)
        opens = [ask(at).opens for at in probes]
        assert opens == sorted(opens), rule


def _holds_at(rule, ask, at):
    window = ask(at)
    assert window.closes > at, rule
    if window.is_never:
        assert ask(at + 400 * DAY).is_never, rule
        return
    opens, last = max(window.opens, at), min(window.closes - MICROSECOND, at + 400 * DAY)
    inside = {opens, last, opens + (last - opens) / 2} if last >= opens else {opens}
    for moment in inside:
        assert ask(moment).permits(moment), (rule, at, moment)
    waiting = {at + (opens - at) / 2, opens - MICROSECOND} if opens > at else set()
    for moment in waiting:
        assert ask(moment).opens == window.opens, (rule, at, moment)
    if window.end is not None and window.closes - at < dt.timedelta(days=3000):
        assert ask(window.closes).opens >= window.opens, rule
