"""Whether a minute lies within declared hours, in every zone they could be in (rulebook E3)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from callrules.declared import Open
from callrules.testing.oracle.clock import DAY, wall, zones
from callrules.testing.oracle.occasion import Minute
from callrules.testing.oracle.person import Person


def is_open(declared: Open, minute: Minute) -> bool:
    """Whether it is a decent minute wherever they could be; where no zone is known, none is."""
    names = zones(minute.person.contact, minute.number)
    return bool(names) and all(_is_open_in(declared, minute, ZoneInfo(name)) for name in names)


def _is_open_in(declared: Open, minute: Minute, zone: ZoneInfo) -> bool:
    today = minute.at.astimezone(zone).date()
    hours = ((day, each) for day in (today, today - DAY) for each in _hours(declared, minute, day))
    return any(_holds(day, opens, closes, zone, minute.at) for day, (opens, closes) in hours)


def _hours(declared: Open, minute: Minute, day: dt.date) -> list[tuple[dt.time, dt.time]]:
    """The hours on that day: those that they told us in the house's place, but on a day that they named (G32)."""
    person = minute.person
    if day in declared.closed_days:
        return []
    if declared.or_as_told and person.contact.hours:
        told = [(each.opens, each.closes) for each in person.contact.hours if day.isoweekday() in each.days]
        if told or day != _named_day(minute):
            return told
    return [(declared.opens, _closes(declared, person))] if _is_day(declared, person, day) else []


def _named_day(minute: Minute) -> dt.date | None:
    occasion = minute.occasion
    return minute.person.day(occasion.due) if occasion.named == "day" and occasion.due else None


def _closes(declared: Open, person: Person) -> dt.time:
    return declared.business_closes if declared.business_closes and person.contact.business else declared.closes


def _is_day(declared: Open, person: Person, day: dt.date) -> bool:
    """Whether it is a day to ring, holidays aside: these have a rule of their own (E8)."""
    weekday = day.isoweekday()
    return weekday not in person.weekend if declared.weekdays is None else weekday in declared.weekdays


def _holds(day: dt.date, opens: dt.time, closes: dt.time, zone: ZoneInfo, at: dt.datetime) -> bool:
    """Whether the window that opens on that day holds the minute; a day without that time has none."""
    opening = wall(day, opens, zone)
    closing = wall(day + DAY if closes < opens else day, closes, zone)
    return opening.astimezone(zone).date() == day and opening <= at < closing
