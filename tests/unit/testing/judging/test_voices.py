"""Rules that never spoke are named; those that did are counted."""

from typing import ClassVar

import attrs
import pytest

from callrules import Playbook, Window, hookimpl
from callrules.errors import InvalidValue
from callrules.testing import Relax, laws
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.accusations import Settings
from callrules.testing.judging.exemptions import Exemptions
from callrules.testing.judging.trial import Trial
from callrules.testing.judging.verdicts import LawOutcome

KNOWN = {law.id: law for law in LAWS}


@attrs.frozen
class NeverAWord:
    """Has it anything to say? No, and nobody notices."""

    name: ClassVar[str] = "never_a_word"

    @hookimpl
    def permits(self) -> None:
        """Nothing."""


@attrs.frozen
class AllTheTime:
    """Is there ever a bad moment? No."""

    name: ClassVar[str] = "all_the_time"

    @hookimpl
    def permits(self) -> Window:
        """Always."""
        return Window(says="any time")


def judged(*rules, law="rules-speak", **exemptions):
    held = (KNOWN[law],)
    trial = Trial(Playbook().with_rules(*rules), held, Exemptions(**exemptions))
    return trial.judge(held[0], Settings(examples=3))


def test_a_rule_that_never_spoke_is_warned_of_in_one_line():
    verdict = judged(NeverAWord())
    assert verdict.outcome is LawOutcome.HOLDS
    assert verdict.story == "rules-speak: in 3 lives never spoke: never_a_word"


def test_each_rule_is_told_with_how_often_it_spoke_and_decided():
    verdict = judged(AllTheTime(), NeverAWord())
    assert "all_the_time spoke in 3 of 3 lives" in verdict.rules
    assert "never_a_word spoke in 0 of 3 lives, decided 0 times" in verdict.rules


def test_the_house_alone_has_no_rules_of_yours():
    assert judged().outcome is LawOutcome.NOT_APPLICABLE


def test_a_law_of_decency_is_left_aside_for_a_reason():
    verdict = judged(law="decent-hours", relax={"decent-hours": Relax.wholly("bakers are awake at four")})
    assert (verdict.outcome, verdict.says) == (LawOutcome.RELAXED, "bakers are awake at four")


def test_a_law_of_decency_is_left_aside_only_with_a_reason():
    with pytest.raises(InvalidValue, match="the reason"):
        Relax.wholly(" ")


def test_no_other_law_is_left_aside_by_a_reason_alone():
    with pytest.raises(InvalidValue, match="it binds everybody"):
        laws(relax={"opted-out-never-rung": Relax.wholly("we sell to everybody")})
