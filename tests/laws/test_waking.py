"""Waking honestly: a host may sleep until `at` and has missed nothing (design, part 1)."""

from hypothesis import given
from probing import between, holds_until
from story import told

from callrules import Playbook, Rest, WalkAway
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)


@given(situations())
def test_the_answer_stays_the_same_until_the_step_is_due(situation):
    contact, history, now = told(situation)
    step = HOUSE.next_step(contact, history, now)
    for moment in between(contact, history, now, holds_until(step, now)):
        assert HOUSE.next_step(contact, history, moment) == step, moment


@given(situations())
def test_a_step_is_never_due_before_it_was_asked_for(situation):
    contact, history, now = told(situation)
    step = HOUSE.next_step(contact, history, now)
    if isinstance(step, Rest):
        assert step.at is None or step.at > now
    elif step.at is None:
        assert isinstance(step, WalkAway)
    else:
        assert step.at >= now
        assert step.until is None or step.until > step.at if step.type == "call" else True
