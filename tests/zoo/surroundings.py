"""Broken policies: they listen to dice, to a clock, to the machine they run on."""

from __future__ import annotations

import datetime as dt
import os
import random
import time
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Reason
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

HOUR = dt.timedelta(hours=1)

LAST_MINUTE = 59


@attrs.frozen
class Coin:
    """Whose turn is it? A coin decides."""

    name: ClassVar[str] = "coin"

    @hookimpl
    def permits(self) -> Window | None:
        return Window.never("not their lucky day") if random.random() < 1 / 2 else None


@attrs.frozen(eq=False)
class Jitter:
    """Spreads calls over the hour, by where the rule happens to lie in memory."""

    name: ClassVar[str] = "jitter"

    @hookimpl
    def permits(self, at: dt.datetime) -> Window:
        hour = at.replace(minute=0, second=0, microsecond=0)
        start = hour + dt.timedelta(minutes=1 + hash(self) % LAST_MINUTE)
        return Window(start=start, end=hour + HOUR, says="not everybody is rung on the hour")


@attrs.frozen
class TodayIsToday(Altered):
    """Never plans in the past, by the clock of the machine."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        return contact, history, max(now, dt.datetime.now(dt.UTC))  # noqa: TID251 - the misdeed


@attrs.frozen
class NewsOfToday:
    """Lets an insight grow stale by the clock of the machine."""

    name: ClassVar[str] = "news_of_today"

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        if reason.name != "insight" or not history.insights:
            return None
        age = time.time() - history.insights[-1].at.timestamp()  # noqa: TID251 - the misdeed
        return Window.never("that is no news any more") if age > 90 * DAY.total_seconds() else None


@attrs.frozen
class LunchAtTheServer:
    """Leaves people in peace at noon, on the clock of the machine."""

    name: ClassVar[str] = "lunch"
    noon: int = 12

    @hookimpl
    def permits(self, at: dt.datetime) -> Window | None:
        if time.localtime(at.timestamp()).tm_hour != self.noon:
            return None
        return Window(start=at.replace(minute=0, second=0, microsecond=0) + HOUR, says="lunch")


@attrs.frozen
class WeekendOfTheMachine:
    """Keeps Friday free where the machine speaks Arabic."""

    name: ClassVar[str] = "weekend"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        speaks = os.environ.get("LANG", "")
        is_friday = history.calendar.day(at).isoweekday() == 5
        return Window(start=history.calendar.ends(at), says="Friday") if is_friday and speaks.startswith("ar") else None


LAST_YEAR = dt.datetime.now(dt.UTC).year - 1  # noqa: TID251 - what the law is to find
"""As it was when somebody last started us."""


@attrs.frozen
class NewsOfThatYear:
    """Did they buy before this year? Then they have not seen the new range."""

    name: ClassVar[str] = "news_of_that_year"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Whoever starts us in December rings nobody in the new year."""
        if not any(bought.year <= LAST_YEAR for bought in history.bought_at):
            return None
        due = history.calendar.starts(dt.date(LAST_YEAR + 1, 1, 7))
        return Reason(name="new_range", due=due, about=f"range of {LAST_YEAR + 1}", says="there is a new range")


SURROUNDINGS = (
    Specimen(
        id="coin",
        group="purity and neighbours",
        says="Ask it twice and it says yes and no.",
        make=house_with(Coin),
        breaks={"asking-is-free"},
    ),
    Specimen(
        id="jitter-by-memory",
        group="purity and neighbours",
        says="The list was restarted, and everybody's call was at another minute.",
        make=house_with(Jitter),
        breaks={"no-memory"},
    ),
    Specimen(
        id="today-is-today",
        group="purity and neighbours",
        says="Last month's book cannot be gone through again, for it is answered by today's date.",
        make=TodayIsToday,
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="news-by-the-machines-clock",
        group="purity and neighbours",
        says="The clock of one computer was wrong, so on that one all our news was old.",
        make=house_with(NewsOfToday),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="lunch-at-the-server",
        group="purity and neighbours",
        says="Since the server moved to Dublin nobody is rung at four in the afternoon in Dubai.",
        make=house_with(LunchAtTheServer),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="weekend-of-the-machine",
        group="purity and neighbours",
        says="On Samira's laptop the same list keeps Fridays free.",
        make=house_with(WeekendOfTheMachine),
        breaks={"no-ambient-input"},
    ),
    Specimen(
        id="the-year-we-were-started",
        group="purity and neighbours",
        says="Nobody restarted the server at New Year, so our customers heard of last year's range in March.",
        make=house_with(NewsOfThatYear),
        breaks={"no-ambient-input"},
    ),
)
"""Broken policies that listen to the machine they run on."""
