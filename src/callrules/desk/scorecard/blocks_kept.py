"""Which blocks of the reps were kept for calling, and which were missed: nobody was rung in them (rulebook D1)."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

import attrs

from callrules.calendars import Stretch
from callrules.desk.desks import Desk
from callrules.desk.reps import Rep
from callrules.desk.scorecard.marks import Mark, Seen, week_of
from callrules.desk.scorecard.period import Period
from callrules.moments import START_OF_TIME

DAY = dt.timedelta(days=1)
NO_KIND = ""
"""The kind of a mark that is about no call."""


@attrs.define
class BlocksKept:
    """The dials of each rep, and, once everybody was seen, the blocks in which they fell or did not."""

    desk: Desk
    period: Period
    dials: dict[str, list[dt.datetime]] = attrs.field(factory=lambda: defaultdict(list))
    first: dt.datetime | None = None

    def add(self, seen: Seen) -> None:
        """Take in one more person."""
        if not self.desk.reps:
            return
        for call in seen.history.attempts[:1]:
            self.first = min(self.first or call.at, call.at)
        for call in seen.dials:
            self.dials[seen.mark("dials", call.at, call).rep].append(call.at)

    def marks(self) -> Iterator[Mark]:
        """Yield each block that was over in the period, and each of them in which its rep rang nobody."""
        for rep in self.desk.reps:
            dials = sorted(self.dials[rep.name])
            for block in self._blocks(rep):
                week = week_of(rep.calendar.day(block[0]))
                yield Mark("blocks", rep.name, week, NO_KIND)
                if not _holds_one(dials, block):
                    yield Mark("blocks_missed", rep.name, week, NO_KIND)

    def _blocks(self, rep: Rep) -> Iterator[Stretch]:
        """Yield the blocks that were over in the period, since the desk is live; else since the first dial known."""
        began = self._began(rep)
        if began is None:
            return
        last = rep.calendar.day(self.period.until)
        for each in range((last - began).days + 1):
            for block in rep.blocks_on(began + each * DAY):
                if self.period.holds(block[1]):
                    yield block

    def _began(self, rep: Rep) -> dt.date | None:
        since = self.period.since
        known = self.desk.live or (rep.calendar.day(self.first) if self.first else None)
        if since == START_OF_TIME or known is None:
            return known
        return max(known, rep.calendar.day(since))


def _holds_one(moments: list[dt.datetime], block: Stretch) -> bool:
    """Whether one of these moments, which are in order, lies in that block."""
    opens, closes = block
    place = bisect_left(moments, opens)
    return place < len(moments) and moments[place] < closes
