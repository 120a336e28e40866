"""A deliberately naive second implementation, minute by minute, agrees with the playbook."""

import datetime as dt
import random

from hypothesis import given
from model import decision
from story import told

from callrules import Call, Playbook
from callrules.testing.lives import MINUTE
from callrules.testing.strategies import situations

MODELLED = Playbook(strict=True)
"""The house, whole."""
FAR = dt.timedelta(days=200)


def _minutes(now, at):
    """Now, the step's minute and the one before, and some in between; some beyond where there is no step."""
    end = at if at and at - now < FAR else now + FAR
    between = random.Random(int(now.timestamp()))
    span = int((end - now) / MINUTE)
    some = {now + between.randrange(span + 1) * MINUTE for _ in range(3)}
    return sorted({now, *some, *({at - MINUTE, at} if at and at > now and end == at else set())})


def _answer(step, at):
    if not step.is_due(at):
        return None
    if isinstance(step, Call):
        return ("call", step.reason.name, step.reason.about, step.number)
    return (step.type, getattr(step, "grounds", None) or getattr(step, "purpose", None))


@given(situations(unit=MINUTE))
def test_the_playbook_and_its_naive_double_agree_about_every_minute(situation):
    contact, history, now = told(situation)
    for at in _minutes(now, MODELLED.next_step(contact, history, now).at):
        found = _answer(MODELLED.next_step(contact, history, at), at)
        expected = decision.due_now(contact, history, at)
        if expected and expected[0] == "call" and found and found[0] == "call":
            assert found[:3] == expected[:3], at
            assert found[3] in expected[3], at
        else:
            assert found == expected, at
