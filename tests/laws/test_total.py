"""Every valid question has an answer, and a case survives the wire (design, parts 2 and 6)."""

import json

from hypothesis import given
from hypothesis import strategies as st
from story import told

from callrules import Playbook
from callrules.testing.lives import Dice, Life
from callrules.testing.strategies import situations
from callrules.wire import Case, read_case, write_case, write_step, write_verdict

HOUSE = Playbook(strict=True)


@given(situations(), st.binary(min_size=8, max_size=8))
def test_every_question_is_answered(situation, drawn):
    contact, history, now = told(situation)
    assert str(HOUSE.explain(contact, history, now))
    step = HOUSE.next_step(contact, history, now)
    assert step.because
    assert all(each.says and each.rule for each in step.because)
    json.dumps(write_step(step, now))
    due = Life(contact, HOUSE, at=now).moment(Dice(drawn))
    for number in (None, "+19995550100", *(phone.number for phone in contact.phones)):
        json.dumps(write_verdict(HOUSE.may_call(contact, history, now, number=number)))
        assert HOUSE.can_promise(contact, history, due, number=number).because or True
        assert HOUSE.can_promise(contact, history, due, number=number, asked_by="us") is not None


@given(situations())
def test_a_case_comes_back_from_the_wire_as_it_went(situation):
    contact, history, now = told(situation)
    case = Case(now=now, contact=contact, history=history)
    sent = json.dumps(write_case(case))
    back = read_case(json.loads(sent))
    assert back == case
    assert json.dumps(write_case(back)) == sent
    assert HOUSE.next_step(back.contact, back.history, back.now) == HOUSE.next_step(contact, history, now)
