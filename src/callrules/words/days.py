"""The days of ours that words may name: asked of the engine, as if what the words are for had happened (G21, G37)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import attrs

from callrules.calendars import DAY
from callrules.deciding.choosing import choose
from callrules.deciding.days_of_ours import first_permitted_day
from callrules.deciding.question import Question
from callrules.deciding.stopping import standing_stop, waiting
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Farewell
from callrules.step import Call, Rest, Step, WalkAway
from callrules.vocabulary import Outcome

IN_A_WEEK = 5
"""Working days after a talk on which the next call is asked for (as a follow-up: rulebook B2)."""
APART = 2
"""Working days between the two days that are offered."""
LOOKED = 12
"""So often a rest is followed by another question, until a call shows."""


def days_of(asked: Question, step: Step) -> Mapping[str, dt.date]:
    """Give every day that the words of that step may name, by slot; those that the gate refuses are left out."""
    named: dict[str, dt.date | None] = {}
    if isinstance(step, Call):
        named = {**_offered(asked, step), "next_day": _next_try(asked, step)}
    if isinstance(step, WalkAway) and step.revisit:
        named = {"again_day": first_ring(asked, step.revisit)}
    return {slot: day for slot, day in named.items() if day}


def _offered(asked: Question, call: Call) -> dict[str, dt.date | None]:
    """Two days for the next call, as if we had talked."""
    after = _as_if(asked, _attempt(asked, call, Disposition.CONVERSATION, Outcome.ADVANCE))
    calendar = after.history.calendar
    one = _unless_stopped(after, calendar.working_days_on(calendar.day(after.now), IN_A_WEEK))
    two = _unless_stopped(after, calendar.working_days_on(one, APART)) if one else None
    return {"day_one": one, "day_two": two}


def _next_try(asked: Question, call: Call) -> dt.date | None:
    """The day of the next attempt, as if nobody had answered and a voicemail had been left."""
    after = _as_if(asked, _attempt(asked, call, Disposition.VOICEMAIL_LEFT))
    return _unless_stopped(after, after.history.calendar.day(after.now) + DAY)


def _attempt(asked: Question, call: Call, ending: Disposition, outcome: Outcome | None = None) -> CallAttempt:
    reason = call.reason
    return CallAttempt(
        at=asked.now, disposition=ending, outcome=outcome, number=call.number, reason=reason.name, about=reason.about
    )


def _as_if(asked: Question, fact: Fact) -> Question:
    return attrs.evolve(asked, history=asked.history.add(fact), number=None)


def _unless_stopped(asked: Question, day: dt.date) -> dt.date | None:
    """The first permitted day from that one on; none where a ground to stop stands, waits, or begins before it."""
    stops = asked.stops()
    if standing_stop(asked, stops) or waiting(asked, stops):
        return None
    found = first_permitted_day(asked, day)
    ends = asked.history.calendar.starts(found + DAY) if found else None
    return None if ends and any(stop.since < ends for _, stop in stops if stop.since > asked.now) else found


def first_ring(asked: Question, revisit: dt.datetime) -> dt.date | None:
    """Give the first day from `revisit` on, on which the rules will really ring, as if we had said goodbye (G37)."""
    after = attrs.evolve(_as_if(asked, Farewell(at=asked.now)), now=max(asked.now, revisit))
    for _ in range(LOOKED):
        step = choose(after)
        if isinstance(step, Call) and step.at:
            return asked.history.calendar.day(step.at)
        if not isinstance(step, Rest) or step.at is None or step.at <= after.now:
            return None
        after = attrs.evolve(after, now=step.at)
    return None
