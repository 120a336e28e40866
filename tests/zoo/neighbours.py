"""Broken policies: what others did, or what somebody is called, decides."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

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
)
"""Broken policies that look at others, or at a name."""
