"""What a returned call lifts (rulebook E6): gap, caps and rests, until we have rung back once."""

from __future__ import annotations

from callrules.history import History
from callrules.step import Reason


def is_first_return(history: History, reason: Reason) -> bool:
    """Whether this would be the first call back to somebody who turned to us."""
    return reason.name == "returned_call" and not (reason.due and history.rang_since(reason.due))
