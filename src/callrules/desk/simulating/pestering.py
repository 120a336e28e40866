"""Who was pestered and who was forgotten, told by the facts alone, whatever the rules say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.calendars import DAY
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Message
from callrules.history import History

A_WEEK, MOST_IN_A_WEEK = 7 * DAY, 3
"""More calls than that in a week pester whoever did not ask for them (rulebook B5)."""
GRACE = 2
"""Working days within which somebody who waits for us is called (rulebook E6)."""


def pestering(history: History, since: dt.datetime) -> Iterator[CallAttempt]:
    """Yield our calls from `since` on that pestered.

    The second on one day, the fourth within a week, and any after a no since which they had not come back; never one
    that they had asked for.
    """
    for place, call in enumerate(history.attempts):
        if call.at >= since and not _was_asked_for(history, call):
            before = history.attempts[:place]
            same_day = any(history.calendar.day(each.at) == history.calendar.day(call.at) for each in before)
            of_late = sum(each.at > call.at - A_WEEK for each in before)
            if same_day or of_late >= MOST_IN_A_WEEK or _had_said_no(history, call):
                yield call


def forgotten(history: History, since: dt.datetime, until: dt.datetime) -> Iterator[Fact]:
    """Yield what waited for us in vain: a promised call, or their word, without a call two working days after it."""
    for promise in history.promises:
        ends = _ends(history, promise.due)
        if since <= promise.due and ends <= until and promise.is_open_at(ends):
            yield promise.fact
    for fact in history.facts:
        if since <= fact.at and _waits(fact) and _ends(history, fact.at) <= until:
            kept = history.kept(fact.at, fact.at)
            if kept is None or kept.at > _ends(history, fact.at):
                yield fact


def _was_asked_for(history: History, call: CallAttempt) -> bool:
    turned = [fact.at for fact in history.facts if fact.comes_back and fact.at < call.at]
    last = max((each.at for each in history.attempts if each.at < call.at), default=None)
    return not history.was_no_kept_promise(call) or any(last is None or at > last for at in turned)


def _had_said_no(history: History, call: CallAttempt) -> bool:
    noes = [fact.at for fact in history.facts if fact.at < call.at and (fact.is_opt_out or _is_final(fact))]
    came = [fact.at for fact in history.facts if fact.at < call.at and fact.comes_back]
    return bool(noes) and max(noes) > max(came, default=call.at - 100 * 365 * DAY)


def _is_final(fact: Fact) -> bool:
    return isinstance(fact, CallAttempt) and fact.disposition is Disposition.DO_NOT_CALL


def _waits(fact: Fact) -> bool:
    if isinstance(fact, CallAttempt):
        return fact.turns_to_us and not fact.talked
    return isinstance(fact, Message) and fact.comes_back


def _ends(history: History, at: dt.datetime) -> dt.datetime:
    calendar = history.calendar
    return calendar.starts(calendar.working_days_on(calendar.day(at), GRACE) + DAY)
