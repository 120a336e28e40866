"""Moments as exports write them: by formats that a map states, on a clock that it names; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from callrules import checks
from callrules.calendars import NOON, Calendar
from callrules.errors import InvalidValue

ISO, UNIX, UNIX_MS, EXCEL = "iso", "unix", "unix_ms", "excel"
BY_NAME = (ISO, UNIX, UNIX_MS, EXCEL)
OTHER_FORMS = "other forms are named by --dates, such as '%m/%d/%Y %I:%M %p'"
BEGINS_LIKE_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:\Z|[T ])")
A_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,12})?")
EXCELS_FIRST = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a wall time, as Excel counts
"""Day 0 of Excel's count, which takes 1900 for a leap year."""
MOST_EXCEL = 120_000
"""A count of days beyond that is no date: it lies after 2200."""
FIRST_COUNTED = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""A count that lies before it counts something else: seconds read as milliseconds, a year read as days."""


@attrs.frozen
class Moment:
    """A moment as found: an instant, or a day without a time."""

    at: dt.datetime
    has_time: bool = True
    day: dt.date | None = None


@attrs.frozen
class Clock:
    """The formats in which moments are written, and the zone of those that name none."""

    formats: tuple[str, ...] = (ISO,)
    zone: str | None = None

    def read(self, text: str, column: str) -> Moment:
        """The moment in a cell; a day without a time is at noon. Raises `InvalidValue`."""
        for form in self.formats:
            found = _parsed(text, form)
            if found is not None:
                return self._placed(found, column)
        raise InvalidValue(column, text, f"a moment as {' or '.join(map(told, self.formats))}: {OTHER_FORMS}")

    def _placed(self, found: dt.date, column: str) -> Moment:
        if not isinstance(found, dt.datetime):
            at = self._wall(dt.datetime.combine(found, NOON), column)
            return Moment(at, has_time=False, day=found)
        at = self._wall(found, column) if found.tzinfo is None else checks.instant(found, column)
        return Moment(at)

    def _wall(self, wall: dt.datetime, column: str) -> dt.datetime:
        if self.zone is None:
            raise InvalidValue(column, wall, "a moment with its zone: say --zone, or `zone` in the map's [dates]")
        return checks.instant(_calendar(self.zone).wall(wall.date(), wall.time()), column)


@lru_cache(maxsize=64)
def _calendar(zone: str) -> Calendar:
    return Calendar(zone=checks.zone(zone))


def _parsed(text: str, form: str) -> dt.date | None:
    try:
        if form == ISO:
            return _iso(text)
        return _counted(text, form) if form in BY_NAME else _by_pattern(text, form)
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> dt.date | None:
    if not BEGINS_LIKE_ISO.match(text):
        return None
    return dt.date.fromisoformat(text) if len(text) == len("2026-11-20") else dt.datetime.fromisoformat(text)


def _counted(text: str, form: str) -> dt.date | None:
    if not A_NUMBER.fullmatch(text):
        return None
    count = float(text)
    if form != EXCEL:
        at = dt.datetime.fromtimestamp(count / (1000 if form == UNIX_MS else 1), dt.UTC)
        return at if at >= FIRST_COUNTED else None
    if count > MOST_EXCEL:
        return None
    wall = EXCELS_FIRST + dt.timedelta(seconds=round(count * 86_400))
    if wall < FIRST_COUNTED.replace(tzinfo=None):
        return None
    return wall.date() if count.is_integer() else wall


def _by_pattern(text: str, form: str) -> dt.date:
    found = dt.datetime.strptime(text, form)  # noqa: DTZ007 - the zone is the map's
    return found if names_a_time(form) else found.date()


def names_a_time(form: str) -> bool:
    """Whether a pattern holds more than a day."""
    return any(each in form for each in ("%H", "%I", "%c", "%X"))


def told(form: str) -> str:
    """A format as an error shows it."""
    examples = {ISO: "2026-11-20T15:00", UNIX: "seconds since 1970", UNIX_MS: "milliseconds since 1970"}
    return examples.get(form, "Excel's count of days" if form == EXCEL else repr(form))


def some_formats(found: object, field: str) -> tuple[str, ...]:
    """Formats of moments, one or a list. Raises `InvalidValue`."""
    given: Sequence[object] = [found] if isinstance(found, str) else found if isinstance(found, (list, tuple)) else []
    bad = [each for each in given if not (isinstance(each, str) and (each in BY_NAME or _is_pattern(each)))]
    if bad or not given:
        expected = f"{', '.join(BY_NAME)}, or a pattern with a day, a month and a year, such as '%d.%m.%Y %H:%M'"
        raise InvalidValue(field, bad[0] if bad else found, expected)
    return tuple(map(str, given))


def _is_pattern(form: str) -> bool:
    day, month, year = ("%d", "%j", "%x", "%c"), ("%m", "%b", "%B", "%j", "%x", "%c"), ("%Y", "%y", "%x", "%c")
    if not all(any(each in form for each in parts) for parts in (day, month, year)):
        return False
    try:
        written = dt.datetime(2026, 11, 20, 15, 30, tzinfo=dt.UTC).strftime(form)
        dt.datetime.strptime(written, form)  # noqa: DTZ007 - only tried
    except ValueError:
        return False
    return True
