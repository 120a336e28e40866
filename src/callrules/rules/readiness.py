"""C6–C10: a red-phone call is prepared superbly, or not made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared, Prepared
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.influence.readiness import topics_there
from callrules.step import Because, Prepare, Reason


@attrs.frozen
class Readiness:
    """Is this red-phone call ready?

    Rulebook C6, C7, C8, C10. What binds must be there before the call: research on each topic, a fresh insight not
    used with them before, something in common. A promised or returned call passes, and is told what is missing.
    `source` (of the insight), `drivers` and `path` (an introduction, or any contact both ways) bind where `needs` names
    them; else they are cautions of the briefing.
    """

    name: ClassVar[str] = "readiness"
    needs: tuple[str, ...] = parameter(
        ("why", "outcome", "insight", "common_ground", "buy_in"),
        says="topics that bind",
        source="rulebook C6",
    )
    lead_days: int = parameter(14, says="days that preparing takes at most", source="rulebook C6: hours to weeks")
    insight_days: int = parameter(90, says="days until an insight is stale", source="rulebook C4")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The facts that must be there before a red phone rings."""
        return (Prepared(needs=self.needs, insight_days=self.insight_days),)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Prepare | None:
        missing = tuple(self._missing(contact, history, at)) if contact.red_phone else ()
        if reason is None or not missing:
            return None
        says = f"a red-phone call is not ready: {', '.join(topic.replace('_', ' ') for topic in missing)} missing"
        lead = dt.timedelta(days=self.lead_days)
        because = (Because(self.name, "prepare", says),)
        return Prepare(at=at - lead, since=reason.due, missing=missing, because=because)

    def _missing(self, contact: Contact, history: History, at: dt.datetime) -> Iterator[str]:
        there = topics_there(contact, history, at, self.insight_days)
        return (topic for topic in self.needs if topic not in there)
