"""Broken policies: what others did, or what somebody is called, decides."""

from __future__ import annotations

import datetime as dt
import zlib
from typing import ClassVar

import attrs

from callrules.calendars import DAY, PartOfDay
from callrules.contact import Contact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from callrules.testing.zoo.altered import Altered, house_with
from callrules.testing.zoo.specimens import Specimen

HOUR = dt.timedelta(hours=1)


@attrs.define(eq=False)
class NotTwoAlike:
    """Was the last one asked about of the same kind? Then only in even hours."""

    name: ClassVar[str] = "not_two_alike"
    before: list[Contact] = attrs.field(factory=list)

    @hookimpl
    def permits(self, contact: Contact, at: dt.datetime) -> Window | None:
        other = [each for each in self.before[-2:] if each.id != contact.id]
        if not self.before or self.before[-1].id != contact.id:
            self.before.append(contact)
        hour = at.replace(minute=0, second=0, microsecond=0)
        if not other or other[-1].business != contact.business or hour.hour % 2 == 0:
            return None
        return Window(start=hour + HOUR, says="no two of a kind one after the other")


@attrs.frozen
class EverybodysFacts(Altered):
    """Does not look whose a fact is."""

    def told(self, contact: Contact, history: History, now: dt.datetime, /) -> tuple[Contact, History, dt.datetime]:
        return contact, History(tuple(attrs.evolve(fact, contact=None) for fact in history.entries)), now


@attrs.frozen
class TooManyCallsToday:
    """Rests where there were many calls of late, whoever they went to."""

    name: ClassVar[str] = "too_many_calls"
    most: int = 2

    @hookimpl
    def permits(self, history: History) -> Window | None:
        tries = [fact.at for fact in history.entries if getattr(fact, "disposition", None)]
        others = [fact for fact in history.neighbours if getattr(fact, "disposition", None)]
        return Window(start=max(tries) + DAY, says="busy days") if len(others) >= self.most else None


@attrs.frozen
class HalfTheBook:
    """Divides the book by the letters of an id: these in even hours, those in odd ones."""

    name: ClassVar[str] = "half_the_book"

    @hookimpl
    def permits(self, contact: Contact, at: dt.datetime) -> Window:
        hour = at.replace(minute=0, second=0, microsecond=0)
        start = hour if hour.hour % 2 == zlib.crc32(contact.id.encode()) % 2 else hour + HOUR
        return Window(start=start, end=start + HOUR, says="the other half of the book is rung at this hour")


@attrs.frozen
class ByTheAlphabet:
    """Who comes before N in the alphabet is rung in the morning, the others after noon."""

    name: ClassVar[str] = "by_the_alphabet"

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window:
        calendar, day = history.calendar, history.calendar.day(at)
        part = PartOfDay.MORNING if contact.called.upper() < "N" else PartOfDay.AFTERNOON
        halves = calendar.stretches(part, calendar.starts(day), calendar.starts(day + 2 * DAY))
        start, end = next(each for each in halves if each[1] > at)
        return Window(start=start, end=end, says="one half of the alphabet at a time")


NEIGHBOURS = (
    Specimen(
        id="no-two-alike",
        group="purity and neighbours",
        says="Who stands before her in the file decides at which hour she is rung.",
        make=house_with(NotTwoAlike),
        breaks={"asking-is-free", "book-order"},
    ),
    Specimen(
        id="everybodys-facts",
        group="purity and neighbours",
        says="Her colleague hung up, and she is the one who gets the note.",
        make=EverybodysFacts,
        breaks={"strangers-do-not-leak"},
    ),
    Specimen(
        id="too-many-calls-to-others",
        group="purity and neighbours",
        says="We rang the Smiths twice, so the Millers have to wait.",
        make=house_with(TooManyCallsToday),
        breaks={"strangers-do-not-leak"},
    ),
    Specimen(
        id="half-the-book",
        group="purity and neighbours",
        says="His number in the book is odd, and so are the hours at which we ring him.",
        make=house_with(HalfTheBook),
        breaks={"name-changes-nothing"},
    ),
    Specimen(
        id="by-the-alphabet",
        group="purity and neighbours",
        says="She married, and since then we ring her in the afternoon.",
        make=house_with(ByTheAlphabet),
        breaks={"name-changes-nothing"},
    ),
)
"""Broken policies that look at others, or at a name."""
