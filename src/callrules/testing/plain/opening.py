"""Whether a minute lies within declared hours, in every zone they could be in (rulebook E3)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from callrules.declared import Open
from callrules.testing.plain.clock import DAY, wall, zones
from callrules.testing.plain.person import Person


def is_open(declared: Open, person: Person, number: str | None, at: dt.datetime) -> bool:
    """Whether it is a decent minute wherever they could be; where no zone is known, none is."""
    names = zones(person.contact, number)
    return bool(names) and all(_is_open_in(declared, person, ZoneInfo(name), at) for name in names)


def _is_open_in(declared: Open, person: Person, zone: ZoneInfo, at: dt.datetime) -> bool:
    today = at.astimezone(zone).date()
    closes = _closes(declared, person)
    days = [day for day in (today, today - DAY) if _is_day(declared, person, day)]
    return any(_holds(day, declared.opens, closes, zone, at) for day in days)


def _closes(declared: Open, person: Person) -> dt.time:
    return declared.business_closes if declared.business_closes and person.contact.business else declared.closes


def _is_day(declared: Open, person: Person, day: dt.date) -> bool:
    rings = person.works(day) if declared.weekdays is None else day.isoweekday() in declared.weekdays
    return rings and day not in declared.closed_days


def _holds(day: dt.date, opens: dt.time, closes: dt.time, zone: ZoneInfo, at: dt.datetime) -> bool:
    """Whether the window that opens on that day holds the minute; a day without that time has none."""
    opening = wall(day, opens, zone)
    closing = wall(day + DAY if closes < opens else day, closes, zone)
    return opening.astimezone(zone).date() == day and opening <= at < closing
