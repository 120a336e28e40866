"""Odd but decent: their own clock is declared, theirs is kept, and what is little is still enough."""

from __future__ import annotations

import datetime as dt
from functools import cache, partial
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import attrs

from callrules.calendars import DAY
from callrules.declared import Besides, Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.promises import Named
from callrules.rules import Caps, Hours, Persistence, Refusals
from callrules.step import Reason
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

OUR_DESK = ZoneInfo("Europe/Berlin")


@attrs.frozen
class OurDesk:
    """Is somebody at our desk in Berlin? The clock is ours, and we say so."""

    name: ClassVar[str] = "our_desk"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="our desk is open from seven to seven in Berlin"),)
    opens: dt.time = dt.time(7)
    closes: dt.time = dt.time(19)

    @hookimpl
    def permits(self, reason: Reason, at: dt.datetime) -> Window:
        """From seven to seven, each day; whoever named an hour is rung from home."""
        day = at.astimezone(OUR_DESK).date()
        opens, closes = _at_our_desk(day, self.opens, self.closes)
        if at >= closes:
            opens, closes = _at_our_desk(day + DAY, self.opens, self.closes)
        return Window(start=opens, end=closes, says="our desk is open", yields=reason.named is Named.HOUR)


@cache
def _at_our_desk(day: dt.date, *times: dt.time) -> tuple[dt.datetime, ...]:
    return tuple(dt.datetime.combine(day, each, OUR_DESK).astimezone(dt.UTC) for each in times)


@attrs.frozen
class NineOfTheirDays:
    """Did we ring within nine of their days? Then when the tenth begins, on their clock, or at once if they rang us."""

    name: ClassVar[str] = "nine_of_their_days"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """From midnight to midnight."""
        if reason.is_first_return(history):
            return None
        calendar = history.calendar
        days = [calendar.day(call.at) for call in history.attempts]
        blocked = [(calendar.starts(day), calendar.starts(day + 9 * DAY)) for day in days]
        return outside(blocked, at, "nine days between two tries", yields=True)


@attrs.frozen
class MonthEndsAsWindows:
    """Is it the last day of a month? The days blocked are told ahead, so that the window stands."""

    name: ClassVar[str] = "month_ends_as_windows"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """On any other day, but for a moment that they named."""
        calendar = history.calendar
        around = (calendar.day(at) + each * DAY for each in range(-1, 33))
        lasts = [day for day in around if (day + DAY).day == 1]
        blocked = [(calendar.starts(day), calendar.starts(day + DAY)) for day in lasts]
        return outside(blocked, at, "they close their books", yields=True)


def _in_other_hands() -> Altered:
    return Altered(house_with(MonthEndsAsWindows)())


def _lawful(known_by: str, says: str, make: Any) -> Specimen:
    return Specimen(id=known_by, group="herd", says=says, make=make)


LONG_DAYS = partial(Hours, opens=dt.time(7), closes=dt.time(22), business_closes=dt.time(21, 30))
THREE_NOES = partial(Refusals, times=3, decision_maker_times=3)
ONE_A_DAY = partial(Caps, in_7_days=7, in_30_days=20)
PATIENT = partial(Persistence, most=12, most_without_a_talk=24)

ODD_CLOCKS = (
    _lawful("our-desk", "We ring while our desk in Berlin is open, wherever they are.", house_with(OurDesk)),
    _lawful("nine-of-their-days", "Between two tries lie nine of their days.", house_with(NineOfTheirDays)),
    _lawful("month-ends-as-windows", "On the last day of a month we let them be.", house_with(MonthEndsAsWindows)),
    _lawful("month-ends-in-an-app", "Our app lets them be on the last day of a month.", _in_other_hands),
    _lawful("long-days", "We ring from seven to ten.", house_with(LONG_DAYS)),
    _lawful("three-noes", "Three noes are a no.", house_with(THREE_NOES)),
    _lawful("one-a-day", "One call a day is decent, and twenty a month are.", house_with(ONE_A_DAY)),
    _lawful("patient", "Twelve tries in a row, or two dozen without a talk, and we let go.", house_with(PATIENT)),
)
"""Decent neighbours of guards that slide, of clocks that are not theirs, and of cadences that take no no."""
