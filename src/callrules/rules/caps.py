"""B5: at most so many attempts in any week and in any month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import ClassVar

import attrs

from callrules.calendars import Stretch
from callrules.declared import POLITE, Cap, Declared
from callrules.facts import CallAttempt, Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Blocked, Window
from callrules.remembered import found_once
from callrules.step import Reason


@attrs.frozen
class Caps:
    """Have they been rung too often of late?

    Rulebook B5, F3. Rolling caps, not calendar ones: in any stretch of that many days as they pass, by person and
    by number, counted when made, manual ones too. They give way to a moment the person named and to a first call
    back.
    """

    name: ClassVar[str] = "caps"
    waits: ClassVar[str] = "rung often enough for now: it is too soon"
    only_with: ClassVar[Kinds] = (CallAttempt,)
    in_7_days: int = parameter(3, says="attempts in any 7 days", source="rulebook B5", least=1)
    in_30_days: int = parameter(6, says="attempts in any 30 days", source="rulebook B5", least=1)

    @property
    def declares(self) -> tuple[Declared, ...]:
        """Both caps."""
        return (
            Cap(most=self.in_7_days, days=7, lifted_by=POLITE),
            Cap(most=self.in_30_days, days=30, lifted_by=POLITE),
        )

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if not (history.attempts or history.neighbours) or reason.is_first_return(history):
            return None
        says = f"at most {self.in_7_days} attempts in any 7 days and {self.in_30_days} in any 30"
        return self._reached(history, number).window(at, says, yields=True)

    @found_once
    def _reached(self, history: History, number: str | None) -> Blocked:
        on_it = self._blocked(history.tries_on(number)) if history.is_shared(number) else ()
        return Blocked.by((*self._blocked(history.attempts), *on_it))

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        made = [call.at for call in tries]
        yield from _full(made, self.in_7_days, 7)
        yield from _full(made, self.in_30_days, 30)


def _full(made: list[dt.datetime], most: int, days: int) -> Iterator[Stretch]:
    period = dt.timedelta(days=days)
    for first, last in zip(made, made[most - 1 :], strict=False):
        if last - first < period:
            yield last, first + period
