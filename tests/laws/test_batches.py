"""A batch answers what everybody would be answered alone."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from callrules import Playbook
from callrules.hosts.batches import STEPS, decide, read_step, write_people
from callrules.testing.strategies import books, instants, situations
from callrules.wire import write_step

HOUSE = Playbook()


def _one_by_one(people, now):
    return [HOUSE.next_step(contact, history, now) for contact, history in people]


def _told(row, now):
    return write_step(read_step(row), now)


def _agree(people, now):
    answered = decide(write_people(people), HOUSE, now)
    assert answered.schema.equals(STEPS)
    rows = answered.to_pylist()
    assert [row["contact"] for row in rows] == [contact.id for contact, _ in people]
    steps = _one_by_one(people, now)
    assert [read_step(row) for row in rows] == steps
    assert [_told(row, now) for row in rows] == [write_step(step, now) for step in steps]
    assert [row["due"] for row in rows] == [step.is_due(now) for step in steps]


@given(situations())
def test_one_life_in_a_batch_is_answered_as_alone(situation):
    contact, history, now = situation
    _agree([(contact, history)], now)


@given(books(), instants())
def test_a_book_in_a_batch_is_answered_as_one_by_one(book, now):
    _agree(book, now)


@given(st.lists(situations(), min_size=2, max_size=4), st.data())
def test_where_a_batch_is_cut_changes_no_answer(lives, data):
    people, now = [(contact, history) for contact, history, _ in lives], lives[0][2]
    whole = write_people(people)
    cut = data.draw(st.integers(0, len(people)))
    parts = [decide(whole.slice(0, cut), HOUSE, now), decide(whole.slice(cut), HOUSE, now)]
    assert pa.Table.from_batches(parts) == pa.Table.from_batches([decide(whole, HOUSE, now)])
