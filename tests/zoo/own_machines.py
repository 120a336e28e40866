"""Broken policies: their answers lie on somebody's disk, or change when Python starts again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from zoo.altered import house_with
from zoo.specimens import Specimen

HOUR = dt.timedelta(hours=1)
TOMS_DISK = Path("/home/tom/when_to_ring.txt")


@attrs.frozen
class HoursOnADisk:
    """Since when may we ring? Tom has noted it; where his disk is not, from noon on."""

    name: ClassVar[str] = "hours_on_a_disk"
    noted: Path = TOMS_DISK
    noon: dt.time = dt.time(12)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window:
        calendar = history.calendar
        opens = calendar.wall(calendar.day(at), self._opens())
        return Window(start=opens, end=calendar.ends(at), says="as Tom has noted")

    def _opens(self) -> dt.time:
        try:
            return dt.time.fromisoformat(self.noted.read_text("utf-8").strip())
        except (OSError, ValueError):
            return self.noon


@attrs.frozen
class HalvesByHash:
    """Divides the book as Python's hash falls: these in even hours, those in odd ones."""

    name: ClassVar[str] = "halves_by_hash"

    @hookimpl
    def permits(self, contact: Contact, at: dt.datetime) -> Window:
        hour = at.replace(minute=0, second=0, microsecond=0)
        start = hour if hour.hour % 2 == hash(contact.id) % 2 else hour + HOUR
        return Window(start=start, end=start + HOUR, says="the other half of the book is rung at this hour")


OWN_MACHINES = (
    Specimen(
        id="hours-on-a-disk",
        group="purity and neighbours",
        says="It looks into a file on Tom's computer, so Tom's list begins at nine and ours at noon.",
        make=house_with(HoursOnADisk),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="halves-by-hash",
        group="purity and neighbours",
        says="Half of our people are rung at other hours, and after each restart it is another half.",
        make=house_with(HalvesByHash),
        breaks={"no-ambient-input"},
    ),
)
"""Broken policies that answer otherwise on the next machine."""
