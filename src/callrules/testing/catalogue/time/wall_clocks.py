"""The law of wall clocks: noon is noon, also on the days after clocks change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.contact import Contact
from callrules.deciding.answerer import Answerer
from callrules.errors import RuleFailed
from callrules.history import History
from callrules.testing.catalogue.shared.own_rules import scope_of
from callrules.testing.catalogue.shared.predicates import living_in, on_their_clock
from callrules.testing.lawbook import Broken, law, unless
from callrules.testing.lives import next_clock_change
from callrules.testing.oracle import DAY, zones
from callrules.testing.policies import own_answerers
from callrules.testing.situations import ORDINARY, Situation

HOURS, INSIDE = range(5, 24), range(6, 23)
A_WEEK = 7 * DAY
UNCHANGED = "Asia/Kathmandu"
"""A zone whose clocks never change, at an offset that is nobody else's."""


def _change(situation: Situation) -> dt.datetime | None:
    """When clocks change next where they are; `None` where they may be in several zones, or clocks never change."""
    where = zones(situation.contact, None)
    change = next_clock_change(situation.now, where[0]) if len(where) == 1 else situation.now
    return change if change > situation.now else None


@law(
    "closed-by-their-clock",
    says="What a guard closes at some hours, it closes at the same hours when clocks have just changed.",
    group="time",
    moment="clocks change where they are",
    reached=lambda situation: _change(situation) is not None,
    at_the_end=True,
    exempts=unless((lambda policy: own_answerers(policy, "permits"), "no guard but the house's")),
    remedy="ask `history.calendar.wall(day, time)` for each day, and never add 24 hours",
)
def closed_by_their_clock(situation: Situation) -> Iterator[Broken]:
    """Ask about somebody to whom nothing happened, on the day of the change and the next.

    The same weekdays a week before and a week later tell what it closes. Who closes the same instants for somebody
    elsewhere keeps to another clock.
    """
    change = _change(situation)
    if change is None:
        return
    first = situation.person.day(change)
    for guard in own_answerers(situation.policy, "permits"):
        for day in (first, first + DAY):
            if _is_an_hour_off(situation, guard, day):
                says = f"{guard.rule} closes other hours on {on_their_clock(situation, day)}, as clocks have changed"
                at = situation.person.wall(day)
                yield Broken(says=f"{says}, than a week before and a week later", at=at, history=History())


def _is_an_hour_off(situation: Situation, guard: Answerer, day: dt.date) -> bool:
    """Whether it closes what it closes on the same weekdays before and after, an hour sooner or later."""
    before, then, after = (_closed(situation, guard, each) for each in (day - A_WEEK, day, day + A_WEEK))
    if not before or before != after:
        return False
    is_off = any(_inside(before, by) == _inside(then) != _inside(before) for by in (-1, 1))
    return is_off and then not in {frozenset(), _closed(situation, guard, day, living_in(situation.contact, UNCHANGED))}


def _inside(hours: frozenset[int], by: int = 0) -> set[int]:
    return {hour + by for hour in hours if hour + by in INSIDE}


def _closed(situation: Situation, guard: Answerer, day: dt.date, who: Contact | None = None) -> frozenset[int]:
    """The full hours of that day of theirs at which the guard forbids an ordinary call; none where it raises."""
    number = next((each.number for each in situation.contact.phones), None)
    asked_about = attrs.evolve(situation, contact=who or situation.contact, history=History(), answers={})
    scope = scope_of(asked_about, History(), reason=ORDINARY, number=number)
    try:
        return frozenset(hour for hour in HOURS if not _permits(guard, scope, situation.person.wall(day, hour)))
    except RuleFailed:
        return frozenset()


def _permits(guard: Answerer, scope: dict[str, object], at: dt.datetime) -> bool:
    window = guard.window(scope, at)
    return window is None or window.permits(at)
