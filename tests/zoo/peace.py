"""Broken policies that give less peace than they were asked for, or are faster than the post."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.channels import written_channels
from callrules.contact import Contact
from callrules.declared import Besides, Declared
from callrules.facts import Kinds, Purchase, Snooze
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.playbook import Playbook
from callrules.rules import Refusals, Snoozes
from callrules.step import Because, Reason, Stop, Write
from callrules.vocabulary import Channel, Direction, Party
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class AMonthOfPeace:
    """Did they ask for peace? A month of it is enough for everybody, whatever they said."""

    name: ClassVar[str] = "a_month_of_peace"
    only_with: ClassVar[Kinds] = (Snooze,)
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="some peace for whoever asked for it"),)
    days: int = 30

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """Until they said, but thirty days at most."""
        asked = history.snooze
        if asked is None or reason.name in {"returned_call", "promise"}:
            return None
        until = min(history.calendar.starts(asked.until), asked.at + self.days * DAY)
        return outside([(asked.at, until)], at, "left in peace", yields=True) if until > asked.at else None


def _any_mail(history: History) -> dt.datetime | None:
    """When the last mail came in, whoever or whatever wrote it."""
    came_in = (each.at for each in history.messages if each.direction is Direction.INBOUND)
    return max(came_in, default=None)


@attrs.frozen
class PeaceUntilAnyMail(Snoozes):
    """Did they ask for peace? Until that day, or until any mail comes in."""

    @hookimpl
    def permits(self, history: History, reason: Reason) -> Window | None:
        mailed = _any_mail(history)
        is_over = history.snooze is not None and mailed is not None and mailed > history.snooze.at
        return None if is_over else super().permits(history, reason)


@attrs.frozen
class NoesUntilAnyMail(Refusals):
    """Have they said no? Any mail that comes in afterwards takes it back."""

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        stop, mailed = super().walk_away(contact, history), _any_mail(history)
        return None if stop and mailed and mailed > stop.since else stop


@attrs.frozen
class ThreeDaysOfPatience:
    """Did they say that they would ring? Three working days are waited, also where they named a later day."""

    name: ClassVar[str] = "three_days_of_patience"
    only_with: ClassVar[Kinds] = (Party.THEM,)
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="three working days for whoever wants to ring us"),)
    days: int = 3

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """From when they said it."""
        if reason.name in {"returned_call", "promise"}:
            return None
        calendar = history.calendar
        theirs = [each.at for each in history.commitments if each.by is Party.THEM]
        waits = [(said, calendar.starts(calendar.working_days_on(calendar.day(said), self.days))) for said in theirs]
        return outside(waits, at, "they want to ring us", yields=True)


@attrs.frozen
class CardForNewcomers:
    """Did they order for the first time? A card by hand, and a call on the working day after it is written."""

    name: ClassVar[str] = "card_for_newcomers"
    only_with: ClassVar[Kinds] = (Purchase,)
    declares: ClassVar[tuple[Declared, ...]] = ()
    weeks: int = 4

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        """Once, while the order is fresh."""
        if reason is not None or len(history.still_bought) != 1:
            return None
        can_write = Channel.HANDWRITTEN in written_channels(contact, history)
        bought = history.still_bought[0].at
        stale = at >= bought + self.weeks * 7 * DAY
        if stale or not can_write or not history.owes(bought) or history.wrote("welcome", bought):
            return None
        why = (Because(self.name, "welcome", "a first order: welcome them by hand"),)
        day = history.calendar.working_days_on(history.calendar.day(max(at, bought)), 1)
        return Write(since=bought, purpose="welcome", channel=Channel.HANDWRITTEN, promises=day, because=why)


def _house(without: str, kind: Callable[[], Any]) -> Callable[[], Playbook]:
    return lambda: Playbook().without(without).with_rules(kind())


def _specimen(known_by: str, says: str, make: Callable[[], Any], breaks: str) -> Specimen:
    return Specimen(id=known_by, group="endings", says=says, make=make, breaks={breaks})


PEACE = (
    _specimen(
        "a-month-of-peace",
        "She asked for peace until her shop is rebuilt in spring, and after a month we rang.",
        _house("snoozes", AMonthOfPeace),
        "leaves-in-peace-as-asked",
    ),
    _specimen(
        "peace-until-any-mail",
        "He asked for peace until autumn; in June his machine wrote that he was away, and we rang.",
        house_with(PeaceUntilAnyMail),
        "leaves-in-peace-as-asked",
    ),
    _specimen(
        "noes-until-any-mail",
        "She said no three times, thanked us for the leaflet, and was on the list again.",
        house_with(NoesUntilAnyMail),
        "takes-some-no",
    ),
    _specimen(
        "three-days-of-patience",
        "He said that he would ring on the tenth, and on the fourth we could not wait any longer.",
        _house("their_promises", ThreeDaysOfPatience),
        "waits-for-their-word",
    ),
    _specimen(
        "faster-than-the-card",
        "Our welcome card named Tuesday for a call, and the postman brought it on Thursday.",
        lambda: Playbook().with_rules(CardForNewcomers()),
        "letters-take-days",
    ),
)
"""Wrong about the peace that was asked for, or about the post."""
