"""Days as sentences tell them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=10_000)
def told(day: int, form: str) -> str:
    """The day in that form."""
    return format(dt.date.fromordinal(day), form)
