"""Broken policies: people are rung too often, or at the same hour again and again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from callrules.calendars import DAY, Stretch
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.rules import Caps
from callrules.step import Reason
from callrules.testing.zoo.altered import house_with
from callrules.testing.zoo.specimens import Specimen

WEEK, MONTH = 7 * DAY, 30 * DAY
SAYS = "rung too often of late"


def _full(made: Sequence[dt.datetime], most: int, period: dt.timedelta) -> Iterator[Stretch]:
    for first, last in zip(made, made[most - 1 :], strict=False):
        if last - first < period:
            yield last, first + period


@attrs.frozen
class OneMore(Caps):
    """Counts one attempt too few."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        made = [call.at for call in tries]
        yield from _full(made, self.in_7_days + 1, WEEK)
        yield from _full(made, self.in_30_days + 1, MONTH)


@attrs.frozen
class CalendarWeek(Caps):
    """Begins to count anew on Monday."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        yield from _full([call.at for call in tries], self.in_30_days, MONTH)
        for monday, calls in groupby(tries, key=lambda call: _monday(call.at)):
            made = [call.at for call in calls]
            if len(made) >= self.in_7_days:
                yield made[self.in_7_days - 1], monday + WEEK


def _monday(at: dt.datetime) -> dt.datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0) - at.weekday() * DAY


@attrs.frozen
class CapByDates(Caps):
    """Counts dates where time has to pass."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        for last, end in super()._blocked(tries):
            yield last, max(last, end.replace(hour=0, minute=0, second=0, microsecond=0))


@attrs.frozen
class BusyIsFree(Caps):
    """Does not count what was engaged."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        return super()._blocked([call for call in tries if call.disposition is not Disposition.BUSY])


@attrs.frozen
class OurDiallerOnly(Caps):
    """Counts only the calls that carry a reason of ours."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        return super()._blocked([call for call in tries if call.reason])


@attrs.frozen
class CountedWhenTyped(Caps):
    """Counts a call when it was typed in."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        typed = [attrs.evolve(call, at=call.recorded or call.at) for call in tries]
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
class NoMonth(Caps):
    """Knows the week only."""

    def _blocked(self, tries: Sequence[CallAttempt]) -> Iterator[Stretch]:
        return _full([call.at for call in tries], self.in_7_days, WEEK)


@attrs.frozen
class ReturnsForEver(Caps):
    """Lets a returned call pass, the tenth time as well."""

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        return None if reason.name == "returned_call" else super().permits(history, reason, number, at)


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


CAPS = (
    Specimen(
        id="cap-plus-one",
        group="rhythm",
        says="Three calls a week are allowed, and she had a fourth.",
        make=house_with(OneMore),
        breaks={"cap"},
    ),
    Specimen(
        id="calendar-week",
        group="rhythm",
        says="He was rung three times at the end of the week and three times at the beginning of the next.",
        make=house_with(CalendarWeek),
        breaks={"cap"},
    ),
    Specimen(
        id="cap-by-dates",
        group="rhythm",
        says="A week was over at midnight, although it was only six days and a half since we rang.",
        make=house_with(CapByDates),
        breaks={"cap"},
    ),
    Specimen(
        id="busy-is-free",
        group="rhythm",
        says="Her line was engaged nine times this week, and we have not stopped, for none of it counts.",
        make=house_with(BusyIsFree),
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
        id="no-month",
        group="rhythm",
        says="Three calls every week, week after week, and nobody counts the month.",
        make=house_with(NoMonth),
        breaks={"cap"},
    ),
    Specimen(
        id="returns-for-ever",
        group="rhythm",
        says="He rang us once, and ever since then we call back every day without end.",
        make=house_with(ReturnsForEver),
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
"""Broken policies about how many calls there may be."""
