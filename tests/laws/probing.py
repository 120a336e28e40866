"""Moments worth asking about again: between two moments, on both sides of landmarks."""

import datetime as dt

from callrules.calendars import possible_zones
from callrules.step import Rest
from callrules.testing.lives import MOVES

MICROSECOND, SECOND, DAY = dt.timedelta(microseconds=1), dt.timedelta(seconds=1), dt.timedelta(days=1)
EDGES = tuple(dt.timedelta(hours=each) for each in (0, 1, 2, 4, 20, 24, 48)) + tuple(
    dt.timedelta(days=each) for each in (7, 14, 15, 30, 90)
)
TEN_YEARS = 3653 * DAY


def zone_of(contact):
    return next(iter(possible_zones(contact)), "UTC")


def landmarks(contact, history, now):
    """Edges of gaps, caps and rests after each fact, promised moments, clock changes and window edges after now."""
    moved = {move(now, zone_of(contact)) for move in MOVES}
    moved |= {fact.at + edge for fact in history.entries for edge in EDGES}
    dues = [
        getattr(fact, name, None) for fact in history.entries for name in ("due", "promises", "callback_at", "until")
    ]
    moved |= {due.astimezone(dt.UTC) for due in dues if isinstance(due, dt.datetime)}
    days = [due for due in dues if due and not isinstance(due, dt.datetime)]
    moved |= {dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) for day in days}
    return moved


def between(contact, history, now, end, most=12):
    """Moments from now to `end`, both included: near both ends, the middle, and a spread of landmarks."""
    near = {now, end, now + MICROSECOND, now + SECOND, end - MICROSECOND, end - SECOND, now + (end - now) / 2}
    marks = sorted(
        each + by
        for each in landmarks(contact, history, now)
        for by in (-SECOND, dt.timedelta())
        if now < each + by < end
    )
    every = max(1, -(-len(marks) // most))
    return sorted(each for each in {*near, *marks[::every]} if now <= each <= end)


def holds_until(step, now):
    """Until when an answer must stay: its own `at` included, that of a rest not; for ever where it has none."""
    if step.at is None:
        return now + TEN_YEARS
    return step.at - MICROSECOND if isinstance(step, Rest) else step.at
