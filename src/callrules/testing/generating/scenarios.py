"""A scenario: somebody's life as it became known, fact by fact, and a moment to ask about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.facts import Fact
from callrules.history import History
from callrules.testing.generating.cases import Drawn, Themes, contact_from, lived, looked_at
from callrules.testing.lives import Dice
from callrules.testing.policies import Policy
from callrules.testing.stories.story import write_story


@attrs.frozen(kw_only=True, slots=False)
class Scenario:
    """Somebody, the facts in the order in which they became known, and `now`. It is shown as a story."""

    contact: Contact
    facts: tuple[Fact, ...] = ()
    now: dt.datetime

    @cached_property
    def history(self) -> History:
        """All that is known `now`."""
        return History(self.facts)

    @property
    def stages(self) -> Iterator[tuple[History, dt.datetime]]:
        """Yield what was known, and the earliest moment at which it was: before any fact, then after each, then `now`.

        Moments never go back, though a fact may become known long after it happened.
        """
        at = self.facts[0].at if self.facts else self.now
        for count in range(len(self.facts) + 1):
            at = max([at, *(fact.at for fact in self.facts[:count])])
            yield History(self.facts[:count]), at
        if self.now > at:
            yield self.history, self.now

    def __repr__(self) -> str:
        """The story, which can be pasted into a table of examples; facts of an author's own as Python writes them."""
        try:
            return write_story(self.contact, self.history, self.now)
        except (StopIteration, TypeError):
            return "\n".join(map(repr, (self.contact, *self.facts, self.now)))

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: FBT001 - called by hypothesis
        printer.text(repr(self))


def scenario_from(policy: Policy, themes: Themes, drawn: Drawn) -> Scenario:
    """The scenario that these bytes describe, led under the policy."""
    contact = contact_from(drawn[0])
    life = lived(contact, drawn[1], policy=policy, themes=themes)
    return Scenario(contact=contact, facts=tuple(life.facts), now=looked_at(life, Dice(drawn[2])))
