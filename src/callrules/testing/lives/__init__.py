"""A life: its dice, its landmarks, and all that can happen in one."""

from callrules.testing.lives.dice import Dice
from callrules.testing.lives.landmarks import (
    DAY,
    HOUR,
    MOVES,
    Move,
    last_of_days,
    later,
    next_clock_change,
    next_date,
    next_holiday,
    next_of_days,
    next_wall_time,
    next_weekday,
    on_the_calendar,
)
from callrules.testing.lives.life import MINUTE, MONDAY_AT_TEN, NOTHING, SECOND, Life
from callrules.testing.lives.moments_ahead import is_ahead, moved
from callrules.testing.lives.zones import LADDER, REGIONS

__all__ = [
    "DAY",
    "HOUR",
    "LADDER",
    "MINUTE",
    "MONDAY_AT_TEN",
    "MOVES",
    "NOTHING",
    "REGIONS",
    "SECOND",
    "Dice",
    "Life",
    "Move",
    "is_ahead",
    "last_of_days",
    "later",
    "moved",
    "next_clock_change",
    "next_date",
    "next_holiday",
    "next_of_days",
    "next_wall_time",
    "next_weekday",
    "on_the_calendar",
]
