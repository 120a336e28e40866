"""Lawful policies that give peace, wait, hold up and let go in ways of their own: neighbours of those that do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.channels import written_channels
from callrules.contact import Contact
from callrules.declared import POLITE, Besides, Declared, LeavesInPeace, WaitsForThem
from callrules.dispositions import Disposition
from callrules.facts import Kinds, Purchase, Snooze
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.rules import Snoozes, TheirPromises
from callrules.step import Because, Reason, SeekIntroduction, Stop, Write
from callrules.vocabulary import Channel
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class SnoozesByTheWeek:
    """Did they ask for peace? Then until the Monday on or after the day that they said; in the place of the house's."""

    name: ClassVar[str] = "snoozes"
    waits: ClassVar[str] = "asked to be left in peace"
    only_with: ClassVar[Kinds] = (Snooze,)
    declares: ClassVar[tuple[Declared, ...]] = (LeavesInPeace(), Besides(what="until the Monday after a snooze ends"))

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        asked = history.snooze
        if asked is None or Snoozes().permits(history, reason) is None:
            return None
        calendar = history.calendar
        day = calendar.day(calendar.starts(asked.until))
        yields = history.named_since(reason.about, asked.at)
        monday = calendar.starts(day + (1 - day.isoweekday()) % 7 * DAY)
        return Window(start=monday, says="the week after their peace", yields=yields)


@attrs.frozen
class WaitsLonger(TheirPromises):
    """Did they say that they would ring? A week more than they said, and no blame."""

    grace_days: int = 5

    @property
    def declares(self) -> tuple[Declared, ...]:
        return (WaitsForThem(grace_days=self.grace_days, dateless_days=self.dateless_days),)


@attrs.frozen
class WelcomeByPost:
    """Did they order for the first time? A letter welcomes them, and names the second working day after it."""

    name: ClassVar[str] = "welcome_by_post"
    only_with: ClassVar[Kinds] = (Purchase,)
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        if reason is not None or len(history.still_bought) != 1:
            return None
        can_write = Channel.HANDWRITTEN in written_channels(contact, history)
        bought = history.still_bought[0].at
        stale = at >= bought + 28 * DAY
        if stale or not can_write or not history.owes(bought) or history.wrote("welcome", bought):
            return None
        why = (Because(self.name, "welcome", "a first order: welcome them"),)
        day = history.calendar.working_days_on(history.calendar.day(max(at, bought)), 2)
        return Write(since=bought, purpose="welcome", channel=Channel.HANDWRITTEN, promises=day, because=why)


@attrs.frozen
class QuietAfterVoicemails:
    """Did we leave a voicemail? Then six days to answer it; who asks for a call is rung all the same."""

    name: ClassVar[str] = "quiet_after_voicemails"
    waits: ClassVar[str] = "has a voicemail of ours"
    only_with: ClassVar[Kinds] = (Disposition.VOICEMAIL_LEFT,)
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="six days after a voicemail", lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        left = [call.at for call in history.attempts if call.disposition is Disposition.VOICEMAIL_LEFT]
        return outside([(each, each + 6 * DAY) for each in left], at, "time to answer a voicemail", yields=True)


@attrs.frozen
class NewOnesAreLookedUp:
    """Did they turn to us for the first time? Accounting has three weeks for them, unless they asked for a call."""

    name: ClassVar[str] = "new_ones_are_looked_up"
    waits: ClassVar[str] = "looked up by accounting"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="three weeks for whoever is new", lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if history.bought_at or not history.facts or reason.is_first_return(history):
            return None
        first = history.facts[0].at
        return outside([(first, first + 21 * DAY)], at, "accounting is done with them", yields=True)


@attrs.frozen
class StrangersAtFirms:
    """Is this a firm that does not know us, and to which nobody introduced us? Then somebody is asked first."""

    name: ClassVar[str] = "strangers_at_firms"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> SeekIntroduction | None:
        knows_us = history.is_two_way or history.bought_at or history.introductions
        if reason is None or not contact.business or knows_us:
            return None
        return SeekIntroduction(because=(Because(self.name, "introduction", "nobody introduced us to this firm"),))


@attrs.frozen
class NothingCameOfIt:
    """Did a talk bring no order for fifteen months? Then the file is closed, until they come back in any way."""

    name: ClassVar[str] = "nothing_came_of_it"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def walk_away(self, history: History) -> Iterator[Stop]:
        signs = [*history.bought_at, *filter(None, (history.came_back, history.asked_for_a_call))]
        talked = history.last_talk
        if talked and max(signs, default=talked.at) <= talked.at and talked.at not in signs:
            since = history.calendar.add(talked.at, months=15)
            yield Stop(grounds="nothing_came_of_it", since=since, says="no order since we talked")


def _lawful(known_by: str, says: str, kind: type) -> Specimen:
    return Specimen(id=known_by, group="herd", says=says, make=house_with(kind))


ODD_PEACE = (
    _lawful("peace-until-monday", "Peace lasts until the Monday after the day they said.", SnoozesByTheWeek),
    _lawful("waits-a-week-longer", "Whoever wants to ring us has a week longer than they said.", WaitsLonger),
    _lawful("welcome-by-post", "A letter welcomes them and names the second working day.", WelcomeByPost),
    _lawful("quiet-after-voicemails", "Six days to answer a voicemail, if they want nothing.", QuietAfterVoicemails),
    _lawful("new-ones-are-looked-up", "Who is new is looked up first, but not if they wait.", NewOnesAreLookedUp),
    _lawful("strangers-at-firms", "At firms we ask for an introduction, unless they know us.", StrangersAtFirms),
    _lawful("nothing-came-of-it", "A talk without an order closes a file, and a word opens it.", NothingCameOfIt),
)
"""Decent, each in its own way."""
