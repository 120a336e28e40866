"""B5: six unanswered in a row, then we let go, and look again once a quarter."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.lifting import is_first_return
from callrules.moments import START_OF_TIME, Window
from callrules.signs import over
from callrules.step import Reason, Stop


@attrs.frozen
class Persistence:
    """Have we tried often enough?

    Rulebook B5. Counted since the person last came back or asked for a call. Waits until an open promise of ours is
    kept.
    """

    name: ClassVar[str] = "persistence"
    most: int = parameter(6, says="unanswered attempts in a row", source="rulebook B5", least=1)
    revisit_days: int = parameter(90, says="days until we look again", source="rulebook B5")
    then_months: int = parameter(3, says="months between attempts after that", source="rulebook B5: one a quarter")

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        row = self._row(history)
        if len(row) < self.most or history.open_promises:
            return None
        says = f"{len(row)} unanswered attempts in a row: leave them in peace for now"
        return Stop(
            grounds="unanswered",
            since=over(row[self.most - 1]),
            says=says,
            revisit=self._revisit(history, row),
        )

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        if len(self._row(history)) < self.most or not history.open_promises:
            return None
        if reason.name == "promise" or is_first_return(history, reason):
            return None
        return Window.never("often enough tried: only the promised call is still made")

    def _row(self, history: History) -> list[CallAttempt]:
        came = max(history.came_back or START_OF_TIME, history.asked_for_a_call or START_OF_TIME)
        return [call for call in history.row_of_unanswered if call.at > came]

    def _revisit(self, history: History, row: list[CallAttempt]) -> dt.datetime:
        last, again = row[-1].at, len(row) > self.most
        return (
            history.calendar.add(last, months=self.then_months)
            if again
            else history.calendar.add(last, days=self.revisit_days)
        )
