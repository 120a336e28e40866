"""The days that we name ourselves: only such as the gate will permit (rulebook G21)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs

from callrules.calendars import DAY
from callrules.day_names import month, weekday
from callrules.deciding.question import Question
from callrules.facts import Message
from callrules.moments import first_agreement
from callrules.promises import due_of
from callrules.step import Because, Errand, Reason, Write
from callrules.vocabulary import Channel, Direction

FARTHEST = 30 * DAY
"""No day farther off than this is named (rulebook G21)."""


def settled(question: Question, rule: str, errand: Errand) -> Errand:
    """The errand with the day it names put to the first one, from its own on, on which the call may be made.

    Every guard but those of its own rule must permit it; where that is no day within 30, none is named.
    """
    if not isinstance(errand, Write) or errand.promises is None:
        return errand
    day = _first_moment_or_day(question, rule, errand, errand.promises)
    return attrs.evolve(errand, promises=day, because=_told(errand.because, day))


def first_permitted_day(
    question: Question,
    day: dt.date,
    *,
    but: str | None = None,
    due: Callable[[dt.date], dt.datetime] | None = None,
) -> dt.date | None:
    """Give the first day, from that one on and within 30, on which a call promised for it may be made, or `None`.

    `but` leaves one rule's guards out. A call promised for a day is due when it begins, unless `due` says otherwise.
    """
    calendar = question.history.calendar
    last = day + FARTHEST
    while day <= last:
        moment = first_permitted_moment(question, (due or calendar.starts)(day), but=but)
        if moment is None or calendar.day(moment) == day:
            return day if moment else None
        day = calendar.day(moment)
    return None


def first_permitted_moment(question: Question, due: dt.datetime, *, but: str | None = None) -> dt.datetime | None:
    """Give the first moment at which a call promised for then may be made, on any number, or `None`."""
    reason = Reason(name="promise", due=due, about="to be promised", says="the call that is named")
    start = max(due, question.now)
    agreed = [first_agreement(question.guards(reason, each, but=but), start) for each in question.numbers(reason)]
    return min((each.start for each in agreed if not each.conflict), default=None)


def _told(because: tuple[Because, ...], day: dt.date | None) -> tuple[Because, ...]:
    if day is None or not because:
        return because
    *others, last = because
    return (*others, attrs.evolve(last, says=f"{last.says}, which names {weekday(day)} {day:%d} {month(day)}"))


def _first_moment_or_day(question: Question, rule: str, errand: Write, named: dt.date) -> dt.date | None:
    calendar = question.history.calendar
    starts = calendar.starts(named)
    if isinstance(named, dt.datetime) and first_permitted_moment(question, starts, but=rule) == starts:
        return named
    note = _as_written(errand, question.now)

    def due(day: dt.date) -> dt.datetime:
        return due_of(question.history, note, day, None)

    return first_permitted_day(question, calendar.day(starts), but=rule, due=due)


def _as_written(errand: Write, now: dt.datetime) -> Message:
    at = max(errand.at or now, now)
    channel = errand.channel or Channel.EMAIL
    return Message(at=at, channel=channel, direction=Direction.OUTBOUND, purpose=errand.purpose)
