"""Which broken laws another one explains: those that hold once the policy gives one answer to one question."""

from __future__ import annotations

from callrules.testing.catalogue import PURITY
from callrules.testing.judging.survey import Failure, Survey, breaks
from callrules.testing.questions import steadily


def is_explained(failure: Failure, led: Survey) -> bool:
    """Whether the law holds in its situation where nothing is remembered and dice fall alike for each question.

    Looked at only where the policy was met giving two answers to one question.
    """
    purity = led.tallies.get(PURITY)
    if purity is None or purity.failure is None or failure.law.id == PURITY:
        return False
    try:
        with steadily():
            return breaks(failure.law, failure.situation) is None
    except Exception:  # noqa: BLE001 - what cannot be copied explains nothing
        return False
