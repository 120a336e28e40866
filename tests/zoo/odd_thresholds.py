"""Lawful policies with thresholds, sequences and ways of writing of their own: decent neighbours of broken ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar

import attrs

from callrules.calendars import DAY
from callrules.channels import written_channels
from callrules.contact import Contact
from callrules.declared import Besides, Declared
from callrules.facts import Fact, Introduction, KeyDate, Meeting, Purchase, Reflection
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.step import Reason, Step, WalkAway, Write
from callrules.vocabulary import COLD
from zoo.altered import Altered, house_with
from zoo.specimens import Specimen

RESTED: tuple[Declared, ...] = (Besides(what="some days of peace after what happened"),)


def _rest(history: History, since: Iterable[Fact], days: int, at: dt.datetime, says: str) -> Window | None:
    """Full days of rest after each of these facts; they give way to what the person named."""
    calendar = history.calendar
    rests = [(fact.at, calendar.starts(calendar.day(fact.at) + (days + 1) * DAY)) for fact in since]
    return outside(rests, at, says, yields=True)


def is_theirs(reason: Reason) -> bool:
    """Whether the call was asked for: no rest of ours holds that up."""
    return reason.name in {"returned_call", "promise"}


@attrs.frozen
class BigSpendersInPeace:
    """Did they spend more than this with us? Then ten days of peace after each order."""

    name: ClassVar[str] = "big_spenders_in_peace"
    declares: ClassVar[tuple[Declared, ...]] = RESTED
    spent: Decimal = Decimal(5000)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        paid = sum((each.amount or Decimal() for each in history.purchases), Decimal())
        if paid <= self.spent or is_theirs(reason):
            return None
        return _rest(history, history.purchases, 10, at, "who buys much is left in peace after an order")


@attrs.frozen
class RegularsInPeace:
    """Did they order a dozen times? Then two weeks after each order."""

    name: ClassVar[str] = "regulars_in_peace"
    declares: ClassVar[tuple[Declared, ...]] = RESTED
    often: int = 12

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if len(history.purchases) < self.often or is_theirs(reason):
            return None
        return _rest(history, history.purchases, 14, at, "who orders every month need not be asked")


@attrs.frozen
class LateInLisbon:
    """Do they live where the day begins late? Then not before ten."""

    name: ClassVar[str] = "late_in_lisbon"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="not before ten in Portugal and Spain"),)
    regions: frozenset[str] = frozenset({"ES", "PT"})

    @hookimpl
    def permits(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if contact.region not in self.regions or is_theirs(reason):
            return None
        calendar = history.calendar
        day = calendar.day(at)
        return Window(start=calendar.wall(day, dt.time(10)), end=calendar.starts(day + DAY), says="late risers there")


@attrs.frozen
class ZoesOwn:
    """Are they Zoe's? She is in on weekdays after nine days of a month, and so says the file."""

    name: ClassVar[str] = "zoes_own"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="Zoe's customers from the tenth of a month on"),)
    owner: str = "zoe"

    @hookimpl
    def permits(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if contact.owner != self.owner or is_theirs(reason):
            return None
        calendar = history.calendar
        day = calendar.day(at)
        first = day if day.day >= 10 else day.replace(day=10)
        after = (first.replace(day=28) + 4 * DAY).replace(day=1)
        return Window(start=calendar.starts(first), end=calendar.starts(after), says="Zoe is in from the tenth on")


def peace_after(known_by: str, kind: type[Fact], days: int) -> type:
    """Make a guard that leaves people in peace for some days after each fact of that kind."""

    @attrs.frozen
    class PeaceAfter:
        name: ClassVar[str] = known_by
        declares: ClassVar[tuple[Declared, ...]] = RESTED

        @hookimpl
        def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
            if is_theirs(reason):
                return None
            return _rest(history, history.of(kind), days, at, "some days of peace after that")

    return PeaceAfter


@attrs.frozen
class BrochureWhereWanted:
    """Did we meet? The brochure goes where they want to be written to, before a call that names no day."""

    name: ClassVar[str] = "brochure_where_wanted"
    declares: ClassVar[tuple[Declared, ...]] = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Write | None:
        had = any(each.purpose == "brochure" for each in history.messages)
        ways = written_channels(contact, history)
        if reason is None or reason.name not in COLD or not history.of(Meeting) or had or not ways:
            return None
        return Write(purpose="brochure", channel=ways[-1])


@attrs.frozen
class ByTheirLastWay(Altered):
    """What is written goes by the least of the ways that are open to us."""

    purposes: tuple[str, ...] = ("thanks",)

    def told_by(self, contact: Contact, history: History, step: Step) -> Step:
        """The step, by another way."""
        ways = written_channels(contact, history)
        if isinstance(step, Write) and step.purpose in self.purposes and ways:
            return attrs.evolve(step, channel=ways[-1])
        return step

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """The playbook's next step, by another way."""
        return self.told_by(contact, history.seen_by(contact), super().next_step(contact, history, now))


@attrs.frozen
class GoodbyeByTheirLastWay(ByTheirLastWay):
    """A goodbye by the least of the ways that are open to us."""

    def told_by(self, contact: Contact, history: History, step: Step) -> Step:
        """The goodbye, by another way."""
        ways = written_channels(contact, history)
        if isinstance(step, WalkAway) and step.channel and ways:
            return attrs.evolve(step, channel=ways[-1])
        return step


MISSED = ("missed_meeting",)


def _lawful(known_by: str, says: str, make: Callable[[], Any]) -> Specimen:
    return Specimen(id=known_by, group="herd", says=says, make=make)


def _peace(known_by: str, kind: type[Fact], days: int) -> Callable[[], Any]:
    return house_with(peace_after(known_by, kind, days))


ODD_THRESHOLDS = (
    _lawful(
        "big-spenders-in-peace",
        "Who spent over 5,000 is left alone after an order.",
        house_with(BigSpendersInPeace),
    ),
    _lawful("regulars-in-peace", "Who ordered a dozen times is not asked for more.", house_with(RegularsInPeace)),
    _lawful("late-in-lisbon", "In Portugal and Spain we begin at ten.", house_with(LateInLisbon)),
    _lawful("zoes-own", "Zoe is in from the tenth on, and her customers are hers.", house_with(ZoesOwn)),
    _lawful("peace-after-an-order", "After an order there is a week of peace.", _peace("order_peace", Purchase, 7)),
    _lawful("time-to-be-introduced", "After an introduction two days go by.", _peace("introduced", Introduction, 2)),
    _lawful("a-date-is-noted", "On the day on which we note a date nobody rings.", _peace("date_noted", KeyDate, 0)),
    _lawful("thought-over", "After we thought it over we sleep on it.", _peace("thought_over", Reflection, 1)),
    _lawful("brochure-where-wanted", "The brochure goes where they want it.", house_with(BrochureWhereWanted)),
    _lawful("thanks-by-another-way", "We thank by the way that nobody else uses.", ByTheirLastWay),
    _lawful("goodbye-by-another-way", "Our goodbyes go by fax where that is welcome.", GoodbyeByTheirLastWay),
    _lawful(
        "sorry-by-another-way",
        "That we missed them they read elsewhere.",
        partial(ByTheirLastWay, purposes=MISSED),
    ),
)
"""Lawful neighbours of policies that a threshold, a sequence or a way of writing leads astray."""
