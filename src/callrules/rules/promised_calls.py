"""B1: a promised call is made at its moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY
from callrules.day_names import dated_with_weekday
from callrules.declared import Declared, KeepsPromises
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Kinds, Message
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.promises import NOTES, Named, Promise
from callrules.step import Reason


@attrs.frozen
class PromisedCalls:
    """Did we promise to call, and when?

    Rulebook B1, F2, F4, F13, G17, G19, G23, G24, G32, G34. Never before its moment. A time they asked for, or agreed to
    in a talk, is a named moment; one that we named alone is not. The first call that rang from 15 minutes before it
    on keeps it, but for a named day none on the day before. Where nobody answered, what it was about stands as
    `follow_up`, under hours and pace.
    """

    name: ClassVar[str] = "promised_calls"
    only_with: ClassVar[Kinds] = (CallAttempt, Commitment, Message)

    @property
    def declares(self) -> tuple[Declared, ...]:
        """That promises are kept."""
        return (KeepsPromises(),)

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for promise in history.promises:
            if promise.is_open:
                yield _promised(history, promise)
            elif promise.keeper and promise.rang_in_vain and not history.settled_since(promise.keeper.at):
                says = f"we rang as promised and missed them{_about(promise)}"
                yield Reason(name="follow_up", due=promise.keeper.over_by, about=promise.fact.key, says=says)


def _promised(history: History, promise: Promise) -> Reason:
    says = f"{_says(promise)}{_when(history, promise)}{_about(promise)}"
    due = _due_in_their_hours(history, promise)
    return Reason(name="promise", due=due, about=promise.fact.key, says=says, named=promise.named)


def _due_in_their_hours(history: History, promise: Promise) -> dt.datetime:
    """When it falls due: a day that they did not name themselves moves to the first for which they told us hours."""
    hours = history.contact.hours if history.contact else ()
    if not hours or promise.named is not Named.DAY or promise.is_their_day:
        return promise.due
    calendar, days = history.calendar, {day for each in hours for day in each.days}
    named = day = calendar.day(promise.due)
    while day.isoweekday() not in days:
        day += DAY
    return promise.due if day == named else calendar.starts(day)


def _says(promise: Promise) -> str:
    fact = promise.fact
    if isinstance(fact, Message) and fact.purpose in NOTES:
        return "our note named this day for the call"
    if promise.named is None:
        return "we said we would call"
    return f"{_who_asked(fact)} {_for_when(promise)}"


def _who_asked(fact: Fact) -> str:
    through_others = isinstance(fact, CallAttempt) and fact.disposition is Disposition.GATEKEEPER
    return "whoever answered named" if through_others else "they asked for"


def _for_when(promise: Promise) -> str:
    if not promise.is_dated:
        return "a call, and left the time to us"
    return "a call at this hour" if promise.named is Named.HOUR else "a call on this day"


def _when(history: History, promise: Promise) -> str:
    local = history.calendar.local(promise.due)
    exactly = promise.named is Named.HOUR
    return f" ({dated_with_weekday(local)}, {local:%H:%M})" if exactly else f" ({dated_with_weekday(local)})"


def _about(promise: Promise) -> str:
    what = promise.fact.what if isinstance(promise.fact, Commitment) else None
    return f": {what}" if what else ""
