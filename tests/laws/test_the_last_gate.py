"""The last gate and the next step never contradict each other (design, part 1)."""

from hypothesis import given
from probing import MICROSECOND, between, holds_until
from story import told

from callrules import Call, Playbook, Rest, WalkAway
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)


@given(situations())
def test_a_call_may_be_made_exactly_when_it_is_due_and_nobody_is_rung_before_or_instead(situation):
    contact, history, now = told(situation)
    step = HOUSE.next_step(contact, history, now)
    if isinstance(step, Call):
        verdict = HOUSE.may_call(contact, history, step.at, number=step.number)
        assert verdict.allowed
        assert verdict.at == step.at
    for moment in _quiet(contact, history, now, step):
        assert not HOUSE.may_call(contact, history, moment).allowed, moment


def _quiet(contact, history, now, step):
    """Moments at which nobody may be rung: before a call is due, while resting, when walking away."""
    if isinstance(step, Rest):
        return between(contact, history, now, holds_until(step, now), most=3)
    if isinstance(step, WalkAway):
        return [now] if step.at is None or step.is_due(now) else []
    return between(contact, history, now, step.at - MICROSECOND, most=3) if step.at > now else []


@given(situations())
def test_a_refusal_names_the_first_moment_at_which_it_may_ring(situation):
    contact, history, now = told(situation)
    for number in (None, *(phone.number for phone in contact.phones)):
        verdict = HOUSE.may_call(contact, history, now, number=number)
        if verdict.allowed:
            assert HOUSE.next_step(contact, history, now).is_due(now)
        elif verdict.at is not None:
            assert verdict.at > now
            assert HOUSE.may_call(contact, history, verdict.at, number=number).allowed
            assert not HOUSE.may_call(contact, history, verdict.at - MICROSECOND, number=number).allowed
