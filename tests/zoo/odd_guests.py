"""Odd guests that are lawful all the same, for they declare what their answers hang on."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Calendar, possible_calendars
from callrules.contact import Contact, Role
from callrules.declared import Besides, Declared, Lift, Open, Sampled, WithNeighbours
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, every_window, outside
from callrules.promises import Named
from callrules.step import Because, Reason, Stop, Verdict
from zoo.altered import Altered
from zoo.appointments import NoBudget

HOUR = dt.timedelta(hours=1)
FOUNDED = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@attrs.frozen
class ShutAtLunch:
    """Are we at our desks? From nine to five on their working days, but for an hour at noon."""

    name: ClassVar[str] = "hours"
    opens: dt.time = dt.time(9)
    lunch: tuple[dt.time, dt.time] = (dt.time(12), dt.time(13))
    closes: dt.time = dt.time(17)

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The hours, and that there is a break."""
        return Open(opens=self.opens, closes=self.closes, lifted_by={Lift.NAMED_HOUR}), Besides(what="a lunch break")

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window:
        """Before lunch or after it, in every zone they could be in."""
        yields = reason.named is Named.HOUR
        calendars = possible_calendars(contact, number)
        if not calendars:
            return Window.never("we do not know where they are", yields=yields)
        window = every_window([partial(self._opening, each) for each in calendars], at, "never all at once")
        return attrs.evolve(window, yields=yields)

    def _opening(self, calendar: Calendar, at: dt.datetime) -> Window:
        day = calendar.day(at)
        while True:
            for opens, closes in ((self.opens, self.lunch[0]), (self.lunch[1], self.closes)):
                if calendar.is_working(day) and calendar.wall(day, closes) > at:
                    return Window(start=calendar.wall(day, opens), end=calendar.wall(day, closes), says="at our desks")
            day += DAY


@attrs.frozen
class OneOfThemADay:
    """Did we ring somebody else there within a day? One account hears from us once a day."""

    name: ClassVar[str] = "one_of_them_a_day"
    hours: int = 24
    declares: ClassVar[tuple[Declared, ...]] = (WithNeighbours(),)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """A day after the last call to any of the others."""
        others = (fact for fact in history.neighbours if isinstance(fact, CallAttempt) and not fact.is_inbound)
        free = max((call.at + self.hours * HOUR for call in others), default=at)
        return Window(start=free, says="somebody else there was rung within a day", yields=True) if free > at else None


@attrs.frozen
class SpringTrial:
    """Is it better to ring in the afternoon? Dice with a seed of their own say who is in the trial."""

    name: ClassVar[str] = "spring_trial"
    noon: dt.time = dt.time(12)
    declares: ClassVar[tuple[Declared, ...]] = (Sampled(),)

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window | None:
        """After noon, for half of the book."""
        if random.Random("spring:" + contact.id).random() < 1 / 2:
            return None
        calendar = history.calendar
        day = calendar.day(at)
        return Window(start=calendar.wall(day, self.noon), end=calendar.starts(day + DAY), says="in the trial")


@attrs.frozen
class NoHouseholds:
    """Is this a household? We sell to businesses, and always have."""

    name: ClassVar[str] = "no_households"
    since: dt.datetime = FOUNDED
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, contact: Contact) -> Stop | None:
        """On the ground of who they are, since we began."""
        return None if contact.business else Stop(grounds="a_household", since=self.since, says="we sell to businesses")


@attrs.frozen
class FilesAreClosed:
    """Does he decide, and did we hear of each other in three years? Who only uses a thing is not our audience."""

    name: ClassVar[str] = "files_are_closed"
    since: dt.datetime = FOUNDED
    years: int = 3
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Iterator[Stop]:
        """A ground that time alone will bring is told ahead, with the day on which it begins."""
        if contact.role is Role.USER:
            yield Stop(grounds="not_our_audience", since=self.since, says="he uses it, and others decide")
        heard = [*(talk.at for talk in history.talks), *filter(None, [history.came_back])]
        if heard:
            closed = history.calendar.add(max(heard), months=12 * self.years)
            yield Stop(grounds="file_closed", since=closed, says=f"not a word for {self.years} years")


@attrs.frozen
class NoMoneyThere(NoBudget):
    """Did three dials find nobody? Then there is no money; whom we promised a call still gets it."""

    firm: bool = False


@attrs.frozen
class TwoNightsOnIt:
    """Did we speak? Then two nights are slept on it, counted from the talk and not from when somebody asks."""

    name: ClassVar[str] = "two_nights_on_it"
    declares: ClassVar[tuple[Declared, ...]] = ()
    nights: int = 2

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """It gives way to a moment they named, and to their own call."""
        if history.last_talk is None or reason.name in {"returned_call", "promise"}:
            return None
        spoke = history.last_talk.at
        slept = history.calendar.starts(history.calendar.day(spoke) + self.nights * DAY)
        return outside([(spoke, slept)], at, "two nights are slept on it", yields=True)


@attrs.frozen
class GateThatExplains(Altered):
    """The last gate adds whom to ask."""

    def judged(self, verdict: Verdict, _contact: Contact, _at: dt.datetime, /) -> Verdict:
        """One sentence more."""
        return attrs.evolve(verdict, because=(*verdict.because, Because("desk", "ask", "ask Ann where this is wrong")))
