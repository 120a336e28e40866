"""A book that goes live keeps the laws: what is not owed is not missed, and nobody is called sooner for it."""

import datetime as dt

import attrs
from hypothesis import given

from callrules import Call, Playbook, Write
from callrules.testing import laws
from callrules.testing.strategies import situations

IN_THE_MIDDLE_OF_MANY_LIVES = dt.date(2026, 3, 1)

test_a_playbook_that_goes_live_keeps_the_laws = laws(Playbook(owes_from=IN_THE_MIDDLE_OF_MANY_LIVES), examples=60)

PLAYBOOK = Playbook(strict=True)


@given(situations())
def test_what_is_not_owed_is_as_where_nothing_can_be_written(situation):
    contact, history, now = situation
    live = Playbook(strict=True, owes_from=dt.date(2199, 1, 1))
    step = live.next_step(contact, history, now)
    without_a_channel = attrs.evolve(contact, email=None, fax=None, postal_address=None)
    otherwise = PLAYBOOK.next_step(without_a_channel, history, now)
    assert not isinstance(step, Write)
    if isinstance(step, Call) or isinstance(otherwise, Call):
        assert step == otherwise
    assert live.may_call(contact, history, now).allowed == PLAYBOOK.may_call(without_a_channel, history, now).allowed


@given(situations())
def test_who_went_live_long_ago_answers_as_ever(situation):
    contact, history, now = situation
    live = Playbook(strict=True, owes_from=dt.date(1990, 1, 1))
    assert live.next_step(contact, history, now) == PLAYBOOK.next_step(contact, history, now)
