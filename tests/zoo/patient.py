"""Broken policies: they wait where nothing holds them up any more."""

from __future__ import annotations

from callrules.facts import Snooze
from callrules.history import History
from zoo.specimens import Specimen
from zoo.wrapping import misread


class LongestSnoozeCounts(History):
    """Of all their wishes for peace the longest stands, also where they shortened it."""

    @property
    def snooze(self) -> Snooze | None:
        return max(self.of(Snooze), key=lambda each: self.calendar.starts(each.until), default=None)


PATIENT = (
    Specimen(
        id="longest-snooze-counts",
        group="waking",
        says="She came home early and said that we may ring from Thursday on, and we waited for September.",
        make=misread(LongestSnoozeCounts),
        breaks={"no-idle-wait"},
    ),
)
"""Broken policies that wait for nothing."""
