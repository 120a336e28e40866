"""What a story's clocks do: a day that is another elsewhere, and clocks that change within it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo

from callrules.calendars import calendar_of
from callrules.contact import Contact
from callrules.day_names import weekday_and_day
from callrules.testing.oracle import DAY, wall, zones

MOST_CHANGES, MOST_CLOCKS, FAR_BACK = 2, 2, 400 * DAY
UTC = ZoneInfo("UTC")
MINUTE = dt.timedelta(minutes=1)


def clock_lines(contact: Contact, first: dt.datetime, last: dt.datetime) -> Iterator[str]:
    """Tell what their clocks show at the last moment, where that is not one and the same day; and the last changes."""
    here = calendar_of(contact).zone
    theirs = [ZoneInfo(each) for each in zones(contact, None)] or [here]
    clocks = _clocks(last, [here, *theirs])
    if len(clocks) > 1 or last.astimezone(here).date() != last.astimezone(UTC).date():
        yield "; ".join([*clocks[:MOST_CLOCKS], f"{_wall(last, UTC)} in UTC"])
    spans = ((zone, max(_midnight(first, zone), last - FAR_BACK), _midnight(last, zone) + DAY) for zone in theirs)
    yield from next((changes for changes in (_changes(*each) for each in spans) if changes), [])


def _clocks(at: dt.datetime, theirs: list[ZoneInfo]) -> list[str]:
    """Each time that it is somewhere, and where; of several places one is named."""
    places: dict[str, dict[str, None]] = defaultdict(dict)
    for zone in theirs:
        places[_wall(at, zone)][zone.key] = None
    return [f"{told} in {next(iter(keys))}{' and elsewhere' if len(keys) > 1 else ''}" for told, keys in places.items()]


def _wall(at: dt.datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{weekday_and_day(local)}, {local:%H:%M}"


def _midnight(at: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    return wall(at.astimezone(zone).date(), dt.time(), zone)


def _changes(zone: ZoneInfo, first: dt.datetime, last: dt.datetime) -> list[str]:
    days = [first + each * DAY for each in range((last - first) // DAY + 1)]
    found = [_change(zone, early, late) for early, late in pairwise([*days, last]) if _parts(zone, early, late)]
    return found[-MOST_CHANGES:]


def _parts(zone: ZoneInfo, early: dt.datetime, late: dt.datetime) -> bool:
    return early.astimezone(zone).utcoffset() != late.astimezone(zone).utcoffset()


def _change(zone: ZoneInfo, early: dt.datetime, late: dt.datetime) -> str:
    """The minute at which the offset of one is that of the other, halved down to."""
    while late - early > MINUTE:
        middle = early + (late - early) / 2
        early, late = (early, middle) if _parts(zone, early, middle) else (middle, late)
    at = late.replace(second=0, microsecond=0)
    before, after = (at - MINUTE).astimezone(zone), at.astimezone(zone)
    day = f"{weekday_and_day(after)} {after.year}"
    return f"in {zone.key} clocks change on {day}: {before:%H:%M} is followed by {after:%H:%M}"
