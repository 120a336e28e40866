"""Which of the author's rules had anything to say: in how many lives each spoke, and how often it decided."""

from __future__ import annotations

from collections import Counter

import attrs

from callrules.deciding.answerer import Answerer
from callrules.errors import RuleFailed
from callrules.testing.policies import Policy, own_answerers
from callrules.testing.situations import PolicyRaised, Situation

HOOKS = ("walk_away", "reasons", "permits", "before", "priority")
"""The questions that shape a step; rules that only know words are not counted."""


@attrs.define
class Voices:
    """The author's rules by name: who was heard in this life, in how many lives each spoke, and how often it decided.

    It decided where the step names it as a reason.
    """

    answerers: tuple[Answerer, ...] = ()
    spoke: Counter[str] = attrs.field(factory=Counter)
    decided: Counter[str] = attrs.field(factory=Counter)
    _heard: set[str] = attrs.field(factory=set)

    @classmethod
    def of(cls, policy: Policy) -> Voices:
        """Those of the rules that a policy shows and that are none of the house's."""
        return cls(own_answerers(policy, *HOOKS))

    @property
    def names(self) -> tuple[str, ...]:
        """Every rule that may speak."""
        return tuple(dict.fromkeys(each.rule for each in self.answerers))

    @property
    def silent(self) -> tuple[str, ...]:
        """The rules that never spoke."""
        return tuple(name for name in self.names if not self.spoke[name])

    def hear(self, situation: Situation) -> None:
        """Ask those that were not heard in this life yet, and see whom the step names."""
        if not self.answerers:
            return
        for each in self.answerers:
            if each.rule not in self._heard and _speaks(each, situation):
                self._heard.add(each.rule)
        self.decided.update(set(self.names) & _named(situation))

    def life_over(self) -> None:
        """Count the life for whoever was heard in it."""
        self.spoke.update(self._heard)
        self._heard = set()

    def told(self, lives: int) -> str:
        """Each rule with both numbers, in one line."""
        return "; ".join(
            f"{name} spoke in {self.spoke[name]} of {lives} lives, {self._decided(name)}" for name in self.names
        )

    def _decided(self, name: str) -> str:
        return f"decided {self.decided[name]} times" if self.decided[name] != 1 else "decided once"


def _speaks(answerer: Answerer, situation: Situation) -> bool:
    """Whether it answers anything at all; one that raises is no matter of voices."""
    try:
        scope = {**situation.scope, "at": situation.now, "now": situation.now, "step": situation.step}
        if answerer.hook == "permits":
            return answerer.window(scope, situation.now) is not None
        asked_about = [scope, {**scope, "reason": None}] if answerer.hook == "before" else [scope]
        return any(answerer.answers(each) for each in asked_about)
    except (RuleFailed, PolicyRaised):
        return True


def _named(situation: Situation) -> set[str]:
    try:
        return {each.rule for each in situation.step.because}
    except PolicyRaised:
        return set()
