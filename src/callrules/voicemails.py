"""When to leave a voicemail (rulebook E5): on every other attempt, so that never more than one comes after another."""

from __future__ import annotations

from callrules.dispositions import Disposition
from callrules.history import History


def leaves_a_voicemail(history: History) -> bool:
    """Whether the next attempt leaves a voicemail where nobody answers: unless the last one of the row left one.

    A voicemail is an attempt, not a conversation, so a row of them is walked away from like any other.
    """
    row = history.row_of_unanswered
    return not row or row[-1].disposition is not Disposition.VOICEMAIL_LEFT
