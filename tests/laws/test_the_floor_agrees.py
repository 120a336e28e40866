"""The floor, one plain function over whole numbers, gives the same step as the playbook, field by field."""

import datetime as dt

from floor.clock import micros
from floor.decision import decide
from floor.plain import Card, Plain
from hypothesis import given
from story import told

from callrules import Playbook
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)


def as_written(step):
    """The step of the library in the floor's form."""
    at = _number(step.at)
    if step.type == "rest":
        return ("rest", at)
    since = _number(step.since)
    if step.type == "call":
        why = step.reason
        named = why.named.value if why.named else None
        reason = (why.name, _number(why.due), why.about, why.says, _number(why.expires), named)
        return ("call", at, since, _number(step.until), reason, step.number)
    if step.type == "write":
        return ("write", at, since, step.purpose, _word(step.channel), _number(step.promises))
    if step.type == "walk_away":
        return ("walk_away", at, since, step.grounds, _number(step.revisit), _word(step.channel))
    return (step.type, at, since, step.missing if step.type == "prepare" else step.path)


def _number(moment):
    if moment is None:
        return None
    return micros(moment) if isinstance(moment, dt.datetime) else moment.toordinal()


def _word(channel):
    return channel.value if channel else None


@given(situations())
def test_the_floor_gives_the_same_step_as_the_playbook(situation):
    contact, history, now = told(situation)
    found = decide(Card(contact), [Plain(fact) for fact in history.entries], micros(now))
    assert found == as_written(HOUSE.next_step(contact, history, now))
