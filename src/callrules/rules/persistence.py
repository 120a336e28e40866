"""B5: six unanswered in a row, then we let go, and look again once a quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

import attrs

from callrules.declared import Declared, GivesUp
from callrules.facts import CallAttempt, Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import START_OF_TIME
from callrules.step import Stop


@attrs.frozen
class Persistence:
    """Have we tried often enough?

    Rulebook B5, G30, G31, G33, G37. Counted since the person last came back or asked for a call. Not firm: it waits
    for open promises of ours.
    """

    name: ClassVar[str] = "persistence"
    only_with: ClassVar[Kinds] = (CallAttempt,)
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
        row, enough = self._in_vain(history)
        if enough is None:
            return None
        says = f"{len(row)} attempts in a row in vain: leave them in peace for now"
        return Stop(grounds="unanswered", since=enough.over_by, says=says, revisit=self._revisit(history, row))

    def _in_vain(self, history: History) -> tuple[Sequence[CallAttempt], CallAttempt | None]:
        """The attempts that count against going on, and the first with which it was enough, if it was."""
        row, tries = self._rows(history)
        counted = ((row, self.most), (tries, self.most_without_a_talk))
        reached = [calls[most - 1] for calls, most in counted if len(calls) >= most]
        enough = min(reached, key=lambda call: call.at, default=None)
        return row if len(row) >= self.most else tries, enough

    def _rows(self, history: History) -> tuple[Sequence[CallAttempt], Sequence[CallAttempt]]:
        """Since they came back or asked for a call: the unanswered attempts in a row, and all without a talk."""
        if len(history.attempts) < min(self.most, self.most_without_a_talk):
            return (), ()
        came = max(history.came_back or START_OF_TIME, history.asked_for_a_call or START_OF_TIME)
        talked = max((talk.at for talk in history.talks), default=START_OF_TIME)
        row = [call for call in history.row_of_unanswered if call.at > came]
        return row, [call for call in history.attempts if call.at > max(came, talked)]

    def _revisit(self, history: History, row: Sequence[CallAttempt]) -> dt.datetime:
        last, again = row[-1].at, len(row) > self.most
        return (
            history.calendar.add(last, months=self.then_months)
            if again
            else history.calendar.add(last, days=self.revisit_days)
        )
