"""Odd reasons and errands that are lawful all the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.channels import best_channel
from callrules.contact import Contact
from callrules.facts import Message, Research
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.step import Because, Errand, Prepare, Reason, SeekIntroduction, Write


@attrs.frozen
class ContractEnds:
    """Does a contract of theirs end soon? It runs a year from a purchase that they kept."""

    name: ClassVar[str] = "contract_ends"

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        """From a month before each end until then."""
        for bought in history.still_bought:
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
    """Do they know us, or did anybody introduce us? No call before, but for what was promised."""

    name: ClassVar[str] = "always_introduced"

    @hookimpl
    def before(self, history: History, reason: Reason | None, at: dt.datetime) -> SeekIntroduction | None:
        """Ask somebody."""
        if reason is None or history.introductions or history.is_two_way or history.bought_at:
            return None
        return SeekIntroduction(at=at, since=reason.due, path=())
