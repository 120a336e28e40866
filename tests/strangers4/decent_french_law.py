"""France, as the decree of 2022 has it: from ten to one and from two to eight on working days, four times in thirty days.

Decent: the hours are law, so they stand firm, and bind whoever is in France alone; the cap is kept for everybody.
"""

import datetime as dt
from collections.abc import Sequence
from functools import partial

import attrs

from callrules import CallAttempt, Contact, History, Reason, Window, hookimpl
from callrules.calendars import Calendar, possible_calendars
from callrules.declared import POLITE, Besides, Cap
from callrules.moments import every_window, outside

DAY = dt.timedelta(days=1)


@attrs.frozen
class FrenchHours:
    """Is it an hour at which French law lets us ring?"""

    name = "french_hours"
    waits = "outside the hours of French law"
    opens_daily = True
    declares = (Besides(what="in France from ten to one and from two to eight"),)
    halves = ((dt.time(10), dt.time(13)), (dt.time(14), dt.time(20)))

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window | None:
        if contact.region is None or contact.region.partition("-")[0] != "FR":
            return None
        calendars = possible_calendars(contact, number)
        if not calendars:
            return Window.never("nobody knows where they are")
        return every_window([partial(self.on, each) for each in calendars], at, "never at a lawful hour in all zones")

    def on(self, calendar: Calendar, at: dt.datetime) -> Window:
        day = calendar.day(at)
        while True:
            for opens, closes in self.halves:
                window = Window(start=calendar.wall(day, opens), end=calendar.wall(day, closes), says="French hours")
                if calendar.is_working(day) and window.closes > at:
                    return window
            day += DAY


@attrs.frozen
class FourInThirty:
    """Have we tried four times in the last thirty days?"""

    name = "four_in_thirty"
    waits = "tried four times this month"
    declares = (Cap(most=4, days=30, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [each for calls in (history.attempts, history.tries_on(number)) for each in self.full(calls)]
        return outside(blocked, at, "four times in thirty days is enough", yields=True)

    def full(self, calls: Sequence[CallAttempt]) -> list[tuple[dt.datetime, dt.datetime]]:
        month = 30 * DAY
        pairs = zip(calls, calls[3:], strict=False)
        return [(fourth.at, first.at + month) for first, fourth in pairs if fourth.at < first.at + month]


POLICY = (FrenchHours(), FourInThirty())
