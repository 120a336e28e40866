"""Moments on a page: the local wall time of its clock where that says enough, else with an offset or a zone."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import NamedTuple

import attrs

from callrules import checks
from callrules.errors import BadInput
from callrules.testing.stories.words import parsed

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY = r"\d{4}-\d{2}-\d{2}"
TIME = r"\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?"
OFFSET = r"Z|[+-]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?"
MOMENT = re.compile(rf"({DAY})[T ]({TIME})({OFFSET})?(?:@(\S+))?")
STAMP = re.compile(rf"(?:([^\W\d_]+)\s+)?({DAY}[T ]{TIME}(?:{OFFSET})?(?:@\S+)?)(?:\s+(.*))?")


class Stamped(NamedTuple):
    """A line that begins with a moment, and what it says."""

    at: dt.datetime
    says: str


@attrs.frozen
class Clock:
    """The clock of one zone, by which a page is written and read. All its errors are `CallrulesError`."""

    zone: str = "UTC"

    def stamp(self, at: dt.datetime) -> str:
        """An instant as a line begins: `Mon 2025-06-02 09:00`."""
        weekday = at.astimezone(checks.zone(self.zone)).weekday()
        return f"{WEEKDAYS[weekday]} {self.instant(at, between=' ')}"

    def instant(self, at: dt.datetime, *, between: str = "T") -> str:
        """An instant as a wall time, with its offset where that wall time comes twice."""
        local = at.astimezone(checks.zone(self.zone))
        return _wall(local, between) + (_offset(local) if _comes_twice(local) else "")

    def moment(self, moment: dt.date) -> str:
        """A day, a wall time in a zone (named where it is another), or an instant (with its offset)."""
        if not isinstance(moment, dt.datetime):
            return moment.isoformat()
        named = checks.zone_name(moment)
        if named is None:
            local = moment.astimezone(checks.zone(self.zone))
            return _wall(local) + ("" if self.zone == "UTC" else _offset(local))
        if _comes_twice(moment):
            return f"{_wall(moment)}{_offset(moment)}@{named}"
        return _wall(moment) if named == self.zone else f"{_wall(moment)}@{named}"

    def read_instant(self, text: str) -> dt.datetime:
        """The instant that was written; the first pass of a wall time that comes twice."""
        return checks.instant(self._read(text), "moment")

    def read_moment(self, text: str) -> dt.date:
        """The day, the wall time in its zone or the instant that was written."""
        return _a_day(text, text) if re.fullmatch(DAY, text) else checks.moment(self._read(text), "moment")

    def read_stamp(self, line: str) -> Stamped:
        """The moment a line begins with, and the rest. A weekday may stand before it, but must be the right one."""
        found = STAMP.fullmatch(line)
        if found is None:
            raise BadInput(f"found {line!r}, expected a moment first, such as Mon 2025-06-02 09:00")
        weekday, moment, says = found.groups()
        if weekday:
            _refuse_wrong_weekday(weekday, moment)
        return Stamped(self.read_instant(moment), says or "")

    def _read(self, text: str) -> dt.datetime:
        found = MOMENT.fullmatch(text)
        if found is None:
            raise BadInput(f"found {text!r}, expected a moment, such as 2025-06-04T09:00")
        day, time, offset, named = found.groups()
        wall = dt.datetime.combine(_a_day(day, text), _a_time(time, text))
        if offset and named is None:
            return wall.replace(tzinfo=_parsed_offset(offset, text))
        local = wall.replace(tzinfo=checks.zone(checks.timezone(named or self.zone, "zone")))
        return _pass_at(local, offset, text) if offset else local


def _wall(local: dt.datetime, between: str = "T") -> str:
    exact = local.second or local.microsecond
    return local.replace(tzinfo=None).isoformat(between, "auto" if exact else "minutes")


def _offset(local: dt.datetime) -> str:
    return local.isoformat()[len(local.replace(tzinfo=None).isoformat()) :]


def _comes_twice(local: dt.datetime) -> bool:
    first, second = (local.replace(fold=fold).utcoffset() or checks.NO_TIME for fold in (0, 1))
    return first > second


def _pass_at(local: dt.datetime, offset: str, text: str) -> dt.datetime:
    """The pass of a wall time that has this offset."""
    wanted = _parsed_offset(offset, text).utcoffset(None)
    passes = [local.replace(fold=fold) for fold in (0, 1)]
    for each in passes:
        if each.utcoffset() == wanted:
            return each
    known = " or ".join(sorted({_offset(each) for each in passes}))
    raise BadInput(f"found {text!r}, expected the offset {known}, which that zone has then")


def _parsed_offset(offset: str, text: str) -> dt.timezone:
    there = partial(dt.datetime.fromisoformat, f"2000-01-01T00:00{offset}")
    return dt.timezone(parsed(there, text, "an offset between -23:59 and +23:59").utcoffset() or checks.NO_TIME)


def _a_day(day: str, text: str) -> dt.date:
    return parsed(partial(dt.date.fromisoformat, day), text, "a day that exists")


def _a_time(time: str, text: str) -> dt.time:
    hour, minute, *seconds = time.split(":")
    whole, _, parts = (seconds[0] if seconds else "0").partition(".")
    read = partial(dt.time, int(hour), int(minute), int(whole), int(parts.ljust(6, "0")))
    return parsed(read, text, "a time from 00:00 to 23:59:59")


def _refuse_wrong_weekday(weekday: str, moment: str) -> None:
    right = WEEKDAYS[_a_day(moment[:10], moment).weekday()]
    if weekday != right:
        raise BadInput(f"found {weekday} {moment[:10]}, expected {right}: that day is a {right}")
