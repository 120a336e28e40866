"""A history is a set: entry order, duplicates and merging change nothing (design, part 2)."""

import random

from hypothesis import given
from hypothesis import strategies as st
from story import told

from callrules import History, Playbook
from callrules.testing.strategies import people, situations

HOUSE = Playbook(strict=True)
SEEDS = st.integers(0, 2**16)


def _split(history, seed, parts=3):
    dealt = random.Random(seed)
    piles = [[] for _ in range(parts)]
    for fact in history.entries:
        for pile in dealt.sample(piles, dealt.choice((1, 1, 2))):
            pile.append(fact)
    return [History(pile) for pile in piles]


@given(situations(), SEEDS)
def test_in_whatever_order_facts_arrive_and_however_often_the_answer_is_the_same(situation, seed):
    contact, history, now = told(situation)
    entered = [*history.entries, *history.entries[: seed % 5]]
    random.Random(seed).shuffle(entered)
    again = History()
    for fact in entered:
        again = again.add(fact)
    assert again == history
    assert hash(again) == hash(history)
    assert HOUSE.next_step(contact, again, now) == HOUSE.next_step(contact, history, now)


@given(people(), SEEDS)
def test_merging_is_union_in_any_grouping(person, seed):
    _, history = person
    one, two, three = _split(history, seed)
    assert one.merge(two) == two.merge(one)
    assert one.merge(two).merge(three) == one.merge(two.merge(three)) == history
    assert history.merge(history) == history.merge(one) == history


@given(people(), people())
def test_merging_two_lives_is_the_same_either_way(one, other):
    assert one[1].merge(other[1]) == other[1].merge(one[1])
