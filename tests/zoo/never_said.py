"""Broken policies: a rule of theirs can never say a word, for it looks for what nobody ever writes."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.declared import Declared
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Reason, Stop
from zoo.altered import house_with
from zoo.specimens import Specimen

BOSS: Any = "boss"
BRITAIN, PROMISED, BUSY = "UK", "promised", "engaged"


@attrs.frozen
class LeavesBossesAlone:
    """Are they the boss? Then it is not for us; a role is a `Role`, and none is called so."""

    name: ClassVar[str] = "leaves_bosses_alone"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        """Since we first spoke."""
        if contact.role != BOSS or not history.talks:
            return None
        return Stop(grounds="a_boss", since=history.talks[0].at, says="bosses are left alone")


@attrs.frozen
class TeaInBritain:
    """Are they in Britain? Then not at tea; the region of Britain is GB."""

    name: ClassVar[str] = "tea_in_britain"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window | None:
        """Before five."""
        if contact.region != BRITAIN:
            return None
        calendar = history.calendar
        day = calendar.day(at)
        day = day if at < calendar.wall(day, dt.time(17)) else day + DAY
        return Window(start=calendar.starts(day), end=calendar.wall(day, dt.time(17)), says="no calls at tea")


@attrs.frozen
class NoMondaysForPromises:
    """Is it a call that we promised? Then not on a Monday; the reason is called promise."""

    name: ClassVar[str] = "no_mondays_for_promises"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """From Tuesday on."""
        today = history.calendar.day(at)
        if reason.name != PROMISED or today.isoweekday() != 1:
            return None
        return Window(start=history.calendar.starts(today + DAY), says="nobody keeps his word on a Monday")


@attrs.frozen
class EngagedThrice:
    """Was the line engaged three times? Then they are out of our reach; we log that as busy."""

    name: ClassVar[str] = "engaged_thrice"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """From the third on."""
        met = [call for call in history.attempts if call.disposition.value == BUSY]
        return Stop(grounds="engaged", since=met[2].at, says="always engaged") if len(met) >= 3 else None


def _specimen(known_by: str, says: str, kind: type) -> Specimen:
    return Specimen(
        id=known_by, group="rules that never spoke", says=says, make=house_with(kind), breaks={"rules-speak"}
    )


NEVER_SAID = (
    _specimen("leaves-bosses-alone", "We had agreed to leave bosses alone, and ring every one.", LeavesBossesAlone),
    _specimen("tea-in-britain", "Nobody in Britain is to be rung at tea, and we ring at five.", TeaInBritain),
    _specimen(
        "no-mondays-for-promises",
        "Promises were not to be kept on Mondays, and on Monday morning the first three were.",
        NoMondaysForPromises,
    ),
    _specimen("engaged-thrice", "Her line was engaged for the ninth time, and three were to be enough.", EngagedThrice),
)
"""Rules that nobody ever heard."""
