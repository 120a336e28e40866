"""The three fears for which people shy away from calling, and a true answer to each (rulebook A7)."""

from __future__ import annotations

import enum

import attrs

from callrules.desk.day_order import is_asked_for
from callrules.step import Call


class Fear(enum.Enum):
    """The fear to be rejected, to impose, or to take their time."""

    REJECTION = "rejection"
    IMPOSING = "imposing"
    THEIR_TIME = "their_time"


@attrs.frozen
class Courage:
    """A fear that fits a call, and a line that answers it."""

    fear: Fear
    says: str


BY_REASON = {
    "prospect": Fear.REJECTION,
    "competitor_customer": Fear.REJECTION,
    "follow_up": Fear.THEIR_TIME,
    "red_phone": Fear.THEIR_TIME,
    "their_promise_lapsed": Fear.THEIR_TIME,
}
"""The fear that fits a call for that reason; any other is afraid of imposing."""
LINES = {
    Fear.REJECTION: "Afraid of a no? It tells of their day, not of you; and nobody on this list asked not to be rung",
    Fear.IMPOSING: "Afraid of imposing? A call out of the blue is more welcome than callers think, most of all where "
    "they hardly know each other (Liu et al. 2023)",
    Fear.THEIR_TIME: "Afraid of taking their time? One objective, and the end in sight from the first sentence",
}
ASKED_FOR = "Afraid of taking their time? They asked for this call: what would cost them time is waiting for it"


def courage_for(call: Call) -> Courage:
    """The fear that fits that call, and the line that answers it."""
    if is_asked_for(call):
        return Courage(Fear.THEIR_TIME, ASKED_FOR)
    fear = BY_REASON.get(call.reason.name, Fear.IMPOSING)
    return Courage(fear, LINES[fear])
