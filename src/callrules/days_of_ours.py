"""The days that we name ourselves: only such as the gate will permit (rulebook G21)."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.asking import Asked
from callrules.calendars import DAY
from callrules.facts import Message
from callrules.moments import first_agreement
from callrules.promises import due_of
from callrules.step import Because, Errand, Reason, Write
from callrules.terms import Channel, Direction

FARTHEST = 30 * DAY
"""No day farther off than this is named (rulebook G21)."""


def settled(asked: Asked, rule: str, errand: Errand) -> Errand:
    """The errand with the day it names put to the first one, from its own on, on which the call may be made.

    Every guard but those of its own rule must permit it; where that is no day within 30, none is named.
    """
    if not isinstance(errand, Write) or errand.promises is None:
        return errand
    day = _first_day(asked, rule, errand, errand.promises)
    return attrs.evolve(errand, promises=day, because=_told(errand.because, day))


def _told(because: tuple[Because, ...], day: dt.date | None) -> tuple[Because, ...]:
    if day is None or not because:
        return because
    *others, last = because
    return (*others, attrs.evolve(last, says=f"{last.says}, which names {day:%A %d %B}"))


def _first_day(asked: Asked, rule: str, errand: Write, named: dt.date) -> dt.date | None:
    calendar = asked.history.calendar
    starts = calendar.starts(named)
    if isinstance(named, dt.datetime) and _first_moment(asked, rule, starts) == starts:
        return named
    day, note = calendar.day(starts), _as_written(errand, asked.now)
    last = day + FARTHEST
    while day <= last:
        moment = _first_moment(asked, rule, due_of(asked.history, note, day, None))
        if moment is None or calendar.day(moment) == day:
            return day if moment else None
        day = calendar.day(moment)
    return None


def _as_written(errand: Write, now: dt.datetime) -> Message:
    at = max(errand.at or now, now)
    channel = errand.channel or Channel.EMAIL
    return Message(at=at, channel=channel, direction=Direction.OUTBOUND, purpose=errand.purpose)


def _first_moment(asked: Asked, rule: str, due: dt.datetime) -> dt.datetime | None:
    """The first moment at which a call promised for then may be made, by every guard but that rule's."""
    reason = Reason(name="promise", due=due, about="to be promised", says="the call that a note names")
    start = max(due, asked.now)
    agreed = [first_agreement(asked.guards(reason, each, but=rule), start) for each in asked.numbers(reason)]
    return min((each.start for each in agreed if not each.conflict), default=None)
