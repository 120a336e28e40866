"""A6: of the calls that are due, those that are worth most to both sides come first."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Call, Step
from callrules.vocabulary import RANK


@attrs.frozen
class Worth:
    """How many days of waiting is this call worth?

    Rulebook A6. Each place in the rank of reasons is worth some days, and so is every day on which they bought. What
    it answers does not change while they wait, so that everybody ages alike and nobody is overtaken for ever.
    """

    name: ClassVar[str] = "worth"
    days_a_place: int = parameter(
        10, says="days of waiting that one place in the rank of reasons is worth", source="the house: the rank as it is"
    )
    most_purchases: int = parameter(
        9, says="days of purchase that count, each as one day of waiting", source="the house: less than a place"
    )

    @hookimpl
    def priority(self, history: History, step: Step) -> int | None:
        if not isinstance(step, Call):
            return None
        places = len(RANK) - step.reason.rank
        return self.days_a_place * places + min(len(history.bought_at), self.most_purchases)
