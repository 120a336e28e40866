"""Odd rules that are lawful all the same: each says honestly what it keeps to, where there is a word for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Calendar, possible_calendars
from callrules.contact import Contact
from callrules.declared import Declared, Open
from callrules.facts import Message, Purchase, Research
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, every_window, outside
from callrules.step import Because, Errand, Prepare, Reason, SeekIntroduction, Write
from callrules.writing import best_channel

TUESDAY, FRIDAY = 2, 5
HALF_AN_HOUR = dt.timedelta(minutes=30)


@attrs.frozen
class Never:
    """Is there anything to be said for ringing at all? No."""

    name: ClassVar[str] = "never"

    @hookimpl
    def permits(self) -> Window:
        """At no time."""
        return Window.never("we write letters")


@attrs.frozen
class OpenOn:
    """Are these our hours and weekdays, in every zone they could be in? Gives way to nothing."""

    name: str = "open_on"
    opens: dt.time = dt.time(9)
    closes: dt.time = dt.time(20)
    weekdays: frozenset[int] = frozenset(range(1, 8))

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The hours and weekdays."""
        return (Open(opens=self.opens, closes=self.closes, weekdays=self.weekdays),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window:
        """Between these times on these days."""
        calendars = possible_calendars(contact, number)
        if not calendars:
            return Window.never("we do not know where they are")
        return every_window([partial(self._opening, each) for each in calendars], at, "our hours are others")

    def _opening(self, calendar: Calendar, at: dt.datetime) -> Window:
        day = calendar.day(at)
        while not (day.isoweekday() in self.weekdays and calendar.wall(day, self.closes) > at):
            day += DAY
        return Window(start=calendar.wall(day, self.opens), end=calendar.wall(day, self.closes), says="our hours")


@attrs.frozen
class OnTheHalfHour:
    """Does a half hour begin? Then for five minutes."""

    name: ClassVar[str] = "on_the_half_hour"
    minutes: int = 5

    @hookimpl
    def permits(self, at: dt.datetime) -> Window:
        """From each half hour on, as the clocks of Greenwich show it."""
        begins = at.replace(minute=at.minute // 30 * 30, second=0, microsecond=0)
        if at >= begins + dt.timedelta(minutes=self.minutes):
            begins += HALF_AN_HOUR
        return Window(start=begins, end=begins + dt.timedelta(minutes=self.minutes), says="calls are made together")


@attrs.frozen
class TheirTimeOfDay:
    """Who buys elsewhere is rung in the morning, everybody else after noon."""

    name: ClassVar[str] = "their_time_of_day"
    noon: dt.time = dt.time(12)

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window:
        """One half of their day."""
        calendar = history.calendar
        day = calendar.day(at)
        while True:
            noon, ends = calendar.wall(day, self.noon), calendar.starts(day + DAY)
            start, end = (calendar.starts(day), noon) if contact.buys_from else (noon, ends)
            if end > at:
                return Window(start=start, end=end, says="the other half of the day suits them better")
            day += DAY


@attrs.frozen
class NotOnTheThirteenth:
    """Is it the thirteenth where they are?"""

    name: ClassVar[str] = "not_on_the_thirteenth"
    day: int = 13

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """On any other day."""
        calendar = history.calendar
        around = (calendar.day(at) + each * DAY for each in range(-1, 33))
        blocked = [(calendar.starts(day), calendar.starts(day + DAY)) for day in around if day.day == self.day]
        return outside(blocked, at, "nobody likes to be rung on the thirteenth")


@attrs.frozen
class LeapDaysOnly:
    """Is it the 29th of February where they are?"""

    name: ClassVar[str] = "leap_days_only"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window:
        """Once in four years."""
        calendar = history.calendar
        day = calendar.day(at)
        while (day.month, day.day) != (2, 29):
            day += DAY
        return Window(start=calendar.starts(day), end=calendar.starts(day + DAY), says="once in four years is enough")


@attrs.frozen
class QuietFridays:
    """Is it Friday where they are? Then not at all, but for a moment that they named."""

    name: ClassVar[str] = "quiet_fridays"

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """On any other day."""
        calendar = history.calendar
        around = (calendar.day(at) + each * DAY for each in range(-1, 9))
        fridays = [day for day in around if day.isoweekday() == FRIDAY]
        blocked = [(calendar.starts(day), calendar.starts(day + DAY)) for day in fridays]
        return outside(blocked, at, "Fridays are quiet", yields=True)


@attrs.frozen
class AtLunch:
    """Are they at table?"""

    name: ClassVar[str] = "at_lunch"
    noon: dt.time = dt.time(12)
    one: dt.time = dt.time(13)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """Before noon and after one."""
        calendar = history.calendar
        days = (calendar.day(at) + each * DAY for each in (-1, 0, 1))
        blocked = [(calendar.wall(day, self.noon), calendar.wall(day, self.one)) for day in days]
        return outside(blocked, at, "they are at table")


@attrs.frozen
class ContractEnds:
    """Does a contract of theirs end soon? It runs a year from the purchase."""

    name: ClassVar[str] = "contract_ends"

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """From a month before each end until then."""
        for bought in history.of(Purchase):
            due = history.calendar.add(bought.at, months=11)
            expires = history.calendar.add(bought.at, months=12)
            says = f"their contract ends on {history.calendar.day(expires):%d %b %Y}"
            yield Reason(name="contract_ends", due=due, about=bought.key, says=says, expires=expires)


@attrs.frozen
class YearsWithUs:
    """A year with us: a reason of its own, in the afternoon, with a card before."""

    name: ClassVar[str] = "years_with_us"
    stale_days: int = 30

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """The first year after the first talk, for a month."""
        if not history.talks:
            return None
        due = history.calendar.add(history.talks[0].at, months=12)
        expires = due + self.stale_days * DAY
        return Reason(name="a_year_with_us", due=due, about="1", says="a year since we first talked", expires=expires)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """After two, for that reason alone."""
        if reason.name != "a_year_with_us":
            return None
        calendar = history.calendar
        day = calendar.day(at)
        return Window(start=calendar.wall(day, dt.time(14)), end=calendar.starts(day + DAY), says="after lunch")

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        """A card, where there is a channel."""
        channel = best_channel(contact, history)
        if reason is None or reason.name != "a_year_with_us" or channel is None or history.wrote("card", _due(reason)):
            return None
        because = (Because(self.name, "card", "a card first"),)
        return Write(at=at, since=reason.due, purpose="card", channel=channel, because=because)


def _due(reason: Reason) -> dt.datetime:
    return reason.due or dt.datetime.min.replace(tzinfo=dt.UTC)


@attrs.frozen
class Homework:
    """Was their website read? Before every call but the promised and the returned ones."""

    name: ClassVar[str] = "homework"
    topic: str = "website"

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Iterator[Errand]:
        """Read it once; and send a catalogue once to whoever wrote to us."""
        if reason is not None and self.topic not in {each.topic for each in history.of(Research)}:
            yield Prepare(at=at - DAY, since=reason.due, missing=(self.topic,))
        letters = [each.at for each in history.of(Message) if each.is_from_them]
        channel = best_channel(contact, history)
        if reason is None and letters and channel and not history.wrote("catalogue", letters[0]):
            yield Write(at=letters[0], since=letters[0], purpose="catalogue", channel=channel)


@attrs.frozen
class AlwaysIntroduced:
    """Did anybody introduce us? No call before, but for what was promised."""

    name: ClassVar[str] = "always_introduced"

    @hookimpl
    def before(self, history: History, reason: Reason | None, at: dt.datetime) -> SeekIntroduction | None:
        """Ask somebody."""
        if reason is None or history.introductions:
            return None
        return SeekIntroduction(at=at, since=reason.due, path=())
