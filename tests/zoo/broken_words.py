"""Ways not to keep a promise: histories that misread when one is due, what keeps it, and which one counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from callrules.calendars import MIDNIGHT, Calendar
from callrules.facts import Fact
from callrules.history import History
from callrules.promises import Named, Promise, our_promises

HOUR = dt.timedelta(hours=1)
MOMENTS = ("due", "callback_at", "promises")


def _is_a_day(history: History, promise: Promise) -> bool:
    return history.calendar.local(promise.due).time() == MIDNIGHT


def _due(history: History, promise: Promise, due: dt.datetime) -> Promise:
    since = promise.since + (due - promise.due)
    return attrs.evolve(promise, due=due, since=since, keeper=history.kept(since, promise.fact.at))


def _one_by_one(history: History) -> Iterator[Promise]:
    """Every promise since the last no, as if no later one replaced it."""
    silenced = history.opt_outs[-1].at if history.opt_outs else None
    for fact in history.facts:
        for promise in our_promises(History((fact,), contact=history.contact)):
            if silenced is None or fact.at > silenced:
                yield _due(history, promise, promise.due)


class FirstWordCounts(History):
    """What was promised first is kept first; a later date does not replace it."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        made = list(_one_by_one(self))
        still_open = [promise for promise in made if promise.is_open][1:]
        return tuple(promise for promise in made if promise not in still_open)


class LastTypedCounts(History):
    """Of several open promises the one typed in last counts."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        made = list(_one_by_one(self))
        typed_last = max(
            (each for each in made if each.is_open), key=lambda each: each.fact.recorded or each.fact.at, default=None
        )
        return tuple(each for each in made if not each.is_open or each is typed_last)


class ADayLate(History):
    """A promised day is over before it is due."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(
            _due(self, each, self.calendar.ends(each.due)) if _is_a_day(self, each) else each
            for each in our_promises(self)
        )


class DaysOfGreenwich(History):
    """A promised day begins when it begins in Greenwich."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(
            _due(self, each, Calendar().starts(self.calendar.day(each.due))) if _is_a_day(self, each) else each
            for each in our_promises(self)
        )


class TenMinutesEarly(History):
    """A promised hour begins ten minutes early, to be on the safe side."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(
            each if _is_a_day(self, each) else _due(self, each, each.due - dt.timedelta(minutes=10))
            for each in our_promises(self)
        )


class TheirClockWhateverTheySaid(History):
    """A wall time in another zone is read on the person's own clock."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return our_promises(History(map(self._rezoned, self.entries), contact=self.contact))

    def _rezoned(self, fact: Fact) -> Fact:
        named = {name: getattr(fact, name, None) for name in MOMENTS}
        walls = {name: at for name, at in named.items() if isinstance(at, dt.datetime) and at.tzinfo is not dt.UTC}
        here: dict[str, Any] = {name: at.replace(tzinfo=self.calendar.zone) for name, at in walls.items()}
        return attrs.evolve(fact, **here)


class OurWordIsTheirs(History):
    """A moment that we named alone is taken for one they asked for."""

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(
            attrs.evolve(each, named=each.named or (Named.DAY if _is_a_day(self, each) else Named.HOUR))
            for each in our_promises(self)
        )
