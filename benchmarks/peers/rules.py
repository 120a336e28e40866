"""The eight rules, and what they answer: a ground to stop, a guard that lets nobody ring, or a reason to call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

Flat = dict[str, Any]
Decide = Callable[[Flat], str]
STOP, GUARD, REASON = "stop", "guard", "reason"
REST = "rest"


@attrs.frozen
class FlatRule:
    """One rule: its name, its kind, and its condition in the words that rule-engine and ZEN both read."""

    name: str
    kind: str
    condition: str

    @property
    def answer(self) -> str:
        """What is to be done where the condition holds; a guard holds where nobody may ring."""
        return {STOP: f"walk away: {self.name}", GUARD: REST, REASON: f"call: {self.name}"}[self.kind]


EIGHT = (
    FlatRule("do_not_call", STOP, "opted_out"),
    FlatRule("unanswered", STOP, "row >= 6"),
    FlatRule("hours", GUARD, "hour < 9 or hour >= 20 or weekday > 5"),
    FlatRule("patience", GUARD, "rested < 2"),
    FlatRule("lapsed_customer", REASON, "bought and silent >= 365"),
    FlatRule("dormant_customer", REASON, "bought and unheard >= 182"),
    FlatRule("competitor_customer", REASON, "rival and unheard >= 182"),
    FlatRule("prospect", REASON, "not bought and unheard >= 182"),
)
"""Asked in this order the first that holds is the answer."""


Tests = list[tuple[Callable[[Flat], Any], str]]
How = Callable[[Tests], Decide]


def first(tests: Tests) -> Decide:
    """Decide by the first test that holds, so that no engine is asked more often than needed."""

    def decide(flat: Flat) -> str:
        for holds, answer in tests:
            if holds(flat):
                return answer
        return REST

    return decide


def of_all(tests: Tests) -> Decide:
    """Decide likewise, but hear all eight, as a playbook does, which must tell from when on as well."""

    def decide(flat: Flat) -> str:
        held = [answer for holds, answer in tests if holds(flat)]
        return held[0] if held else REST

    return decide
