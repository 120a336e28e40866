"""How days are called in English, the same in every process: `strftime` follows the locale that a host has set."""

from __future__ import annotations

import datetime as dt

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT = 3


def weekday(day: dt.date) -> str:
    """The name of its weekday: `Friday`."""
    return WEEKDAYS[day.weekday()]


def short_weekday(day: dt.date) -> str:
    """The short name of its weekday: `Fri`."""
    return WEEKDAYS[day.weekday()][:SHORT]


def month(day: dt.date) -> str:
    """The name of its month: `November`."""
    return MONTHS[day.month - 1]


def short_month(day: dt.date) -> str:
    """The short name of its month: `Nov`."""
    return MONTHS[day.month - 1][:SHORT]


def day_and_month(day: dt.date) -> str:
    """The day within a year: `5 Nov`."""
    return f"{day.day} {short_month(day)}"


def weekday_and_day(day: dt.date) -> str:
    """The day within a year, with its weekday: `Thu 5 Nov`."""
    return f"{short_weekday(day)} {day_and_month(day)}"


def dated(day: dt.date) -> str:
    """The day in a sentence: `20 Nov 2026`."""
    return f"{day.day:02} {short_month(day)} {day.year}"


def dated_with_weekday(day: dt.date) -> str:
    """The day in a sentence, with its weekday: `Fri 20 Nov 2026`."""
    return f"{short_weekday(day)} {dated(day)}"
