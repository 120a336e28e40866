"""Broken policies: they count days, weekdays and hours by the server's clock, and declare nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.declared import Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.promises import Named
from callrules.step import Reason, Stop
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

HOUR, FRIDAY = dt.timedelta(hours=1), 5


def _midnight(at: dt.datetime) -> dt.datetime:
    return at.astimezone(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0)


@attrs.frozen
class NineDaysApart:
    """Did we ring within nine days? Then later; and a day ends when it ends in Greenwich."""

    name: ClassVar[str] = "nine_days_apart"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        days = [_midnight(call.at) for call in history.attempts]
        return outside([(day, day + 9 * DAY) for day in days], at, "nine days between two tries", yields=True)


@attrs.frozen
class ServersFridays:
    """Is it Friday where the server stands? Then nobody is rung."""

    name: ClassVar[str] = "servers_fridays"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, at: dt.datetime) -> Window | None:
        around = (_midnight(at) + each * DAY for each in range(-1, 9))
        fridays = [(day, day + DAY) for day in around if day.isoweekday() == FRIDAY]
        return outside(fridays, at, "Fridays are quiet", yields=True)


@attrs.frozen
class ServersHours:
    """Is it between eight and six on the server? Whoever lives elsewhere is rung when it suits the server."""

    name: ClassVar[str] = "servers_hours"
    declares: ClassVar[tuple[Declared, ...]] = ()
    opens: int = 8
    closes: int = 18

    @hookimpl
    def permits(self, reason: Reason, at: dt.datetime) -> Window | None:
        day = _midnight(at)
        opens, closes = day + self.opens * HOUR, day + self.closes * HOUR
        window = Window(start=opens, end=closes, says="while the server is awake")
        later = Window(start=opens + DAY, end=closes + DAY, says="while the server is awake")
        return attrs.evolve(window if at < closes else later, yields=reason.named is Named.HOUR)


@attrs.frozen
class ServersWeek:
    """Did we talk this week? A week later there is a reason, from midnight in Greenwich on."""

    name: ClassVar[str] = "servers_week"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if history.last_talk is None:
            return None
        due = _midnight(history.last_talk.at) + 7 * DAY
        return Reason(name="a_week_on", due=due, about=f"{due:%Y-%m-%d}", says="a week ago we talked")


@attrs.frozen
class ServersYears:
    """Was there no word for two years? The file is closed, at midnight in Greenwich."""

    name: ClassVar[str] = "servers_years"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Iterator[Stop]:
        heard = [*(talk.at for talk in history.talks), *filter(None, [history.came_back])]
        if heard:
            yield Stop(grounds="no_word", since=_midnight(max(heard)) + 730 * DAY, says="two years without a word")


def _in_an_app() -> Altered:
    return Altered(house_with(ServersFridays)())


def _specimen(known_by: str, says: str, make: Any) -> Specimen:
    return Specimen(id=known_by, group="zone and calendar", says=says, make=make, breaks={"a-zone-is-only-a-shift"})


BY_OUR_CLOCK = (
    _specimen(
        "nine-days-apart",
        "We leave nine days between two tries, and in Lima it is eight: in Greenwich another day had begun.",
        house_with(NineDaysApart),
    ),
    _specimen(
        "servers-fridays",
        "Fridays are quiet, and in Sydney that is Friday from eleven until Saturday at eleven.",
        _in_an_app,
    ),
    _specimen(
        "servers-hours",
        "Nobody on the west coast is ever rung after ten in the morning.",
        house_with(ServersHours),
    ),
    _specimen(
        "servers-week",
        "A week after a talk we ring, and in Tokyo that is a day late.",
        house_with(ServersWeek),
    ),
    _specimen(
        "servers-years",
        "Two years to the day, and her file was closed on the afternoon before.",
        house_with(ServersYears),
    ),
)
"""Policies that hang on the clock of a server."""
