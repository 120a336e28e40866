"""A policy that raises, or gives two answers, is shown at the one question; what follows from it is only counted."""

import datetime as dt
import random
import re

import attrs
import pytest

from callrules import History, Playbook, Window, hookimpl
from callrules.testing.catalogue import LAWS, PURITY, TOTAL
from callrules.testing.judging.accusations import Settings
from callrules.testing.judging.counterexample import Counterexample
from callrules.testing.judging.faults import directly
from callrules.testing.judging.shrinking import shrunk
from callrules.testing.judging.survey import survey
from callrules.testing.judging.trial import Trial
from callrules.testing.judging.verdicts import LawOutcome
from callrules.testing.lawbook import law
from callrules.testing.policies import as_policy
from zoo.everything import SPECIMENS

LAW = {law.id: law for law in LAWS}
HOUR = dt.timedelta(hours=1)


@attrs.frozen
class ByPrefix:
    """Takes for granted that a number is known."""

    declares = ()

    @hookimpl
    def permits(self, number, at):
        return Window(start=at + HOUR, end=at + 2 * HOUR, says="abroad") if number.startswith("+33") else None


@attrs.frozen
class LaterOnly:
    """Stumbles over whoever is asked about in the afternoon."""

    declares = ()

    @hookimpl
    def permits(self, at):
        return None if at.hour < 12 else {}["the afternoon"]


@attrs.frozen
class Moody:
    """Throws dice for when it closes."""

    declares = ()

    @hookimpl
    def permits(self, at):
        return Window(start=None, end=at + HOUR * random.randint(1, 99) / 20, says="in the mood")


@attrs.frozen
class Shy:
    """Lets through only every other question."""

    asked: list[int] = attrs.field(factory=list, eq=False)
    declares = ()

    @hookimpl
    def permits(self, at):
        self.asked.append(1)
        return None if len(self.asked) % 2 else Window.never("not every time")


class Unheeding:
    """Throws dice, and rings whoever said no."""

    def __init__(self):
        self.playbook = Playbook().with_rules(Moody())
        self.rules = self.playbook.rules

    def next_step(self, contact, history, now):
        return self.playbook.next_step(contact, History(f for f in history.entries if not f.is_opt_out), now)

    def may_call(self, contact, history, at, *, number=None):
        return self.playbook.may_call(contact, history, at, number=number)


def told(policy, *laws, examples=12):
    led = survey(as_policy(policy), [LAW[each] for each in laws], examples=examples)
    return [Counterexample(failure=shrunk(directly(each)), seed=0) for each in led.failures]


def test_what_raises_is_shown_with_its_line_and_what_it_was_given():
    (story,) = told(ByPrefix(), TOTAL, PURITY)
    assert story.lines == 1
    assert "asked for the next step on" in str(story)
    assert f"RAISED  {__file__.rpartition('/')[2]}:" in str(story).replace("tests/unit/testing/judging/", "")
    assert "in permits (number=None)\n        return Window" in str(story)


@attrs.frozen
class AroundOne:
    """A policy around a playbook whose rule raises."""

    inside: Playbook = attrs.field(factory=lambda: Playbook().with_rules(ByPrefix()))

    def next_step(self, contact, history, now):
        return self.inside.next_step(contact, history, now)

    def may_call(self, contact, history, at, *, number=None):
        return self.inside.may_call(contact, history, at, number=number)


def test_what_raises_within_a_policy_around_a_playbook_is_found_too():
    (story,) = told(AroundOne(), TOTAL)
    assert "in permits (number=None)\n        return Window" in str(story)


def test_what_raises_only_at_another_laws_question_is_asked_that_question():
    (story,) = told(LaterOnly(), TOTAL, "wakes-honestly")
    assert story.failure.situation.now.hour >= 12
    assert "KeyError: 'the afternoon'" in str(story)


@pytest.mark.parametrize("policy", [Moody(), Shy()])
def test_two_answers_stand_beside_each_other_with_the_rule_that_gives_them(policy):
    (story,) = told(policy, PURITY)
    assert story.lines == 1
    assert "and asked once more: " in str(story)
    assert f"RULES   {'moody' if isinstance(policy, Moody) else 'shy'}: now " in str(story)


