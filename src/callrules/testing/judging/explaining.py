"""Which broken laws another one explains: a policy that gives one question two answers breaks whatever compares two."""

from __future__ import annotations

import attrs

from callrules.testing.catalogue import PURITY
from callrules.testing.judging.faults import overheard_by, two_answers
from callrules.testing.judging.survey import Failure, Survey, breaks
from callrules.testing.questions import Question, steadily
from callrules.testing.situations import PolicyRaised

COMPARING = frozenset({"purity", "time", "composition"})
"""Groups of laws that hold answers against one another, and none of which protects somebody by itself."""


def is_explained(failure: Failure, led: Survey) -> bool:
    """Whether the law is broken because one question has two answers, where the survey met that.

    It holds where nothing is remembered and dice fall alike for each question; or it compares answers, and one of
    the very questions that it asks has two.
    """
    purity = led.tallies.get(PURITY)
    if purity is None or purity.failure is None or failure.law.id == PURITY:
        return False
    return _holds_steadily(failure) or (failure.law.group in COMPARING and _asks_what_has_two_answers(failure))


def _holds_steadily(failure: Failure) -> bool:
    """Whether the policy keeps the law where each question is put to it as it was before it was ever asked."""
    here = failure.situation
    try:
        unasked = attrs.evolve(here, policy=here.fresh() if here.fresh else here.policy, answers={})
        with steadily():
            return breaks(failure.law, unasked) is None
    except Exception:  # noqa: BLE001 - what cannot be copied explains nothing
        return False


def _asks_what_has_two_answers(failure: Failure) -> bool:
    here = failure.situation
    asked = (Question(here.policy, here.contact, here.history, here.now), *overheard_by(failure))
    try:
        return any(two_answers(each) for each in asked)
    except PolicyRaised:
        return False
