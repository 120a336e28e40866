"""E2: who has just met us hears from us."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.calendars import Calendar
from callrules.day_names import short_month
from callrules.declared import After, Declared, Due
from callrules.facts import Kinds, Meeting
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason


@attrs.frozen
class JustMet:
    """Have we just met them?

    Rulebook E2. Due at once the same day where there is something to share, else on the next working day; overdue
    from day 10, stale after 14; after three days at the earliest, for Monday is the next working day after a Friday.
    It goes on with the conversation.
    """

    name: ClassVar[str] = "just_met"
    only_with: ClassVar[Kinds] = (Meeting,)
    overdue_days: int = parameter(10, says="days after which it is overdue", source="rulebook E2")
    stale_days: int = parameter(14, says="days after which it is stale", source="rulebook E2", least=4)
    insight_days: int = parameter(90, says="days an insight can be shared", source="rulebook C4")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """When it is stale."""
        return (Due(reason="recently_met", after=After.MEETING, until_days=self.stale_days),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        met = history.last_talk
        if not isinstance(met, Meeting) or history.settled_since(met.at + met.at.resolution):
            return None
        calendar, day = history.calendar, history.calendar.day(met.at)
        to_share = [insight.at for insight in history.untold if self._is_fresh(calendar, insight.at, day)]
        next_day = calendar.starts(calendar.working_days_on(day, 1))
        due = min(next_day, max(met.at, min(to_share))) if to_share else next_day
        overdue = calendar.day(calendar.add(met.at, days=self.overdue_days))
        on, late = (f"{each:%d} {short_month(each)}" for each in (day, overdue))
        says = f"we met{f' at {met.place}' if met.place else ''} on {on}; late from {late} on"
        expires = calendar.add(met.at, days=self.stale_days)
        return Reason(name="recently_met", due=due, about=met.key, says=says, expires=expires)

    def _is_fresh(self, calendar: Calendar, at: dt.datetime, day: dt.date) -> bool:
        return day - dt.timedelta(days=self.insight_days) < calendar.day(at) <= day
