"""Days as sentences tell them."""

from __future__ import annotations

import datetime as dt


def date(day: int) -> dt.date:
    """The day as a date."""
    return dt.date.fromordinal(day)


def told(day: int, form: str) -> str:
    """The day in that form."""
    return format(dt.date.fromordinal(day), form)
