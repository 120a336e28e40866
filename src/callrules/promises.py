"""What was promised, from all the facts that can promise: kept, open or broken is derived, never stored."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator

import attrs

from callrules.calendars import NOON, PartOfDay
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Meeting, Message
from callrules.record import Record
from callrules.vocabulary import PURPOSES, Kind, Party

EARLY = dt.timedelta(minutes=15)
"""So long before its moment a call keeps a promise already, but not on the day before (rulebook B1)."""
LATER_TODAY = dt.timedelta(hours=2)
"""So much later is a call that they want "later today", said today (rulebook G24)."""
NOTES = frozenset(each.name for each in PURPOSES.values() if each.owns_a_bad_moment)
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
        return isinstance(self.keeper, CallAttempt) and self.keeper.is_unanswered

    def is_open_at(self, at: dt.datetime) -> bool:
        """Whether nothing had kept it by then."""
        return self.keeper is None or self.keeper.at > at

    @property
    def is_of_the_desk(self) -> bool:
        """Whether somebody else who answered named the moment."""
        return isinstance(self.fact, CallAttempt) and self.fact.disposition is Disposition.GATEKEEPER

    @property
    def is_their_word(self) -> bool:
        """Whether the person named the moment themselves."""
        return self.named is not None and not self.is_of_the_desk


def our_promises(record: Record) -> tuple[Promise, ...]:
    """Our promises to call, in the order made, less those that nobody waits for any more.

    An opt-out ends all made before it. A date of theirs replaces any, that of a note replaces what we had named
    alone, and what a gatekeeper names replaces no hour of theirs (rulebook G34). What was called off, or what they
    had asked for before they said no, is none any more (rulebook G17); what that had replaced stays replaced.
    """
    silenced = record.opt_outs[-1].at if record.opt_outs else None
    noes = [fact.at for fact in record.facts if fact.is_a_no]
    made = [each for each in _all(record) if silenced is None or each.fact.at > silenced]
    stand = [each for each in made if not any(_replaces(other, each) for other in made)]
    return tuple(each for each in stand if not record.is_called_off(each.fact) and not _refused(each, noes))


def owed_besides_calls(record: Record) -> tuple[tuple[Commitment, dt.datetime], ...]:
    """Give what we promised to send, to meet for or to do, and have not, each with the end of its day.

    A message of ours keeps what was to be sent, a meeting what we were to meet for, a talk or a message the rest.
    """
    ours = [each for each in record.commitments if each.by is Party.US and each.kind is not Kind.CALL and each.due]
    still = [each for each in ours if is_awaited(record, each) and not _is_done(record, each)]
    return tuple((each, record.calendar.ends(record.calendar.starts(each.due))) for each in still if each.due)


def is_awaited(record: Record, made: Commitment) -> bool:
    """Whether it was neither called off nor followed by a no of theirs, who had asked for it (rulebook G17)."""
    refused = made.asked_by is Party.THEM and any(fact.is_a_no and fact.at > made.at for fact in record.facts)
    return not refused and not record.is_called_off(made)


def _is_done(record: Record, made: Commitment) -> bool:
    sent = [each.at for each in record.written] if made.kind is not Kind.MEET else []
    met = [each.at for each in record.facts if isinstance(each, Meeting)] if made.kind is Kind.MEET else []
    talked = [each.at for each in record.talks] if made.kind is Kind.OTHER else []
    return any(at > made.at for at in (*sent, *met, *talked))


def _refused(asked_for: Promise, noes: list[dt.datetime]) -> bool:
    return asked_for.named is not None and any(asked_for.is_open_at(no) for no in noes if no > asked_for.fact.at)


def _replaces(later: Promise, open_one: Promise) -> bool:
    by_a_note = isinstance(later.fact, Message) and later.fact.purpose in NOTES and open_one.named is None
    theirs = later.named and later.is_dated and not (later.is_of_the_desk and open_one.is_their_word)
    if not (theirs or by_a_note) or later.fact.at <= open_one.fact.at:
        return False
    return open_one.is_open_at(later.fact.at)


def _all(record: Record) -> Iterator[Promise]:
    for fact in record.facts:
        for moment, named in _moments(record, fact):
            due = due_of(record, fact, moment, named)
            yield _promise(record, fact, due, named, is_day=not isinstance(moment, dt.datetime))
        if _asks_without_a_time(record, fact):
            asked = _promise(record, fact, _next_working_day(record, fact.at), Named.DAY, is_day=True)
            yield attrs.evolve(asked, is_dated=False)


def _promise(record: Record, fact: Fact, due: dt.datetime, named: Named | None, *, is_day: bool) -> Promise:
    calendar, since = record.calendar, due - EARLY
    if is_day:
        since = max(since, calendar.starts(calendar.day(due)))
    return Promise(fact=fact, due=due, since=since, named=named, keeper=record.kept(since, fact.at))


def _asks_without_a_time(record: Record, fact: Fact) -> bool:
    if not isinstance(fact, CallAttempt) or fact.is_inbound or fact.callback_at:
        return False
    dated = any(each.at >= fact.at and each.by is Party.US and each.kind is Kind.CALL for each in record.commitments)
    return fact.disposition is Disposition.CALLBACK_REQUESTED and not dated


def _next_working_day(record: Record, at: dt.datetime) -> dt.datetime:
    """The next working day, in another part of the day than the call in which they asked (rulebook F13)."""
    calendar = record.calendar
    day = calendar.working_days_on(calendar.day(at), 1)
    return calendar.wall(day, NOON) if calendar.part(at) is PartOfDay.MORNING else calendar.starts(day)


def _moments(record: Record, fact: Fact) -> Iterator[tuple[dt.date, Named | None]]:
    if isinstance(fact, Commitment) and fact.by is Party.US and fact.kind is Kind.CALL and fact.due:
        yield fact.due, _exactly(fact.due) if fact.asked_by is Party.THEM else None
    if isinstance(fact, CallAttempt) and fact.callback_at:
        through_others = fact.disposition is Disposition.GATEKEEPER
        yield fact.callback_at, Named.DAY if through_others else _exactly(fact.callback_at)
    if isinstance(fact, CallAttempt) and fact.promises:
        yield fact.promises, _exactly(fact.promises) if fact.talked else None
    if isinstance(fact, Message) and fact.promises and fact.comes_back:
        yield fact.promises, _exactly(fact.promises)
    if isinstance(fact, Message) and fact.promises and not fact.is_inbound and fact in record.written:
        yield fact.promises, None


def _exactly(moment: dt.date) -> Named:
    return Named.HOUR if isinstance(moment, dt.datetime) else Named.DAY


def due_of(record: Record, fact: Fact, moment: dt.date, named: Named | None) -> dt.datetime:
    """Give the instant at which a moment falls due that a fact names.

    A note's day begins at noon after a call that failed in the morning (rulebook D4). "Later today", said by them,
    is two hours later, or when the next part of the day begins, whichever is later (rulebook G24).
    """
    calendar = record.calendar
    if isinstance(moment, dt.datetime):
        return calendar.starts(moment)
    if isinstance(fact, Message) and fact.purpose in NOTES and _failed_in_the_morning(record, fact):
        return calendar.wall(moment, NOON)
    if named and moment == calendar.day(fact.at):
        return max(fact.at + LATER_TODAY, calendar.next_part(fact.at))
    return calendar.starts(moment)


def _failed_in_the_morning(record: Record, note: Message) -> bool:
    failed = [call for call in record.calls if call.at <= note.at and call.is_refusal]
    return bool(failed) and record.calendar.part(failed[-1].at) is PartOfDay.MORNING
