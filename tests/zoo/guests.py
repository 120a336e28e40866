"""Broken policies: guests that do not get on with the house, or fail on some day of the year."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.promises import Named
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen

MONDAY, FRIDAY = 1, 5
HOUR = dt.timedelta(hours=1)


@attrs.frozen
class BestTime:
    """When do they pick up? An hour that statistics named counts as if they had named it."""

    name: ClassVar[str] = "best_time"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.talks:
            return None
        calendar, last = history.calendar, history.talks[-1].at
        due = calendar.same_time(last, calendar.day(last) + 3 * DAY)
        says = "they usually answer at this hour"
        return Reason(name="best_time", due=due, says=says, named=Named.HOUR, expires=due + 6 * HOUR)


@attrs.frozen
class Anniversary:
    """Is it a year since they bought?"""

    name: ClassVar[str] = "anniversary"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        bought = history.calendar.local(history.bought_at[-1])
        due = bought.replace(year=bought.year + 1)
        says = "a year ago they bought from us"
        return Reason(name="anniversary", due=due, about=f"{due:%Y}", says=says, expires=due + 7 * DAY)


@attrs.frozen
class YesOrNo:
    """Is it Friday? Answers with false where a window is wanted."""

    name: ClassVar[str] = "no_fridays"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Any:
        return False if history.calendar.day(at).isoweekday() == FRIDAY else None


@attrs.frozen
class ClosingBell:
    """Are they open? Takes the closing hour for the last open moment."""

    name: ClassVar[str] = "closing_bell"
    closes: dt.time = dt.time(17, 30)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window:
        calendar = history.calendar
        day = calendar.day(at)
        bell = calendar.wall(day, self.closes)
        if at <= bell:
            return Window(start=calendar.starts(day), end=bell, says="until half past five")
        return Window(start=calendar.ends(at), end=calendar.wall(day + DAY, self.closes), says="until half past five")


@attrs.frozen
class InAnHour:
    """Is it late? Then in an hour, and in an hour, and in an hour."""

    name: ClassVar[str] = "in_an_hour"
    late: int = 18

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        is_late = history.calendar.local(at).hour >= self.late
        return Window(start=at + HOUR, end=at + 2 * HOUR, says="try again in an hour") if is_late else None


@attrs.frozen
class PutOffByADay:
    """Is it Monday? Then a day later, at whatever time it is now."""

    name: ClassVar[str] = "put_off_by_a_day"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        is_monday = history.calendar.day(at).isoweekday() == MONDAY
        return Window(start=at + DAY, says="not on Mondays") if is_monday else None


GUESTS = (
    Specimen(
        id="statistics-named-the-hour",
        group="composition",
        says="Our statistics like Sunday evening, so it rang on Sunday evening as if she had asked for it.",
        make=house_with(BestTime),
        breaks={"named-by-them"},
    ),
    Specimen(
        id="anniversary-of-leap-day",
        group="composition",
        says="One of our customers bought on 29 February, and her page has been an error ever since.",
        make=house_with(Anniversary),
        breaks={"total"},
    ),
    Specimen(
        id="yes-or-no",
        group="composition",
        says="Every Friday the whole list says that a rule has failed.",
        make=house_with(YesOrNo),
        breaks={"total"},
    ),
    Specimen(
        id="closing-bell",
        group="composition",
        says="At half past five to the second the list shows an error instead of a name.",
        make=house_with(ClosingBell),
        breaks={"total"},
    ),
    Specimen(
        id="in-an-hour",
        group="composition",
        says="The list said until eight, and at six it said in an hour, and so on until midnight.",
        make=house_with(InAnHour),
        breaks={"due-stays-due"},
    ),
    Specimen(
        id="put-off-by-a-day",
        group="composition",
        says="Each time I open the list on a Monday, her call is at another time on Tuesday.",
        make=house_with(PutOffByADay),
        breaks={"wakes-honestly"},
    ),
)
"""Broken policies about guests."""