def test_dice_are_named_with_the_line_that_throws_them():
    (story,) = told(Moody(), PURITY)
    assert "CALLS   random.getrandbits (" in str(story)
    assert "in permits)" in str(story)


def judged(policy, *, known_broken=()):
    trial = Trial(as_policy(policy))
    trial.exemptions = attrs.evolve(trial.exemptions, known_broken=dict.fromkeys(known_broken, "until June"))
    wanted = frozenset({PURITY, "no-memory", "instant-not-spelling", "any-no-will-do"})
    return {name: trial.judge(LAW[name], Settings(examples=20, wanted=wanted)) for name in sorted(wanted)}


def test_laws_that_hold_once_dice_fall_alike_are_only_counted():
    found = judged(Moody())
    assert {name: each.outcome for name, each in found.items()} == {
        PURITY: LawOutcome.BROKEN,
        "no-memory": LawOutcome.EXPLAINED,
        "instant-not-spelling": LawOutcome.EXPLAINED,
        "any-no-will-do": LawOutcome.HOLDS,
    }
    assert found["no-memory"].story is None
    assert "mend asking-is-free first" in found["no-memory"].line


def test_who_throws_dice_and_also_rings_who_said_no_is_told_both():
    found = judged(Unheeding())
    assert found["any-no-will-do"].outcome is LawOutcome.BROKEN
    assert found["any-no-will-do"].story


def test_a_law_said_to_be_broken_explains_no_other():
    found = judged(Moody(), known_broken=[PURITY])
    assert found["no-memory"].outcome is LawOutcome.BROKEN


def test_a_law_that_runs_into_an_error_is_told_and_the_others_are_judged():
    @law("clumsy", says="A law that trips.")
    def clumsy(situation):
        yield {}[situation.contact.id]

    led = survey(Playbook(), [clumsy, LAW[TOTAL]], examples=3)
    (failed,) = led.failures
    assert failed.law is clumsy
    assert re.search(r"raised KeyError at .*in_passing.py:\d+, in clumsy: 'c'", failed.broken.says)
    assert led.tallies[TOTAL].moments


class Tally:
    """Counts on the class, which no copy forgets."""

    name = "tally"
    declares = ()
    asked = 0

    @hookimpl
    def permits(self):
        Tally.asked += 1
        return None if Tally.asked % 3 else Window.never("one in three")


def test_laws_that_compare_what_has_two_answers_are_only_counted():
    trial = Trial(as_policy(Tally()))
    settings = Settings(examples=20)
    found = [trial.judge(each, settings) for each in LAWS if each.group == "purity"]
    full = {each.law for each in found if each.outcome is LawOutcome.BROKEN}
    assert full == {PURITY}
    assert {each.law for each in found if each.outcome is LawOutcome.EXPLAINED} >= {"no-memory", "instant-not-spelling"}


def test_where_a_coin_decides_the_order_of_the_book_is_only_counted():
    trial = Trial(as_policy(SPECIMENS["coin"].make()))
    settings = Settings(examples=60, seed=1, wanted=frozenset({PURITY, "book-order"}))
    told, counted = (trial.judge(LAW[each], settings) for each in (PURITY, "book-order"))
    assert told.outcome is LawOutcome.BROKEN
    assert (counted.outcome, counted.story) == (LawOutcome.EXPLAINED, None)


def test_a_law_that_holds_for_who_was_never_asked_before_is_only_counted():
    trial = Trial(as_policy(SPECIMENS["no-two-alike"].make()))
    settings = Settings(examples=30, wanted=frozenset({PURITY, "book-order", "gate-agrees", "windows-stand"}))
    found = {each: trial.judge(LAW[each], settings).outcome for each in sorted(settings.wanted)}
    assert found.pop(PURITY) is LawOutcome.BROKEN
    assert set(found.values()) <= {LawOutcome.EXPLAINED, LawOutcome.HOLDS}
