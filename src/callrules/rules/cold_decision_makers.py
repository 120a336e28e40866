"""C2: a decision maker is never called cold."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared, NeverCold
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Because, Reason, SeekIntroduction


@attrs.frozen
class ColdDecisionMakers:
    """Is this a decision maker who does not know us?

    Rulebook C2, C5. Without two-way contact or an introduction the step is not a call: they rarely give a second
    chance. A promised or returned call passes.
    """

    name: ClassVar[str] = "cold_decision_makers"
    lead_days: int = parameter(14, says="days that an introduction takes at most", source="rulebook C6: hours to weeks")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """That no decision maker is rung cold."""
        return (NeverCold(),)

    @hookimpl
    def before(
        self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime
    ) -> SeekIntroduction | None:
        knows_us = history.is_two_way or history.introductions or history.bought_at
        if reason is None or knows_us or not contact.is_decision_maker:
            return None
        says = "a decision maker who does not know us: ask somebody for an introduction first"
        lead = dt.timedelta(days=self.lead_days)
        because = (Because(self.name, "seek_introduction", says),)
        return SeekIntroduction(at=at - lead, since=reason.due, path=(), because=because)
