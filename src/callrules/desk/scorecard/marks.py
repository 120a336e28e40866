"""One thing that is counted, and for whom: the rep, the week and the kind of call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

import attrs

from callrules.calendars import DAY
from callrules.contact import Contact
from callrules.desk.scorecard.period import Period
from callrules.facts import CallAttempt, Commitment, Fact
from callrules.history import History
from callrules.vocabulary import Kind

NOT_NOTED = "not_noted"
"""The rep or the kind of a call of which nobody wrote it down."""


@attrs.frozen
class Mark:
    """One thing that is counted, `times` times, or money that came in."""

    what: str
    rep: str
    week: str
    kind: str
    times: int = 1
    currency: str | None = None
    amount: Decimal | None = None


@attrs.frozen(slots=False)
class Seen:
    """One person as a scorecard sees them: their history up to the moment to which it looks."""

    contact: Contact
    history: History
    period: Period

    def mark(self, what: str, at: dt.datetime, call: Fact | None = None, times: int = 1) -> Mark:
        """A mark at that moment; the rep and the kind are those of the call, else the contact's owner."""
        rung = call if isinstance(call, CallAttempt) else None
        rep = (rung.rep if rung else None) or self.contact.owner or NOT_NOTED
        kind = (rung.reason if rung else None) or NOT_NOTED
        return Mark(what, rep, week_of(self.history.calendar.day(at)), kind, times)

    def closed(self, what: str, fact: Fact, days: int, call: Fact | None = None) -> Mark:
        """A mark of what followed within so many days: it is counted when they are over."""
        return self.mark(what, fact.at + days * DAY, call or fact)

    @cached_property
    def dials(self) -> tuple[CallAttempt, ...]:
        """Our calls of the period that were made."""
        return tuple(call for call in self.history.attempts if self.period.holds(call.at))

    @cached_property
    def conversations(self) -> tuple[CallAttempt, ...]:
        """The calls of the period, either way, in which we talked."""
        return tuple(call for call in self.history.conversations if self.period.holds(call.at))

    def closing(self, days: int) -> Iterator[CallAttempt]:
        """Yield the conversations by phone after which so many days were over in the period."""
        return (call for call in self.history.conversations if self.period.closes(call.at, days))

    def follows(self, later: Fact, earlier: Fact, days: int) -> bool:
        """Whether it came after the other, and within so many days."""
        return earlier.at < later.at <= earlier.at + days * DAY

    def last_before(self, at: dt.datetime, calls: Sequence[CallAttempt]) -> CallAttempt | None:
        """The last of these calls up to that moment."""
        return next((call for call in reversed(calls) if call.at <= at), None)

    def names_the_next_call(self, call: CallAttempt) -> bool:
        """Whether it was agreed in that conversation, or on that day after it, when we talk next."""
        if call.promises or call.callback_at:
            return True
        dated = (each for each in self.history.commitments if each.kind is Kind.CALL and each.due)
        return any(self._was_said_in(each, call) for each in dated)

    def _was_said_in(self, made: Commitment, call: CallAttempt) -> bool:
        day = self.history.calendar.day
        last = self.last_before(made.at, self.history.conversations)
        return last is call and day(made.at) == day(call.at)


def week_of(day: dt.date) -> str:
    """The ISO week of a day, such as `2026-W47`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
