"""How much a step matters today: the sum of what every rule says, in days."""

from __future__ import annotations

import datetime as dt
import math

from callrules.deciding.question import Question
from callrules.errors import RuleFailed
from callrules.hookspecs import MOST
from callrules.step import Step


def priority(question: Question, step: Step) -> dt.timedelta:
    """The days of head start that all rules give this step together, at most a hundred years either way."""
    days = [_finite(rule, days) for rule, days in question.hear("priority", step=step, now=question.now)]
    return dt.timedelta(days=max(-MOST, min(MOST, math.fsum(days))))


def _finite(rule: str, days: float) -> float:
    if math.isfinite(days):
        return max(-MOST, min(MOST, days))
    raise RuleFailed(rule, "priority", f"answered {days}, expected a number of days")
