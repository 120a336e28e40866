"""Shares as k of n, each with the interval in which the true share lies."""

from __future__ import annotations

from math import sqrt

import attrs

Z = 1.959963984540054
"""Of so many standard deviations about the middle, a normal curve holds 95 %."""
ENOUGH = 100
"""So many on each side before two shares are compared: fixed beforehand, so that nobody stops at a lucky moment."""


@attrs.frozen
class Share:
    """A share `k` of `n`. Between `low` and `high` lies the true share, with 95 % confidence (Wilson, 1927)."""

    k: int
    n: int

    @property
    def value(self) -> float | None:
        """The share itself; `None` where nothing was counted."""
        return self.k / self.n if self.n else None

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return max(0.0, self._middle - self._reach) if self.k else 0.0

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return min(1.0, self._middle + self._reach) if self.k < self.n else 1.0

    @property
    def _middle(self) -> float:
        return (self.k + Z**2 / 2) / (self.n + Z**2)

    @property
    def _reach(self) -> float:
        return Z / (self.n + Z**2) * sqrt(self.k * (self.n - self.k) / self.n + Z**2 / 4) if self.n else 0.5

    @property
    def says(self) -> str:
        """The share for people, such as `3 of 20 (15 %, 5–36 %)`."""
        if not self.n:
            return "none yet"
        return f"{self.k:,} of {self.n:,} ({self.k / self.n * 100:.0f} %, {self.low * 100:.0f}–{self.high * 100:.0f} %)"


def is_ahead(one: Share, other: Share, enough: int = ENOUGH) -> bool | None:
    """Whether one share is larger than the other; `None` while either counts fewer than `enough`.

    It is larger where the whole of its interval lies above the other's.
    """
    if min(one.n, other.n) < enough:
        return None
    return one.low > other.high
