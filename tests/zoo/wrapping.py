"""A playbook that is told something other than what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs

from callrules.contact import Contact
from callrules.history import History
from zoo.altered import Altered

Retold = Callable[[History, dt.datetime], History]
"""What somebody makes of a history at a moment."""


@attrs.frozen
class Misled(Altered):
    """The house, told a history as somebody retells it, whichever way it is asked."""

    retold: Retold = attrs.field(kw_only=True)

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        """The history as it is retold."""
        return contact, self.retold(history, now), now


def misled(retold: Retold) -> Callable[[], Misled]:
    """What makes the house, told every history that way."""
    return lambda: Misled(retold=retold)


def misread(kind: type[History]) -> Callable[[], Misled]:
    """What makes the house, reading every history as that kind of history."""
    return misled(lambda history, _: kind(history.entries, contact=history.contact))
