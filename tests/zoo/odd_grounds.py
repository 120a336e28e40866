"""Odd but decent: grounds of their own that leave every appointment alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact, Role
from callrules.declared import Declared
from callrules.dispositions import Disposition
from callrules.facts import Consent, Farewell
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.step import Stop
from zoo.altered import house_with
from zoo.specimens import Specimen

FOUNDED = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@attrs.frozen
class PausedUntilTheirs:
    """Did we once say goodbye? Then we pause until the very moment that they name."""

    name: ClassVar[str] = "paused_until_theirs"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Iterator[Stop]:
        """Since that goodbye; not a minute longer than they said."""
        said = [fact.at for fact in history.of(Farewell)]
        for promise in history.promises if said else ():
            if promise.is_open and promise.named and promise.due > max(said):
                yield Stop(grounds="a_pause", since=max(said), says="until then", revisit=promise.due)


@attrs.frozen
class TwoYearsAfterTheLastOrder:
    """Did they order or turn to us within two years? Else their account is closed; who has an appointment is rung."""

    name: ClassVar[str] = "account_is_closed"
    years: int = 2
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """Told ahead, with the day on which it begins."""
        if not history.bought_at:
            return None
        since_then = [each.at for each in history.of(Consent)] + [history.came_back or history.bought_at[-1]]
        closed = history.calendar.add(max([history.bought_at[-1], *since_then]), months=12 * self.years)
        return Stop(grounds="account_closed", since=closed, says=f"no order for {self.years} years")


@attrs.frozen
class GatekeepersAreLeftAlone:
    """Do they only open the door? We ring whom they guard, and them where they asked for it."""

    name: ClassVar[str] = "gatekeepers_are_left_alone"
    since: dt.datetime = FOUNDED
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, contact: Contact) -> Stop | None:
        """On the ground of who they are, since we began."""
        if contact.role is not Role.GATEKEEPER:
            return None
        return Stop(grounds="opens_the_door", since=self.since, says="we ring whom they guard")


@attrs.frozen
class SeldomMet:
    """Did four voicemails go unheard? Then we try again in a year; an appointment of theirs comes first."""

    name: ClassVar[str] = "seldom_met"
    most: int = 4
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """Since the last of four, until a year later; whoever comes back begins anew."""
        came, talks = history.came_back, [talk.at for talk in history.talks]
        since = max([*talks, *filter(None, [came])], default=None)
        unheard = [call.at for call in history.attempts if call.disposition is Disposition.VOICEMAIL_LEFT]
        row = [at for at in unheard if since is None or at > since]
        if len(row) < self.most:
            return None
        arose = row[self.most - 1]
        return Stop(grounds="seldom_met", since=arose, says="they hear no voicemail", revisit=arose + 365 * DAY)


def _lawful(known_by: str, says: str, kind: type) -> Specimen:
    return Specimen(id=known_by, group="herd", says=says, make=house_with(kind))


ODD_GROUNDS = (
    _lawful("paused-until-theirs", "After a goodbye we pause until the moment they name.", PausedUntilTheirs),
    _lawful("two-years-after-an-order", "Two years without an order close an account.", TwoYearsAfterTheLastOrder),
    _lawful("gatekeepers-left-alone", "Who only opens the door is not rung for our sake.", GatekeepersAreLeftAlone),
    _lawful("seldom-met", "Four voicemails, and we try again in a year.", SeldomMet),
)
"""Decent neighbours of files that are closed on an appointment."""
