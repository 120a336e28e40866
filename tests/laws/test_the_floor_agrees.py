"""The floor, one plain function over whole numbers, gives the same step as the playbook, field by field."""

from floor.clock import micros
from floor.decision import decide
from floor.plain import Card, plain_facts
from floor.written import as_written
from hypothesis import given
from story import told

from callrules import Playbook
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)


@given(situations())
def test_the_floor_gives_the_same_step_as_the_playbook(situation):
    contact, history, now = told(situation)
    found = decide(Card(contact), list(plain_facts(history.entries)), micros(now))
    assert found == as_written(HOUSE.next_step(contact, history, now))
