"""How the calls of a day are shared out: what was asked for first, then so much for each kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Generic, Protocol, TypeVar

import attrs

from callrules.desk.day_order import is_asked_for, is_cold
from callrules.desk.reps import Rep
from callrules.step import Call

PROSPECTS, CUSTOMERS = "prospects", "customers"
NEVER_BOUGHT = "prospect"


def kind_of(call: Call) -> str | None:
    """Which protected share a call belongs to; `None` where it needs none."""
    if not is_cold(call):
        return None
    return PROSPECTS if call.reason.name == NEVER_BOUGHT else CUSTOMERS


class HasACall(Protocol):
    """Anything that holds a call."""

    @property
    def call(self) -> Call:
        """The call."""


T = TypeVar("T", bound=HasACall)


@attrs.frozen(kw_only=True)
class Page(Generic[T]):
    """So many calls, and how many of them are kept for each kind while there are people of that kind."""

    size: int
    kept: Mapping[str, int] = attrs.field(factory=dict)

    def of(self, candidates: Sequence[T]) -> list[T]:
        """Those that are on it, of candidates in their order, in the same order."""
        asked_for = [each for each in candidates if is_asked_for(each.call)][: self.size]
        others = [each for each in candidates if not is_asked_for(each.call)]
        room = self.size - len(asked_for)
        chosen = {place for place, _ in self._kept_for(others, room)}
        free = [place for place in range(len(others)) if place not in chosen]
        chosen.update(free[: room - len(chosen)])
        return asked_for + [others[place] for place in sorted(chosen)]

    def _kept_for(self, others: Sequence[T], room: int) -> list[tuple[int, T]]:
        kept = []
        for kind, count in self.kept.items():
            of_a_kind = [(place, each) for place, each in enumerate(others) if kind_of(each.call) == kind]
            kept += of_a_kind[:count]
        return sorted(kept)[:room] if len(kept) > room else kept


def share_of(day: dt.date, size: int, share: float) -> int:
    """How many of that day's calls a share is: rounded so that over the days it is neither more nor less."""
    exact = Fraction(share).limit_denominator(1_000) * size
    return int(exact * (day.toordinal() + 1)) - int(exact * day.toordinal())


def page_of(rep: Rep, now: dt.datetime, size: int | None, made: Mapping[str | None, int]) -> Page[T]:
    """The page of that rep's day: what is left of their calls, one at the least, and of each share.

    `made` counts the calls of today by kind. A `size` that is given is the page, whatever was made.
    """
    day = rep.calendar.day(now)
    whole = rep.capacity if size is None else size
    done = {} if size is not None else made
    prospects, both = (share_of(day, whole, share) for share in (rep.prospects, rep.prospects + rep.customers))
    shares = {PROSPECTS: prospects, CUSTOMERS: max(0, both - prospects)}
    kept = {kind: max(0, share - done.get(kind, 0)) for kind, share in shares.items()}
    return Page(size=max(1, whole - sum(done.values())) if size is None else size, kept=kept)
