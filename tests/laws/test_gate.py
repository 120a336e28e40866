"""The last gate and the next step never contradict each other (design, part 1)."""

from hypothesis import given

from callrules import Call, Playbook, Rest, WalkAway
from callrules.testing.strategies import situations
from probing import MICROSECOND, between, holds_until

HOUSE = Playbook(strict=True)


@given(situations())
def test_a_call_may_be_made_exactly_when_it_is_due_and_not_before(situation):
    contact, history, now = situation
    step = HOUSE.next_step(contact, history, now)
    if isinstance(step, Call):
        verdict = HOUSE.may_call(contact, history, step.at, number=step.number)
        assert verdict.allowed
        assert verdict.at == step.at
        for moment in between(contact, history, now, step.at - MICROSECOND, most=3) if step.at > now else ():
            assert not HOUSE.may_call(contact, history, moment).allowed, moment


@given(situations())
def test_nobody_may_be_rung_while_the_playbook_rests_or_walks_away(situation):
    contact, history, now = situation
    step = HOUSE.next_step(contact, history, now)
    if isinstance(step, Rest) or (isinstance(step, WalkAway) and step.is_due(now)):
        end = holds_until(step, now) if isinstance(step, Rest) else now
        for moment in between(contact, history, now, end, most=3):
            for number in (None, *(phone.number for phone in contact.phones)):
                assert not HOUSE.may_call(contact, history, moment, number=number).allowed, (moment, number)


@given(situations())
def test_where_a_call_is_allowed_something_is_due(situation):
    contact, history, now = situation
    for number in (None, *(phone.number for phone in contact.phones)):
        if HOUSE.may_call(contact, history, now, number=number).allowed:
            assert HOUSE.next_step(contact, history, now).is_due(now)


@given(situations())
def test_a_refusal_names_the_first_moment_at_which_it_may_ring(situation):
    contact, history, now = situation
    verdict = HOUSE.may_call(contact, history, now)
    if not verdict.allowed and verdict.at is not None:
        assert verdict.at > now
        assert HOUSE.may_call(contact, history, verdict.at).allowed
        assert not HOUSE.may_call(contact, history, verdict.at - MICROSECOND).allowed
