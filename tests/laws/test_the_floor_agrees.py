"""The floor, one plain function over whole numbers, gives the playbook's step, field by field and at any moment."""

import datetime as dt
import os
import random

import pytest
from floor.clock import micros
from floor.decision import decide
from floor.plain import Card, plain_facts
from floor.written import as_written
from hypothesis import given, settings
from populations import NOW, POPULATIONS
from story import told

from callrules import Commitment, Contact, History, Playbook
from callrules.checks import zone
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)
FIVE_HUNDRED = int(os.environ.get("CALLRULES_EXAMPLES", "500"))
TICK = dt.timedelta.resolution
FAR = dt.timedelta(days=200)


def both(contact, history, now):
    """The steps of the floor and of the playbook."""
    found = decide(Card(contact), list(plain_facts(history.entries)), micros(now))
    return found, as_written(HOUSE.next_step(contact, history, now))


def _moments(now, at):
    """Now, one in between or, where there is no step, beyond, the last before the step, and the step's own."""
    end = at if at and at - now < FAR else now + FAR
    between = now + random.Random(int(now.timestamp())).random() * (end - now)
    return sorted({now, between, *({at - TICK, at} if at and at > now and end == at else set())})


@settings(max_examples=FIVE_HUNDRED)
@given(situations())
def test_the_floor_gives_the_same_step_as_the_playbook_now_and_until_it_is_due(situation):
    contact, history, now = told(situation)
    for at in _moments(now, HOUSE.next_step(contact, history, now).at):
        found, expected = both(contact, history, at)
        assert found == expected, at


@pytest.mark.parametrize("population", POPULATIONS)
def test_the_floor_gives_the_same_step_for_the_people_whom_it_is_measured_with(population):
    for contact, facts in POPULATIONS[population](60, random.Random(2)):
        found, expected = both(contact, History(facts), NOW)
        assert found == expected


def test_an_hour_that_no_clock_shows_keeps_its_time_when_it_lapses_on_the_next_working_day():
    missing = dt.datetime(2027, 3, 14, 2, 30, tzinfo=zone("America/Vancouver"))
    contact = Contact(id="c", timezone="America/Vancouver", buys_from="Initech")
    history = History([Commitment(at=missing - dt.timedelta(days=3), by="them", due=missing)])
    found, expected = both(contact, history, missing - dt.timedelta(days=2))
    assert found == expected
