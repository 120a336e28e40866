"""A cadence for bakeries: never before ten, and flour when the harvest is in."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

import attrs

from callrules import Contact, History, Named, Reason, Window, hookimpl, parameter
from callrules.calendars import Calendar, possible_calendars
from callrules.declared import Declared, Lift, Open
from callrules.moments import every_window

DAY = dt.timedelta(days=1)
MIDNIGHT = dt.time(0)
EVERY_DAY = range(1, 8)


@attrs.frozen
class BakeryHours:
    """Is the morning's baking done, and is this year's flour there?

    Nobody is rung before ten on their own clock, unless they named that hour. Who bought flour before is called when
    the next harvest is in, once a harvest.
    """

    name: ClassVar[str] = "bakery_hours"
    opens: dt.time = parameter(dt.time(10), says="local time from which a baker has a hand free", source="Kim's bakery")
    harvest_month: int = parameter(8, says="month in which the harvest is in", source="our miller", least=1)
    harvest_days: int = parameter(60, says="days for which the harvest is news", source="our miller", least=1)

    @property
    def declares(self) -> tuple[Declared, ...]:
        """From ten until midnight, on every day."""
        return (Open(opens=self.opens, closes=MIDNIGHT, weekdays=EVERY_DAY, lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        asks = [partial(self._opening, each) for each in possible_calendars(contact, number)]
        if not asks:
            return None
        window = every_window(asks, at, f"bakers bake until {self.opens:%H:%M}")
        return attrs.evolve(window, yields=reason.named is Named.HOUR)

    def _opening(self, calendar: Calendar, at: dt.datetime) -> Window:
        day = calendar.day(at)
        opens, closes = calendar.wall(day, self.opens), calendar.starts(day + DAY)
        return Window(start=opens, end=closes, says=f"bakers bake until {self.opens:%H:%M}")

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        if history.bought_at:
            day = self._next_harvest(history.calendar.day(history.bought_at[-1]))
            due = history.calendar.starts(day)
            yield Reason(
                name="harvest_season",
                due=due,
                about=f"harvest of {day.year}",
                says="the flour of this year's harvest is there",
                expires=history.calendar.starts(day + self.harvest_days * DAY),
            )

    def _next_harvest(self, bought: dt.date) -> dt.date:
        this_year = dt.date(bought.year, self.harvest_month, 1)
        return this_year if this_year > bought else this_year.replace(year=bought.year + 1)
