"""F3: while somebody is dialling, nobody else does."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.declared import Declared, HoldsDials
from callrules.dispositions import Disposition
from callrules.facts import Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Window
from callrules.remembered import found_once

A_WEEK = 7 * 24
"""Hours; whoever counts seconds is told so, for else a dial that nobody closed would keep everybody away."""


@attrs.frozen
class OpenDials:
    """Is somebody dialling this person or number at this moment?

    Rulebook F3, G18. A `dialing` that is open for less than two hours keeps everybody else away; older, it counts
    as unanswered.
    """

    name: ClassVar[str] = "open_dial"
    waits: ClassVar[str] = "somebody is dialling them right now"
    only_with: ClassVar[Kinds] = (Disposition.DIALING,)
    open_hours: int = parameter(
        2, says="hours a dial stays open", source="design, part 2: CallAttempt", least=1, most=A_WEEK
    )

    @property
    def declares(self) -> tuple[Declared, ...]:
        """How long a dial stays open."""
        return (HoldsDials(hours=self.open_hours),)

    @hookimpl
    def permits(self, history: History, number: str | None) -> Window | None:
        last = self._last_dial(history, number)
        if last is None:
            return None
        return Window(start=last + dt.timedelta(hours=self.open_hours), says="somebody is dialling them")

    @found_once
    def _last_dial(self, history: History, number: str | None) -> dt.datetime | None:
        tries = (*history.attempts, *(history.tries_on(number) if history.is_shared(number) else ()))
        return max((call.at for call in tries if call.disposition is Disposition.DIALING), default=None)
