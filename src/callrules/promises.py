"""What was promised, from all the facts that can promise: kept, open or broken is derived, never stored."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from callrules.calendars import NOON, PartOfDay
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Meeting, Message
from callrules.terms import Kind, Party

if TYPE_CHECKING:
    from callrules.history import History

EARLY = dt.timedelta(minutes=15)
"""So long before its moment a call keeps a promise already, but not on the day before (rulebook B1)."""
NOTES = frozenset({"after_hang_up", "after_brush_off"})
"""The purposes of a note that owns a bad moment and names the day of the next call (rulebook D3)."""


class Named(enum.Enum):
    """How exactly the person named a moment: an hour lasts one hour, a day that day on their calendar."""

    HOUR = "hour"
    DAY = "day"


@attrs.frozen(kw_only=True)
class Promise:
    """One promise of ours to call, and the fact that made it.

    `named` is `None` where we named the moment alone. `is_dated` is false where they asked for a call and left
    the moment to us. From `since` on a call or talk keeps it; `keeper` is the one that did.
    """

    fact: Fact
    due: dt.datetime
    since: dt.datetime
    named: Named | None
    keeper: CallAttempt | Meeting | None = None
    is_dated: bool = True

    @property
    def is_open(self) -> bool:
        """Whether it has not been kept yet, however late it is."""
        return self.keeper is None

    @property
    def rang_in_vain(self) -> bool:
        """Whether it was kept by a call that did not reach the person."""
        kept_by = self.keeper
        if not isinstance(kept_by, CallAttempt):
            return False
        return kept_by.disposition.is_unanswered or kept_by.disposition is Disposition.CONNECTED


def our_promises(history: History) -> tuple[Promise, ...]:
    """Our promises to call, in the order made, less those an opt-out ended or a later date replaced.

    A date of theirs replaces any, that of a note replaces what we had named alone.
    """
    silenced = history.opt_outs[-1].at if history.opt_outs else None
    made = [each for each in _all(history) if silenced is None or each.fact.at > silenced]
    return tuple(each for each in made if not any(_replaces(other, each) for other in made))


def _replaces(later: Promise, open_one: Promise) -> bool:
    by_a_note = isinstance(later.fact, Message) and later.fact.purpose in NOTES and open_one.named is None
    if not ((later.named and later.is_dated) or by_a_note) or later.fact.at <= open_one.fact.at:
        return False
    return open_one.keeper is None or open_one.keeper.at > later.fact.at


def _all(history: History) -> Iterator[Promise]:
    for fact in history.facts:
        for moment, named in _moments(fact):
            due = _due(history, fact, moment)
            yield _promise(history, fact, due, named, is_day=not isinstance(moment, dt.datetime))
        if _asks_without_a_time(history, fact):
            asked = _promise(history, fact, _next_working_day(history, fact.at), Named.DAY, is_day=True)
            yield attrs.evolve(asked, is_dated=False)


def _promise(history: History, fact: Fact, due: dt.datetime, named: Named | None, *, is_day: bool) -> Promise:
    calendar, since = history.calendar, due - EARLY
    if is_day:
        since = max(since, calendar.starts(calendar.day(due)))
    return Promise(fact=fact, due=due, since=since, named=named, keeper=history.kept(since, fact.at))


def _asks_without_a_time(history: History, fact: Fact) -> bool:
    if not isinstance(fact, CallAttempt) or fact.is_inbound or fact.callback_at:
        return False
    dated = any(each.at >= fact.at and each.by is Party.US and each.kind is Kind.CALL for each in history.commitments)
    return fact.disposition is Disposition.CALLBACK_REQUESTED and not dated


def _next_working_day(history: History, at: dt.datetime) -> dt.datetime:
    """The next working day, in another part of the day than the call in which they asked (rulebook F13)."""
    calendar = history.calendar
    day = calendar.working_days_on(calendar.day(at), 1)
    return calendar.wall(day, NOON) if calendar.part(at) is PartOfDay.MORNING else calendar.starts(day)


def _moments(fact: Fact) -> Iterator[tuple[dt.date, Named | None]]:
    if isinstance(fact, Commitment) and fact.by is Party.US and fact.kind is Kind.CALL and fact.due:
        yield fact.due, _exactly(fact.due) if fact.asked_by is Party.THEM else None
    if isinstance(fact, CallAttempt) and fact.callback_at:
        through_others = fact.disposition is Disposition.GATEKEEPER
        yield fact.callback_at, Named.DAY if through_others else _exactly(fact.callback_at)
    if isinstance(fact, CallAttempt) and fact.promises:
        yield fact.promises, _exactly(fact.promises) if fact.talked else None
    if isinstance(fact, Message) and not fact.is_inbound and fact.promises:
        yield fact.promises, None


def _exactly(moment: dt.date) -> Named:
    return Named.HOUR if isinstance(moment, dt.datetime) else Named.DAY


def _due(history: History, fact: Fact, moment: dt.date) -> dt.datetime:
    names_a_day = not isinstance(moment, dt.datetime)
    if names_a_day and isinstance(fact, Message) and fact.purpose in NOTES and _failed_in_the_morning(history, fact):
        return history.calendar.wall(moment, NOON)
    return history.calendar.starts(moment)


def _failed_in_the_morning(history: History, note: Message) -> bool:
    failed = [call for call in history.calls if call.at <= note.at and call.disposition.is_refusal]
    return bool(failed) and history.calendar.part(failed[-1].at) is PartOfDay.MORNING
