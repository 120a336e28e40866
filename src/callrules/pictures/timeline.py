"""A contact's story on one page: what has happened, in their own time, and what comes next; text or SVG."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

import attrs

from callrules.calendars import Calendar, possible_zones
from callrules.contact import Contact
from callrules.facts import CallAttempt, Commitment, Consent, Fact, Message, OptOut, Purchase
from callrules.history import History
from callrules.pictures.svg import AGAINST, AHEAD, OURS, THEIRS, Row, drawn
from callrules.step import Step
from callrules.vocabulary import Party
from callrules.words.fact_lines import on_the_clock, told
from callrules.words.for_all import redacted_for_all

TIMES = "\N{MULTIPLICATION SIGN}"
MARKS = {OURS: "→", THEIRS: "←", AHEAD: "…", AGAINST: "✗"}


@attrs.frozen
class Event:
    """One line of the story: when, what, and whose doing it was. Told `times` in a row, last at `last`."""

    at: dt.datetime
    says: str = attrs.field(repr=False)
    side: str
    times: int = 1
    last: dt.datetime | None = None


@attrs.frozen
class Timeline:
    """The story of one contact, oldest first, told on their own clock. `str` is text, `svg()` a picture.

    It shows no telephone number and no e-mail address.
    """

    title: str = attrs.field(repr=False)
    events: tuple[Event, ...]
    calendar: Calendar = attrs.field(factory=Calendar)

    def __str__(self) -> str:
        """One line per event; what comes next is marked."""
        rows = list(self._rows())
        width = max((len(row.when) for row in rows), default=0)
        return "\n".join([self.title, *(f"  {row.when:>{width}}  {MARKS[row.side]} {row.says}" for row in rows)])

    def svg(self) -> str:
        """The story as an SVG picture that needs nothing else to be looked at."""
        return drawn(self.title, list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        for event in self.events:
            yield Row(on_the_clock(event.at, self.calendar), self._says(event), event.side)

    def _says(self, event: Event) -> str:
        if event.times == 1 or event.last is None:
            return event.says
        until = on_the_clock(self.calendar.day(event.last), self.calendar)
        return f"{event.says} {TIMES}{event.times}, until {until}"


def timeline(
    contact: Contact, history: History, step: Step | None = None, against: Mapping[str, str] = MappingProxyType({})
) -> Timeline:
    """The story of a contact, with the next step at its end where one is given.

    `against` says of facts, by their key, why the rules would not have done that.
    """
    seen = history.seen_by(contact)
    lines = (_line(fact, contact, seen.calendar, against.get(fact.key)) for fact in seen.facts)
    ahead = [Event(step.at, _next(step, contact), AHEAD)] if step and step.at else []
    clock = seen.calendar.zone.key if possible_zones(contact) else "UTC, for their zone is unknown"
    title = f"{redacted_for_all(contact.called, contact)}, {clock}"
    return Timeline(title, (*_folded(lines), *ahead), seen.calendar)


def _line(fact: Fact, contact: Contact, calendar: Calendar, why_not: str | None) -> Event:
    says = told(fact, calendar)
    shown = says if isinstance(fact, Purchase) else redacted_for_all(says, contact)
    if why_not is None:
        return Event(fact.at, shown, _side(fact))
    return Event(fact.at, redacted_for_all(f"{shown}: {why_not}", contact), AGAINST)


def _folded(events: Iterable[Event]) -> Iterator[Event]:
    for _, same in groupby(events, key=lambda each: (each.says, each.side)):
        together = list(same)
        yield attrs.evolve(together[0], times=len(together), last=together[-1].at)


def _next(step: Step, contact: Contact) -> str:
    says = f" ({step.says})" if step.says else ""
    return redacted_for_all(f"next: {step.type.replace('_', ' ')}{says}", contact)


def _side(fact: Fact) -> str:
    theirs = isinstance(fact, (Purchase, OptOut, Consent))
    theirs |= isinstance(fact, (CallAttempt, Message)) and fact.is_inbound
    theirs |= isinstance(fact, Commitment) and fact.by is Party.THEM
    return THEIRS if theirs else OURS
