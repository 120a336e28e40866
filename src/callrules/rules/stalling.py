"""B4: three talks that led nowhere, and it comes off the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.declared import Declared, TakesOffTheTable
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import START_OF_TIME
from callrules.step import Stop
from callrules.vocabulary import Outcome


@attrs.frozen
class Stalling:
    """Do we talk and talk, and nothing moves?

    Rulebook B4, G33. Three conversations in a row, within twelve months, since the last purchase and since they
    last came back, that ended as continuation: no advance, no new yes. A callback request with nothing newly agreed
    counts as one. Not firm: it waits for open promises of ours.
    """

    name: ClassVar[str] = "stalling"
    only_with: ClassVar[Kinds] = (Outcome.CONTINUATION, Disposition.CALLBACK_REQUESTED)
    times: int = parameter(3, says="conversations in a row that led nowhere", source="rulebook B4", least=1)
    within_months: int = parameter(12, says="months within which they lie", source="rulebook B4")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """How many talks that led nowhere are enough."""
        return (TakesOffTheTable(times=self.times, within_months=self.within_months),)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        row = self._row(history)
        for first, last in zip(row, row[self.times - 1 :], strict=False):
            near = last.at <= history.calendar.add(first.at, months=self.within_months)
            if near:
                says = f"{len(row)} talks in a row led nowhere: take it off the table, and leave the door open"
                return Stop(grounds="stalled", since=last.at, says=says)
        return None

    def _row(self, history: History) -> list[CallAttempt]:
        since = max(history.came_back or START_OF_TIME, *history.bought_at[-1:], START_OF_TIME)
        row: list[CallAttempt] = []
        for call, led_nowhere in _talks(history):
            if led_nowhere and call.at > since:
                row.append(call)
            else:
                row.clear()
        return row


def _talks(history: History) -> Iterator[tuple[CallAttempt, bool]]:
    agreed: set[str] = set()
    for call in history.calls:
        asked_back = call.disposition is Disposition.CALLBACK_REQUESTED
        if call.talked or asked_back:
            nothing_new = agreed.issuperset(call.agreed)
            yield call, nothing_new and (asked_back or call.outcome is Outcome.CONTINUATION)
            agreed.update(call.agreed)
