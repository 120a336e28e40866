"""B2, C4: something new that is worth a call, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.declared import Declared, Due, Fresh
from callrules.facts import Insight, Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason


@attrs.frozen
class Insights:
    """Do we know something new that would help them?

    Rulebook B2, C4. The same insight is never used twice, and goes stale after 90 days. After a talk it waits a few
    working days, so that several do not become several calls.
    """

    name: ClassVar[str] = "insights"
    only_with: ClassVar[Kinds] = (Insight,)
    stale_days: int = parameter(90, says="days until an insight is stale", source="rulebook C4")
    days_after_a_talk: int = parameter(5, says="working days after a talk", source="as a follow-up: rulebook B2")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """When an insight is stale, and how long it waits after a talk."""
        return Fresh(days=self.stale_days), Due(reason="insight", days=self.days_after_a_talk)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        rested, stale = self._after_a_talk(history), dt.timedelta(days=self.stale_days)
        for insight in history.untold:
            expires = insight.at + stale
            says = f"worth knowing for them: {insight.text}"
            due = max(insight.at, rested) if rested else insight.at
            yield Reason(name="insight", due=due, about=insight.key, says=says, expires=expires)

    def _after_a_talk(self, history: History) -> dt.datetime | None:
        if history.last_talk is None:
            return None
        calendar = history.calendar
        return calendar.starts(calendar.working_days_on(calendar.day(history.last_talk.at), self.days_after_a_talk))
