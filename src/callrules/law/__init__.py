"""What the law and the calendar of a region add to the house rules."""

from __future__ import annotations

from callrules.law.public_holidays import PublicHolidays

__all__ = ["PublicHolidays"]
