"""What a goodbye rests on, and whether their coming back lifts it."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.facts import Consent, Fact
from callrules.history import History
from callrules.step import Step, WalkAway
from callrules.testing.catalogue.shared.restraints import forbidding_more
from callrules.testing.oracle import came_back, is_bought, is_order
from callrules.testing.situations import Situation
from callrules.vocabulary import DO_NOT_CALL, GROUNDS, NUMBER_UNWORKABLE

UNLIFTED = frozenset({DO_NOT_CALL.name, NUMBER_UNWORKABLE.name})
"""The grounds that stand whoever comes back: only consent, or another number, lifts them (rulebook D6, E6, F13)."""


@attrs.frozen
class Ground:
    """A ground on which we walk away, and since when it holds."""

    name: str
    since: dt.datetime

    @property
    def says(self) -> str:
        """How we walk away, and since when."""
        return f"walks away as {self.name} since {told(self.since)}"

    @property
    def remedy(self) -> str:
        """Tell the author what to do where nothing lifts a ground of their own."""
        return "" if self.name in GROUNDS else " (a rule whose ground nothing lifts declares Besides)"

    def is_lifted_by(self, fact: Fact) -> bool:
        """Whether a later fact lifts it: any sign of theirs a ground of the house, a deal with us every ground."""
        return came_back(fact) if self.name in GROUNDS else is_deal(fact)


def ground_of(situation: Situation, step: Step) -> Ground | None:
    """The ground of a goodbye that they could lift; `None` where it is none, or its rule declares `Besides`."""
    if not isinstance(step, WalkAway) or step.since is None or step.grounds in UNLIFTED:
        return None
    excused = forbidding_more(situation)
    return None if any(each.rule in excused for each in step.because) else Ground(step.grounds, step.since)


def hangs_on_who_they_are(situation: Situation, ground: Ground) -> bool:
    """Whether somebody just like them, to whom nothing ever happened, would be let go as well."""
    step = situation.asked(max(situation.now, ground.since), History())
    return isinstance(step, WalkAway) and step.grounds == ground.name


def is_deal(fact: Fact) -> bool:
    """Whether they buy from us, or consent to hear from us."""
    return is_bought(fact) or is_order(fact) or isinstance(fact, Consent)


def told(at: dt.datetime) -> str:
    """A moment as laws tell it."""
    return f"{at:%Y-%m-%d %H:%M} UTC"
