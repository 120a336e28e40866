"""Broken policies: they cap the calls, and count the wrong ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from callrules.calendars import Stretch
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.rules import Caps
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen

SAYS = "rung too often of late"


@attrs.frozen
class BusyIsFree(Caps):
    """Does not count what was engaged."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        return super()._blocked([call for call in tries if call.disposition is not Disposition.BUSY])


@attrs.frozen
class WeeksOnTheWall(Caps):
    """Adds days to the time on the wall."""

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        window = super().permits(history, reason, number, at)
        return window and outside(list(self._on_the_wall(history)), at, SAYS, yields=True)

    def _on_the_wall(self, history: History) -> Iterator[Stretch]:
        made = [call.at for call in history.attempts]
        for most, days in ((self.in_7_days, 7), (self.in_30_days, 30)):
            period = dt.timedelta(days=days)
            for first, last in zip(made, made[most - 1 :], strict=False):
                if last - first < period:
                    yield last, (history.calendar.local(first) + period).astimezone(dt.UTC)


@attrs.frozen
class OurDiallerOnly(Caps):
    """Counts only the calls that carry a reason of ours."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        return super()._blocked([call for call in tries if call.reason])


@attrs.frozen
class CountedWhenTyped(Caps):
    """Counts a call when it was typed in."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        typed = [attrs.evolve(call, at=call.recorded or call.at, promises=None, callback_at=None) for call in tries]
        return super()._blocked(sorted(typed, key=lambda call: call.at))


@attrs.frozen
class EachNumberAnew(Caps):
    """Counts by number, and forgets the person."""

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if super().permits(history, reason, number, at) is None:
            return None
        return outside(self._blocked(history.tries_on(number)), at, SAYS, yields=True)


@attrs.frozen
class PersonOnly(Caps):
    """Counts by person, and forgets who else was rung on that number."""

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if super().permits(history, reason, number, at) is None:
            return None
        return outside(self._blocked(history.attempts), at, SAYS, yields=True)


@attrs.frozen
class TheirCallsCount(Caps):
    """Counts calls either way."""

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.name == "returned_call":
            return super().permits(history, reason, number, at)
        return outside([*self._blocked(history.calls), *self._blocked(history.tries_on(number))], at, SAYS, yields=True)


@attrs.frozen
class TakenBackStillCounts(Caps):
    """Counts what was logged, also what was taken back."""

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.name == "returned_call":
            return super().permits(history, reason, number, at)
        logged = [each for each in history.entries if isinstance(each, CallAttempt) and not each.is_inbound]
        return outside([*self._blocked(logged), *self._blocked(history.attempts)], at, SAYS, yields=True)


MISCOUNTED = (
    Specimen(
        id="busy-is-free",
        group="rhythm",
        says="Her line was engaged nine times this week, and we have not stopped, for none of it counts.",
        make=house_with(BusyIsFree),
        breaks={"cap"},
    ),
    Specimen(
        id="weeks-on-the-wall",
        group="rhythm",
        says="The week the clocks went forward was an hour short, and the fourth call came in that hour.",
        make=house_with(WeeksOnTheWall),
        breaks={"cap"},
    ),
    Specimen(
        id="our-dialler-only",
        group="rhythm",
        says="What we dial by hand does not count, so he is rung by hand and by the list.",
        make=house_with(OurDiallerOnly),
        breaks={"cap"},
    ),
    Specimen(
        id="counted-when-typed-in",
        group="rhythm",
        says="Monday's calls were typed in on Friday, and until then we rang as if there had been none.",
        make=house_with(CountedWhenTyped),
        breaks={"cap", "logging-moves-nothing"},
    ),
    Specimen(
        id="each-number-anew",
        group="rhythm",
        says="She has three numbers, so we ring her three times as often.",
        make=house_with(EachNumberAnew),
        breaks={"cap"},
    ),
    Specimen(
        id="shared-number-counts-once-each",
        group="rhythm",
        says="Four of the family are in our book, and their one telephone never stops.",
        make=house_with(PersonOnly),
        breaks={"cap"},
    ),
    Specimen(
        id="their-calls-count",
        group="rhythm",
        says="Our best customer rings us all the time, so the system says that we ring her too often.",
        make=house_with(TheirCallsCount),
        breaks={"promise-at-its-moment"},
    ),
    Specimen(
        id="taken-back-still-counts",
        group="rhythm",
        says="Three calls were logged to the wrong person and taken back, and still she must wait a week.",
        make=house_with(TakenBackStillCounts),
        breaks={"no-idle-wait"},
    ),
)
"""Broken policies that count the wrong calls."""
