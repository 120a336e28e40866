"""How many attempts it takes until somebody is reached, with those who are not reached yet (Kaplan and Meier, 1958)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import exp, log, sqrt

import attrs

from callrules.desk.scorecard.shares import Z


@attrs.frozen
class Chase:
    """Attempts to reach one person, until they were reached, or so far."""

    attempts: int
    reached: bool


@attrs.frozen
class ByAttempt:
    """How it stood at one attempt: who was rung so often, who was then reached, and who was left open after it.

    `share` of all are reached by this attempt; `low` and `high` hold the true share with 95 % confidence (log-log).
    """

    attempt: int
    rung: int
    reached: int
    left_open: int
    share: float
    low: float
    high: float


def survival(chases: Iterable[Chase]) -> tuple[ByAttempt, ...]:
    """The curve, attempt by attempt. Who is left open counts up to their last attempt, and no further."""
    counted = Counter(chases)
    last = max((chase.attempts for chase in counted), default=0)
    waiting, unreached, spread = sum(counted.values()), 1.0, 0.0
    curve = []
    for attempt in range(1, last + 1):
        reached, left = counted[Chase(attempt, reached=True)], counted[Chase(attempt, reached=False)]
        unreached *= 1 - reached / waiting
        spread += reached / (waiting * (waiting - reached)) if waiting > reached else 0.0
        low, high = _interval(unreached, spread)
        curve.append(ByAttempt(attempt, waiting, reached, left, 1 - unreached, low, high))
        waiting -= reached + left
    return tuple(curve)


def _interval(unreached: float, spread: float) -> tuple[float, float]:
    if not 0 < unreached < 1:
        return 1 - unreached, 1 - unreached
    reach = exp(Z * sqrt(spread) / -log(unreached))
    return 1 - unreached ** (1 / reach), 1 - unreached**reach
