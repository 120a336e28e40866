"""A1: a customer nobody has talked with for six months."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.declared import Declared, Due
from callrules.facts import Kinds, Purchase
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason
from callrules.vocabulary import Outcome


@attrs.frozen
class DormantCustomers:
    """Has nobody talked with this customer for six months?

    Rulebook A1. Due six months after the last talk, after the last purchase where there never was one. It reignites
    the relationship and finds out what they need today.
    """

    name: ClassVar[str] = "dormant_customers"
    only_with: ClassVar[Kinds] = (Outcome.ORDER, Purchase)
    months: int = parameter(6, says="months without a talk", source="rulebook A1")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """How long after a talk."""
        return (Due(reason="dormant_customer", months=self.months),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        last = history.last_talk.at if history.last_talk else history.bought_at[-1]
        since = "talked with" if history.last_talk else "heard from"
        says = f"a customer nobody has {since} for {self.months} months"
        return Reason(name="dormant_customer", due=history.calendar.add(last, months=self.months), says=says)
