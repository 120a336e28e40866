"""Lives led with one feature taken away: what does it add?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

import attrs
import hypothesis

from callrules.facts import Fact
from callrules.testing.generating.cases import Drawn
from callrules.testing.generating.generator import Generator
from callrules.testing.lives import MONDAY_AT_TEN, Dice, Life
from callrules.testing.lives.events import EVERYTHING, THEMES, Event
from callrules.testing.policies import Policy, declarations
from callrules.testing.strategies import lives
from callrules.vocabulary import Direction

HOUR = dt.timedelta(hours=1)
OWN_STEPS = frozenset({"work", "persist", "late_work"})
PASTS = frozenset({"import_a_past"})
NEIGHBOURS = frozenset({"neighbour"})
HOSTILE = frozenset({"late_work", "record_twice", "put_the_clock_back", "log_again"})


class ByTheHour(Life):
    """Time goes on by so many hours, and nobody knows where it matters."""

    def move(self, dice: Dice) -> None:
        """Up to four days on."""
        self.at += dice.number(97) * HOUR

    def step_ahead(self) -> dt.datetime:
        """The policy's own moment is not looked for."""
        return self.at


class OnAMonday(Life):
    """Every life begins on the same plain Monday."""

    def begin(self, _dice: Dice) -> None:
        """Begin there."""
        self.at = MONDAY_AT_TEN


class NeverTurnsToUs(Life):
    """They never ring and never write."""

    def happens(self, kind: type[Fact], dice: Dice, /, **fields: Any) -> None:
        """Something happened, unless it came from them."""
        if fields.get("direction") is not Direction.INBOUND:
            super().happens(kind, dice, **fields)


@attrs.define(slots=False)
class InGreenwich(Life):
    """Everybody lives by UTC."""

    def __attrs_post_init__(self) -> None:
        """Move them there."""
        phones = tuple(attrs.evolve(each, timezone=None) for each in self.contact.phones)
        self.contact = attrs.evolve(self.contact, timezone="UTC", region=None, phones=phones)

    def somewhere(self, _dice: Dice) -> str:
        """There is one zone."""
        return "UTC"


@attrs.frozen(slots=False)
class DrawnByHypothesis(Generator):
    """The bytes are drawn by hypothesis, which knows nothing of themes and lengths."""

    examples: int = 100

    def drawn(self, seed: int, case: int) -> Drawn:
        """The bytes of one case."""
        found = _drawn(seed, self.examples)
        return found[case % len(found)]


@cache
def _drawn(seed: int, examples: int) -> list[Drawn]:
    found: list[Drawn] = []

    @hypothesis.settings(max_examples=examples, database=None, deadline=None, phases=[hypothesis.Phase.generate])
    @hypothesis.seed(seed)
    @hypothesis.given(lives())
    def draw(drawn: Drawn) -> None:
        found.append(drawn)

    draw()
    return found


def without(names: frozenset[str]) -> tuple[tuple[Event, ...], ...]:
    """The themes without these events."""
    return tuple(tuple(event for event in theme if event.__name__ not in names) for theme in THEMES)


def _lives(**changed: Any) -> Callable[[Policy], Generator]:
    return lambda policy: Generator(policy, declarations(policy), **changed)


def _by_hypothesis(policy: Policy) -> Generator:
    return DrawnByHypothesis(policy, declarations(policy))


EVERY_FEATURE = "nothing"
"""The name of the walk from which nothing is taken away."""
FEATURES: dict[str, Callable[[Policy], Generator]] = {
    EVERY_FEATURE: _lives(),
    "landmarks: time moves by random hours": _lives(life=ByTheHour),
    "awkward beginnings: all lives begin on one Monday": _lives(life=OnAMonday),
    "themes: anything may follow anything": _lives(themes=(EVERYTHING,)),
    "own steps: nobody does what the policy asks for": _lives(themes=without(OWN_STEPS)),
    "imported pasts": _lives(themes=without(PASTS)),
    "inbound contacts: they never ring or write": _lives(life=NeverTurnsToUs),
    "sequels: nothing is told that few lives come to": _lives(sequels=()),
    "neighbours on a shared number": _lives(themes=without(NEIGHBOURS)),
    "hostile hosts: late, twice, corrected, clock put back": _lives(themes=without(HOSTILE)),
    "zones: everybody lives by UTC": _lives(life=InGreenwich),
    "bytes of our own: hypothesis draws them": _by_hypothesis,
}
"""What is taken away, and how lives are then led."""
