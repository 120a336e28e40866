"""What three weeks brought, counted from the histories and from nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from callrules.cli.demo.host import Day
from callrules.contact import Contact
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.promises import Named, Promise
from callrules.step import WalkAway, Write


@attrs.frozen(kw_only=True)
class Score:
    """Calls and what came of them."""

    calls: int
    most_a_day: int
    conversations: int
    orders: int
    gate_asked: int
    gate_agreed: int
    promises_due: int
    kept_on_the_day: int
    kept_to_the_hour: int
    hours_promised: int
    notes: int
    walk_aways: int
    rung_against_their_wish: int


def score(days: Sequence[Day], people: Iterable[tuple[Contact, History]]) -> Score:
    """The figures of those days."""
    entries = [entry for day in days for entry in day.entries]
    histories = [history.seen_by(contact) for contact, history in people]
    rung = [call for entry in entries if entry.verdict for call in entry.facts if isinstance(call, CallAttempt)]
    due = [each for history in histories for each in _due(history, days)]
    hours = [promise for _, promise in due if promise.named is Named.HOUR]
    return Score(
        calls=len(rung),
        most_a_day=max(sum(entry.verdict is not None for entry in day.entries) for day in days),
        conversations=sum(call.talked for call in rung),
        orders=sum(call.outcome is not None and call.outcome.value == "order" for call in rung),
        gate_asked=sum(entry.verdict is not None for entry in entries),
        gate_agreed=sum(bool(entry.verdict) for entry in entries),
        promises_due=len(due),
        kept_on_the_day=sum(_on_the_day(*each) for each in due),
        kept_to_the_hour=sum(_to_the_hour(each) for each in hours),
        hours_promised=len(hours),
        notes=sum(isinstance(entry.step, Write) for entry in entries),
        walk_aways=sum(isinstance(entry.step, WalkAway) for entry in entries),
        rung_against_their_wish=sum(map(_against_their_wish, histories)),
    )


def figures(score: Score) -> dict[str, Any]:
    """The same for programs."""
    return attrs.asdict(score)


def sentences(score: Score) -> list[tuple[str, str]]:
    """The same for people."""
    talks = f"calls, never more than {score.most_a_day} a day; {score.conversations} talks, {score.orders} orders"
    return [
        (f"{score.calls}", talks),
        (f"{score.gate_agreed} of {score.gate_asked}", "calls allowed by may_call, asked just before the phone rings"),
        (f"{score.kept_on_the_day} of {score.promises_due}", "promised calls made on the promised day"),
        (f"{score.kept_to_the_hour} of {score.hours_promised}", "promised hours kept to the hour, on their clock"),
        (f"{score.notes}, {score.walk_aways}", "notes written, goodbyes said"),
        (f"{score.rung_against_their_wish}", "rung after they had asked us to stop"),
    ]


def _due(history: History, days: Sequence[Day]) -> list[tuple[History, Promise]]:
    first, last = days[0].date, days[-1].date
    promises = [each for each in history.promises if first <= history.calendar.day(each.due) <= last]
    return [(history, each) for each in promises]


def _on_the_day(history: History, promise: Promise) -> bool:
    day = history.calendar.day
    return promise.keeper is not None and day(promise.keeper.at) == day(promise.due)


def _to_the_hour(promise: Promise) -> bool:
    keeper = promise.keeper
    return keeper is not None and dt.timedelta(0) <= keeper.at - promise.due < dt.timedelta(hours=1)


def _against_their_wish(history: History) -> bool:
    stopped = history.opted_out
    return stopped is not None and any(call.at > stopped.at for call in history.attempts)
