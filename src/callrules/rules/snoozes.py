"""Who asked for some peace gets it."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.declared import Declared, LeavesInPeace
from callrules.facts import Kinds, Snooze
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Reason


@attrs.frozen
class Snoozes:
    """Are they to be left in peace for a while?

    Rulebook E6: rests; F6. The last snooze counts. It gives way to a moment the person named after it, and ends when
    they turn to us.
    """

    name: ClassVar[str] = "snoozes"
    waits: ClassVar[str] = "asked to be left in peace for a while"
    only_with: ClassVar[Kinds] = (Snooze,)

    @property
    def declares(self) -> tuple[Declared, ...]:
        """That a snooze holds."""
        return (LeavesInPeace(),)

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        if history.snooze is None or _is_over(history.snooze, reason):
            return None
        until = history.calendar.starts(history.snooze.until)
        yields = history.named_since(reason.about, history.snooze.at)
        return Window(start=until, says="they are left in peace until then", yields=yields)


def _is_over(snooze: Snooze, reason: Reason) -> bool:
    return reason.name == "returned_call" and reason.due is not None and reason.due > snooze.at
