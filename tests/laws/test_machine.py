"""A state machine holds a policy to the laws, also where facts and events are an author's own."""

import datetime as dt

import attrs
import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from callrules import Contact, Fact, History, InvalidValue, OptOut, Playbook, Rest
from callrules.testing import Situation, cadence_machine, law
from callrules.testing.judging.law_broken import failure_of
from callrules.testing.machine import RULES, STEPS

HOUSE = Playbook()
MONDAY = dt.datetime(2026, 5, 11, 10, tzinfo=dt.UTC)


@attrs.frozen(kw_only=True)
class Harvest(Fact):
    """A fact that only this author knows."""

    crop: str = "rye"


class Deaf:
    """Never heard of an opt-out."""

    rules = HOUSE.rules

    def next_step(self, contact, history, now):
        return HOUSE.next_step(contact, self._heard(history), now)

    def may_call(self, contact, history, at, *, number=None):
        return HOUSE.may_call(contact, self._heard(history), at, number=number)

    def _heard(self, history):
        return History(fact for fact in history.entries if not isinstance(fact, OptOut))


@attrs.define
class Fickle:
    """Asks for a call, and the second time for nothing."""

    asked: int = 0

    def next_step(self, contact, history, now):
        self.asked += 1
        return HOUSE.next_step(contact, history, now) if self.asked == 1 else Rest()


def harvest(life, dice):
    """It is harvested."""
    life.happens(Harvest, dice, crop=dice.pick(("rye", "oats")))


@law("one-harvest", says="Nobody is rung after two harvests.", moment="two harvests")
def one_harvest(situation):
    if situation.call and len(situation.history.of(Harvest)) > 1:
        yield "a call after the second harvest"


@law("never-a-monday", says="Nobody is rung on a Monday.", at_the_end=True)
def never_a_monday(situation):
    if situation.call and situation.call.at.isoweekday() == 1:
        yield "a call on a Monday"


def run(machine, examples=100, events=8, **more):
    usual = settings(machine.TestCase.settings, max_examples=examples, stateful_step_count=events)
    run_state_machine_as_test(machine, settings=settings(usual, **more))


def story(machine):
    """What is told of the first that breaks: nobody looks for a second one."""
    with pytest.raises(AssertionError) as error:
        run(machine, examples=1000, report_multiple_bugs=False)
    return str(error.value)


def test_the_house_keeps_every_law():
    run(cadence_machine(events=[harvest]), examples=8, events=STEPS)


def test_what_is_broken_is_told_as_a_short_story():
    told = story(cadence_machine(Deaf(), laws=["opted-out-never-rung", "cap"]))
    assert told.startswith("BROKEN  opted-out-never-rung: Who asked us to stop is never rung")
    assert "opted out\n" in told
    assert len(told.split("\n\n")[1].splitlines()) <= 4


def test_deeds_and_facts_of_an_author_are_held_to_a_law_of_theirs():
    told = story(cadence_machine(extra_laws=[one_harvest], laws=["one-harvest"], events=[harvest]))
    assert "BROKEN  one-harvest: Nobody is rung after two harvests." in told
    assert told.count("Harvest(") == 2


def test_costly_laws_are_held_where_a_life_ends():
    told = story(cadence_machine(extra_laws=[never_a_monday], laws=["never-a-monday"]))
    assert "a call on a Monday" in told


def test_who_answers_otherwise_the_second_time_breaks_the_law_about_that():
    situation = Situation(Fickle(), Contact(id="kim", timezone="Africa/Abidjan"), History(), MONDAY)
    failure = failure_of(never_a_monday, situation, case=0)
    assert failure.law.id == "asking-is-free"
    assert "never-a-monday" in failure.broken.says


def test_it_is_a_test_case_with_a_rule_for_each_idea_and_each_deed():
    machine = cadence_machine(events=[harvest])
    assert machine.TestCase.settings.stateful_step_count == STEPS
    assert all(callable(getattr(machine, name)) for name in (*RULES, "your_harvest"))


def test_a_law_that_needs_what_nobody_declares_is_left_out():
    machine = cadence_machine(Playbook().without("caps"))
    assert "cap" not in {each.id for each in machine.trial.laws}


@pytest.mark.parametrize(
    ("given", "says"),
    [({"laws": ["gapp"]}, "'gapp'.*did you mean 'gap'"), ({"events": [harvest, harvest]}, "different names")],
    ids=["law", "deed"],
)
def test_what_cannot_be_meant_is_refused(given, says):
    with pytest.raises(InvalidValue, match=says):
        cadence_machine(**given)
