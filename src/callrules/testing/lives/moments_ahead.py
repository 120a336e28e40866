"""No fact names a moment before itself (rulebook G23): what one may name, and how far it may be moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

import attrs

from callrules.facts import BEHIND_EVERYBODY, NAMES_A_MOMENT, Fact

F = TypeVar("F", bound=Fact)
DAY, MICROSECOND = dt.timedelta(days=1), dt.timedelta(microseconds=1)


def earliest_day(at: dt.datetime) -> dt.date:
    """The day that it is on the clock which is furthest behind: none earlier may be named."""
    return (at - BEHIND_EVERYBODY).date()


def not_before(at: dt.datetime, wall: dt.datetime) -> dt.datetime:
    """That wall time, on the first day on which it does not lie before `at`."""
    while wall.astimezone(dt.UTC) < at:
        wall += DAY
    return wall


def is_ahead(moment: dt.date | None, at: dt.datetime) -> bool:
    """Whether a fact at that instant may name the moment."""
    return moment is not None and at <= _latest(moment)


def moved(fact: F, at: dt.datetime) -> F:
    """The fact at another instant, or at the last one before it at which what it names still lies ahead."""
    return attrs.evolve(fact, at=min((at, *map(_latest, named_by(fact)))))


def named_by(fact: Fact) -> Iterator[dt.date]:
    """The moments that a fact names."""
    moments = (getattr(fact, name) for name in NAMES_A_MOMENT.get(type(fact).__name__, ()))
    return (each for each in moments if each is not None)


def _latest(moment: dt.date) -> dt.datetime:
    if isinstance(moment, dt.datetime):
        return moment.astimezone(dt.UTC)
    return dt.datetime.combine(moment + DAY, dt.time(), tzinfo=dt.UTC) + BEHIND_EVERYBODY - MICROSECOND
