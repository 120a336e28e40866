"""What was promised, from all the facts that can promise: kept, open or broken is derived, never stored."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import attrs

from callrules.calendars import NOON, PartOfDay
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Meeting, Message
from callrules.record import Record
from callrules.vocabulary import PURPOSES, Kind, Party, Word

EARLY = dt.timedelta(minutes=15)
"""So long before its moment a call keeps a promise already, but not on the day before (rulebook B1)."""
LATER_TODAY = dt.timedelta(hours=2)
"""So much later is a call that they want "later today", said today (rulebook G24)."""
NOTES = frozenset(each.name for each in PURPOSES.values() if each.owns_a_bad_moment)
"""The purposes of a note that owns a bad moment and names the day of the next call (rulebook D3)."""


class Named(Word):
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
    def is_their_day(self) -> bool:
        """Whether the person named the day themselves: no desk did, nor was it left to us."""
        return self.is_their_word and self.is_dated

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
    made = [each for each in _all(record) if silenced is None or each.fact.at > silenced]
    if not made:
        return ()
    later = LaterWords.among(made)
    stand = [each for each in made if not later.replace(each)]
    return tuple(each for each in stand if not record.is_called_off(each.fact) and not _refused(each, record.noes))


def owed_besides_calls(record: Record) -> tuple[tuple[Commitment, dt.datetime], ...]:
    """Give what we promised to send, to meet for or to do, and have not, each with the end of its day.

    A message of ours keeps what was to be sent, a meeting what we were to meet for, a talk or a message the rest.
    """
    ours = [each for each in record.commitments if each.by is Party.US and each.kind is not Kind.CALL and each.due]
    still = [each for each in ours if is_awaited(record, each) and not _is_done(record, each)]
    return tuple((each, record.calendar.ends(record.calendar.starts(each.due))) for each in still if each.due)


def is_awaited(record: Record, made: Commitment) -> bool:
    """Whether it was neither called off nor followed by a no of theirs, who had asked for it (rulebook G17)."""
    refused = made.asked_by is Party.THEM and bool(record.noes) and record.noes[-1] > made.at
    return not refused and not record.is_called_off(made)


def _is_done(record: Record, made: Commitment) -> bool:
    last: list[Fact] = [*record.written[-1:]] if made.kind is not Kind.MEET else []
    last += record.of(Meeting)[-1:] if made.kind is Kind.MEET else ()
    last += record.talks[-1:] if made.kind is Kind.OTHER else ()
    return any(fact.at > made.at for fact in last)


def _refused(asked_for: Promise, noes: Sequence[dt.datetime]) -> bool:
    return asked_for.named is not None and _is_open_at_the_next(asked_for, noes)


def _is_open_at_the_next(promise: Promise, moments: Sequence[dt.datetime]) -> bool:
    """Whether it was open still at the first of these moments, which stand oldest first, after it was made."""
    place = bisect_right(moments, promise.fact.at)
    return place < len(moments) and promise.is_open_at(moments[place])


@attrs.frozen
class LaterWords:
    """When promises were made that can replace another: by the person, by the desk, and by a note."""

    theirs: list[dt.datetime]
    of_the_desk: list[dt.datetime]
    by_a_note: list[dt.datetime]

    @classmethod
    def among(cls, made: Iterable[Promise]) -> LaterWords:
        """The moments at which these promises, given in the order made, were made."""
        words = cls([], [], [])
        for each in made:
            if each.named and each.is_dated:
                (words.of_the_desk if each.is_of_the_desk else words.theirs).append(each.fact.at)
            elif isinstance(each.fact, Message) and each.fact.purpose in NOTES:
                words.by_a_note.append(each.fact.at)
        return words

    def replace(self, promise: Promise) -> bool:
        """Whether one of them replaces that promise, which was open still."""
        return (
            _is_open_at_the_next(promise, self.theirs)
            or (not promise.is_their_word and _is_open_at_the_next(promise, self.of_the_desk))
            or (promise.named is None and _is_open_at_the_next(promise, self.by_a_note))
        )


def _all(record: Record) -> Iterator[Promise]:
    for fact in () if record.has_none(CallAttempt, Commitment, Message) else record.facts:
        if not _may_promise(fact):
            continue
        for moment, named in _moments(record, fact):
            due = due_of(record, fact, moment, named)
            yield _promise(record, fact, due, named, is_day=not isinstance(moment, dt.datetime))
        if _asks_without_a_time(record, fact):
            asked = _promise(record, fact, _next_working_day(record, fact.at), Named.DAY, is_day=True)
            yield attrs.evolve(asked, is_dated=False)


def _may_promise(fact: Fact) -> bool:
    if isinstance(fact, CallAttempt):
        named = fact.promises is not None or fact.callback_at is not None
        return named or fact.disposition is Disposition.CALLBACK_REQUESTED
    return isinstance(fact, Commitment) or (isinstance(fact, Message) and fact.promises is not None)


def _promise(record: Record, fact: Fact, due: dt.datetime, named: Named | None, *, is_day: bool) -> Promise:
    calendar, since = record.calendar, due - EARLY
    if is_day:
        since = max(since, calendar.starts(calendar.day(due)))
    return Promise(fact=fact, due=due, since=since, named=named, keeper=record.kept(since, fact.at))


def _asks_without_a_time(record: Record, fact: Fact) -> bool:
    if not isinstance(fact, CallAttempt) or fact.disposition is not Disposition.CALLBACK_REQUESTED:
        return False
    dated = record.last_dated
    return not fact.is_inbound and not fact.callback_at and (dated is None or dated < fact.at)


def _next_working_day(record: Record, at: dt.datetime) -> dt.datetime:
    """The next working day, in another part of the day than the call in which they asked (rulebook F13)."""
    calendar = record.calendar
    day = calendar.working_days_on(calendar.day(at), 1)
    return _after_a_morning(record, day) if calendar.part(at) is PartOfDay.MORNING else calendar.starts(day)


def _after_a_morning(record: Record, day: dt.date) -> dt.datetime:
    """Noon, or when that day begins where they told us hours for its morning alone (rulebook G32)."""
    hours = record.contact.hours if record.contact else ()
    told = [each for each in hours if day.isoweekday() in each.days]
    is_morning_alone = bool(told) and all(each.opens < each.closes <= NOON for each in told)
    return record.calendar.starts(day) if is_morning_alone else record.calendar.wall(day, NOON)


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
    if isinstance(fact, Message) and fact.promises and not fact.is_inbound and record.arrived(fact):
        yield fact.promises, None


def _exactly(moment: dt.date) -> Named:
    return Named.HOUR if isinstance(moment, dt.datetime) else Named.DAY


def due_of(record: Record, fact: Fact, moment: dt.date, named: Named | None) -> dt.datetime:
    """Give the instant at which a moment falls due that a fact names.

    A note's day begins at noon after a call that failed in the morning (rulebook D4), unless they take calls in the
    morning alone (G32). "Later today", said by them, is two hours later, or when the next part of the day begins,
    whichever is later (rulebook G24).
    """
    calendar = record.calendar
    if isinstance(moment, dt.datetime):
        return calendar.starts(moment)
    if isinstance(fact, Message) and fact.purpose in NOTES and _failed_in_the_morning(record, fact):
        return _after_a_morning(record, moment)
    if named and moment == calendar.day(fact.at):
        return max(fact.at + LATER_TODAY, calendar.next_part(fact.at))
    return calendar.starts(moment)


def _failed_in_the_morning(record: Record, note: Message) -> bool:
    place = bisect_right(record.refused, note.at)
    return place > 0 and record.calendar.part(record.refused[place - 1]) is PartOfDay.MORNING
