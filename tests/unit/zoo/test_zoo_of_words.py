"""Broken policies that say the wrong thing: each is accused of what it is said to break, and others are not."""

import pytest

from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import survey
from callrules.testing.policies import as_policy
from zoo.everything import SPECIMENS
from zoo.hurtful_words import HURTFUL_WORDS
from zoo.own_lines import OWN_LINES
from zoo.words import DECENT, WORDS

OF_WORDS = tuple(law for law in LAWS if law.group == "words")
CASES, FEWER = 200, 24


def accused(specimen, laws, cases):
    """The laws that some life shows it to break."""
    led = survey(as_policy(specimen.make()), laws, examples=cases, to_the_first=True)
    return {each.law.id for each in led.failures}


@pytest.mark.parametrize("specimen", [*WORDS, *OWN_LINES, *HURTFUL_WORDS], ids=lambda each: each.id)
def test_the_laws_of_words_accuse_who_says_the_wrong_thing(specimen):
    laws = [law for law in OF_WORDS if law.id in specimen.breaks]
    assert accused(specimen, laws, CASES) == specimen.breaks


def test_every_law_of_words_has_somebody_who_breaks_it():
    assert {law.id for law in OF_WORDS} == set().union(*(each.breaks for each in (*WORDS, *OWN_LINES, *HURTFUL_WORDS)))


def test_other_words_are_no_crime():
    assert accused(DECENT, OF_WORDS, FEWER) == set()


def test_what_is_kept_is_found_by_its_id():
    assert {each.id for each in (*WORDS, *OWN_LINES, *HURTFUL_WORDS, DECENT)} <= SPECIMENS.keys()


def test_a_policy_without_words_is_not_held_to_them():
    wordless = as_policy(SPECIMENS["in-other-hands"].make())
    silent = {"this policy has no `script`", "no rule but the house's judges words"}
    assert {law.inapplicable(wordless, ()) for law in OF_WORDS} == silent
