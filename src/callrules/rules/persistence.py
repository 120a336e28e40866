"""B5: six unanswered in a row, then we let go, and look again once a quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

import attrs

from callrules.declared import Declared, GivesUp
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.lifting import is_first_return
from callrules.moments import START_OF_TIME, Window
from callrules.promises import Promise
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
    most_without_a_talk: int = parameter(
        12, says="attempts of any kind without a talk", source="house judgement: twice the row of rulebook B5", least=1
    )
    revisit_days: int = parameter(90, says="days until we look again", source="rulebook B5")
    then_months: int = parameter(3, says="months between attempts after that", source="rulebook B5: one a quarter")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """After how many attempts we let go."""
        return (
            GivesUp(
                after=self.most,
                of_any_kind=self.most_without_a_talk,
                revisit_days=self.revisit_days,
                then_months=self.then_months,
            ),
        )

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        row = self._row(history)
        if row is None or history.held_open_at(self._last(row).at):
            return None
        says = f"{len(row)} attempts in a row in vain: leave them in peace for now"
        return Stop(grounds="unanswered", since=over(self._last(row)), says=says, revisit=self._revisit(history, row))

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        row = self._row(history)
        waited_for = history.held_open_at(self._last(row).at) if row else ()
        if not waited_for or _keeps_one_of(waited_for, reason) or _is_being_named(history, reason):
            return None
        if is_first_return(history, reason):
            return None
        return Window.never("often enough tried: only what was promised before is still called")

    def _last(self, row: Sequence[CallAttempt]) -> CallAttempt:
        """The attempt with which it was enough."""
        unanswered = [call for call in row if call.disposition.is_unanswered]
        return unanswered[self.most - 1] if len(unanswered) >= self.most else row[self.most_without_a_talk - 1]

    def _row(self, history: History) -> Sequence[CallAttempt] | None:
        if len(history.attempts) < min(self.most, self.most_without_a_talk):
            return None
        came = max(history.came_back or START_OF_TIME, history.asked_for_a_call or START_OF_TIME)
        row = [call for call in history.row_of_unanswered if call.at > came]
        if len(row) >= self.most:
            return row
        talked = max((talk.at for talk in history.talks), default=START_OF_TIME)
        tries = [call for call in history.attempts if call.at > max(came, talked)]
        return tries if len(tries) >= self.most_without_a_talk else None

    def _revisit(self, history: History, row: Sequence[CallAttempt]) -> dt.datetime:
        last, again = row[-1].at, len(row) > self.most
        return (
            history.calendar.add(last, months=self.then_months)
            if again
            else history.calendar.add(last, days=self.revisit_days)
        )


def _keeps_one_of(promises: Sequence[Promise], reason: Reason) -> bool:
    return reason.name == "promise" and reason.about in {promise.fact.key for promise in promises}


def _is_being_named(history: History, reason: Reason) -> bool:
    """A moment that they name just now, and nobody has written down yet: who asks for a call starts anew."""
    known = {promise.fact.key for promise in history.promises}
    return reason.name == "promise" and reason.named is not None and reason.about not in known
