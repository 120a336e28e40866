"""Broken policies whose guards say in words what they forbid, and hold up what was asked for by that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.declared import Besides, Declared, WithNeighbours
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Meeting
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.step import Call, Step, Stop
from zoo.altered import house_with
from zoo.specimens import Specimen

SAME_DAY = (Disposition.NO_ANSWER, Disposition.BUSY)


@attrs.frozen
class SameWeekday:
    """Did we miss them? Then the same weekday a week later, when they may be in."""

    name: ClassVar[str] = "same_weekday"
    waits: ClassVar[str] = "missed this week"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="a week until the same weekday where we missed them"),)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """From the end of the day on which we rang; for whatever reason."""
        calendar = history.calendar
        missed = [calendar.day(call.at) for call in history.attempts if call.disposition in SAME_DAY]
        rests = [(calendar.starts(day + DAY), calendar.starts(day + 7 * DAY)) for day in missed]
        return outside(rests, at, "the same weekday as last time")


@attrs.frozen
class FrontDeskForgets:
    """Did the front desk answer? Then ten days, until they no longer know our voice."""

    name: ClassVar[str] = "front_desk_forgets"
    waits: ClassVar[str] = "the front desk knows our voice"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="ten days after a front desk answered"),)
    days: int = 10

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """Whoever wants what of us meanwhile."""
        answered = [call.at for call in history.attempts if call.disposition is Disposition.GATEKEEPER]
        return outside([(each, each + self.days * DAY) for each in answered], at, "the front desk knows our voice")


@attrs.frozen
class TruceOfTheHouse:
    """Did anybody else at that telephone want no call? Then it does not ring for four weeks, for nobody there."""

    name: ClassVar[str] = "truce_of_the_house"
    waits: ClassVar[str] = "somebody there wanted no call"
    declares: ClassVar[tuple[Declared, ...]] = (WithNeighbours(), Besides(what="four weeks after a no in their house"))

    @hookimpl
    def permits(self, history: History, number: str | None, at: dt.datetime) -> Window | None:
        """Whoever of them asked us to ring meanwhile."""
        calls = (each for each in history.neighbours if isinstance(each, CallAttempt) and each.is_refusal)
        noes = [(each.at, each.at + 28 * DAY) for each in calls if each.number in {None, number}]
        return outside(noes, at, "somebody there wanted no call")


@attrs.frozen
class CreditFirst:
    """Did they turn to us for the first time? Then accounting takes a month to look them up."""

    name: ClassVar[str] = "credit_first"
    waits: ClassVar[str] = "looked up by accounting"
    declares: ClassVar[tuple[Declared, ...]] = (Besides(what="a month in which accounting looks up who is new"),)
    days: int = 30

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        """From the first word on; whoever bought was looked up."""
        if history.bought_at or not history.facts:
            return None
        first = history.facts[0].at
        return outside([(first, first + self.days * DAY)], at, "accounting is done with them")


@attrs.frozen
class SteadyBuyers:
    """How many orders a month do they place? A day of head start for each."""

    name: ClassVar[str] = "steady_buyers"
    declares: ClassVar[tuple[Declared, ...]] = ()
    most: float = 20.0

    @hookimpl
    def priority(self, history: History, step: Step) -> float | None:
        """Orders a month, from the first to the last."""
        days = history.bought_at
        if not isinstance(step, Call) or len(days) < 1:
            return None
        return min(self.most, 30 * len(days) / (days[-1] - days[0]).days)


@attrs.frozen
class TalkedOutOfIt:
    """Did a talk or a meeting bring no order for fifteen months? Then the file is closed."""

    name: ClassVar[str] = "talked_out_of_it"
    declares: ClassVar[tuple[Declared, ...]] = ()
    months: int = 15

    @hookimpl
    def walk_away(self, history: History) -> Iterator[Stop]:
        """From the last talk on; an order or a call of theirs reopens it, and a yes on a form does not."""
        signs = [*history.bought_at, *(call.at for call in history.inbound)]
        talks = [each.at for each in history.talks if isinstance(each, (CallAttempt, Meeting))]
        if talks and max(signs, default=talks[-1]) <= talks[-1]:
            since = history.calendar.add(talks[-1], months=self.months)
            yield Stop(grounds="talked_out", since=since, says=f"no order {self.months} months after a talk")


def _specimen(known_by: str, group: str, says: str, kind: type, breaks: str) -> Specimen:
    return Specimen(id=known_by, group=group, says=says, make=house_with(kind), breaks={breaks})


HELD_UP = (
    _specimen(
        "same-weekday",
        "promises",
        "We missed her on Monday, she rang us on Tuesday, and we rang back on the Monday after.",
        SameWeekday,
        "what-they-ask-is-not-held-up",
    ),
    _specimen(
        "front-desk-forgets",
        "promises",
        "He asked for Thursday at eleven, but on Monday his front desk had heard us, so nobody rang.",
        FrontDeskForgets,
        "what-they-ask-is-not-held-up",
    ),
    _specimen(
        "truce-of-the-house",
        "promises",
        "The daughter had asked for Tuesday at ten, and her father was short with us on Monday: we let it pass.",
        TruceOfTheHouse,
        "what-they-ask-is-not-held-up",
    ),
    _specimen(
        "credit-first",
        "promises",
        "A new shop asked for a call on Friday, and accounting needed a month to look it up.",
        CreditFirst,
        "keeps-some-promises",
    ),
    _specimen(
        "one-order-one-error",
        "purity",
        "Since a customer of a single order fell due, the list of the day cannot be made.",
        SteadyBuyers,
        "total",
    ),
    _specimen(
        "talked-out-of-it",
        "endings",
        "She ticked that we may ring her again, and next day we let her go for what was before.",
        TalkedOutOfIt,
        "no-older-ground",
    ),
)
"""Wrong about what they ask of us: an hour, a call, a turn, or to be called again."""
