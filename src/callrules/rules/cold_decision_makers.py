"""C2: a decision maker is never called cold."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared, NeverCold
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.influence import InfluenceMap, Path, some_maps, warmest_path
from callrules.step import Because, Reason, SeekIntroduction

SOMEBODY = "somebody for an introduction"


@attrs.frozen
class ColdDecisionMakers:
    """Is this a decision maker who does not know us?

    Rulebook C2, C5. Without two-way contact or an introduction the step is not a call: they rarely give a second
    chance. A promised or returned call passes. Where a map of who moves whom is given, the strongest path from people
    who take our calls is named.
    """

    name: ClassVar[str] = "cold_decision_makers"
    lead_days: int = parameter(14, says="days that an introduction takes at most", source="rulebook C6: hours to weeks")
    influence: tuple[InfluenceMap, ...] = attrs.field(
        default=(),
        converter=some_maps,
        metadata={"says": "maps of who moves whom, for the path of an introduction", "source": "rulebook C3; the host"},
    )

    @property
    def declares(self) -> tuple[Declared, ...]:
        """That no decision maker is rung cold."""
        return (NeverCold(),)

    @hookimpl
    def before(
        self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime
    ) -> SeekIntroduction | None:
        if reason is None or not contact.is_decision_maker:
            return None
        if history.is_two_way or history.introductions or history.bought_at:
            return None
        found = warmest_path(self.influence, contact.id)
        says = f"a decision maker who does not know us: ask {_whom(*found) if found else SOMEBODY} first"
        lead = dt.timedelta(days=self.lead_days)
        because = (Because(self.name, "seek_introduction", says),)
        path = found[1].people if found else ()
        return SeekIntroduction(at=at - lead, since=reason.due, path=path, because=because)


def _whom(among: InfluenceMap, path: Path) -> str:
    names = list(map(among.called, path.people))
    return f"{names[0]} for an introduction ({' → '.join(names)})"
