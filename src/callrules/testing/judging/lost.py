"""What is lost where a policy keeps quiet: the call that somebody waits for, and that is never made, or late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

from callrules.calendars import calendar_of
from callrules.step import Call, Rest, WalkAway
from callrules.testing.catalogue.shared.host import done
from callrules.testing.catalogue.shared.predicates import WARMEST, has_stopped, open_promises
from callrules.testing.oracle import DAY, SOON
from callrules.testing.situations import PolicyRaised, Situation, asked
from callrules.words.fact_lines import on_the_clock, told

WAKES, LOOKED_AHEAD = 40, 60 * DAY


def lost_lines(there: Situation, expected: str | None) -> Iterator[str]:
    """Tell what somebody waits for at that moment, a promise or the call expected, and when they get it, if ever."""
    calendar = calendar_of(there.contact)
    with suppress(PolicyRaised):
        if isinstance(there.step, Call) and there.step.is_due(there.now):
            return
        gone = has_stopped(there.step, there.now)
        owed = [each for each in open_promises(there) if gone or calendar.day(each.due) <= calendar.day(there.now)]
        names = (expected or "").split()
        if owed:
            yield f"{told(owed[0].fact, calendar)}: {_when(there, WARMEST)}"
        elif names[:1] == ["call"] and names[1:]:
            yield f"a call ({names[1].replace('_', ' ')}): {_when(there, (names[1],))}"


def _when(there: Situation, reasons: tuple[str, ...]) -> str:
    calendar = calendar_of(there.contact)
    at = _rung(there, reasons)
    if at is None:
        return f"never made, looked at until {on_the_clock(calendar.day(there.now + LOOKED_AHEAD), calendar)}"
    return f"made only on {on_the_clock(at, calendar)}"


def _rung(there: Situation, reasons: tuple[str, ...]) -> dt.datetime | None:
    """When it is rung for one of these reasons, by a host who does every errand that is asked for."""
    now, history = there.now, there.history
    for _ in range(WAKES):
        step = asked(there.policy, there.contact, history, now)
        if step.at is None or step.at > there.now + LOOKED_AHEAD or isinstance(step, WalkAway):
            return None
        now = max(now, step.at)
        if isinstance(step, Call) and step.reason.name in reasons:
            return now
        if not isinstance(step, Rest):
            history = history.add(*done(step, now))
            now += SOON
    return None
