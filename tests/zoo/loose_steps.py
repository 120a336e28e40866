"""Broken policies whose steps do not say what they promise: since when, and until when."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import ClassVar

import attrs

from callrules.calendars import calendar_of
from callrules.contact import Contact
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Call, Step
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

TWO_HOURS = dt.timedelta(hours=2)


@attrs.frozen
class SinceMidnight(Altered):
    """Keeps of every moment at which a call fell due the day alone."""

    def answered(self, step: Step, contact: Contact, _now: dt.datetime, /) -> Step:
        if not isinstance(step, Call) or step.since is None:
            return step
        calendar = calendar_of(contact)
        return attrs.evolve(step, since=calendar.starts(calendar.day(step.since)))


@attrs.frozen
class SlidingSlots:
    """Has the rep two hours? From now on, whenever that is."""

    name: ClassVar[str] = "sliding_slots"

    @hookimpl
    def permits(self, at: dt.datetime) -> Window:
        return Window(start=at, end=at + TWO_HOURS, says="in slots of two hours")


_specimen = partial(Specimen, group="waking")

LOOSE_STEPS: tuple[Specimen, ...] = (
    _specimen(
        id="since-midnight",
        says="He rang us at five, and at six the list called us eighteen hours late.",
        make=SinceMidnight,
        breaks={"lateness-shows"},
    ),
    _specimen(
        id="slots-that-slide",
        says="At ten the list said until noon, and at eleven it said until one.",
        make=house_with(SlidingSlots),
        breaks={"due-stays-due"},
    ),
)
"""Wrong about since when, or until when."""
