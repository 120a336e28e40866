"""Which ground to stop stands, and how we then say goodbye."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from callrules.asking import Asked
from callrules.history import History
from callrules.step import (
    Because,
    Rest,
    Step,
    Stop,
    WalkAway,
)  # fmt: skip
from callrules.terms import Channel
from callrules.writing import best_channel

GROUNDS = ("do_not_call", "number_unworkable", "disqualified", "not_interested", "stalled", "unanswered")
"""Which ground is named where several hold: the one that is hardest to lift."""


def standing_stop(asked: Asked, stops: Sequence[tuple[str, Stop]]) -> tuple[str, Stop] | None:
    """The ground that stands now, where there is one: the one that is hardest to lift."""
    standing = [(rule, stop) for rule, stop in stops if _stands(stop, asked.now)]
    return min(standing, key=lambda each: (hardness(each[1]), each[1].since, each[0]), default=None)


def _stands(stop: Stop, now: dt.datetime) -> bool:
    return stop.since <= now and (stop.revisit is None or now < stop.revisit)


def hardness(stop: Stop | WalkAway) -> tuple[int, str]:
    """How hard a ground is to lift, the hardest first."""
    return (GROUNDS.index(stop.grounds) if stop.grounds in GROUNDS else len(GROUNDS), stop.grounds)


def harder_ahead(asked: Asked, stop: Stop, stops: Sequence[tuple[str, Stop]]) -> dt.datetime | None:
    """When the first ground begins that is harder to lift than this one; `None` where none lies ahead."""
    ahead = (each for _, each in stops if each.since > asked.now and hardness(each) < hardness(stop))
    return min((each.since for each in ahead), default=None)


def goodbye(asked: Asked, rule: str, stop: Stop, until: dt.datetime | None = None) -> Step:
    """To walk away on that ground, or, once that was said, to rest until we look again or say another goodbye.

    `until` is when a ground begins that is harder to lift. A ground from before the day of going live owes no goodbye.
    """
    said = stop.grounds == "do_not_call" or _is_settled(asked.history, stop.since)
    because = (Because(rule, stop.grounds, stop.says, stop.revisit),)
    again = min(filter(None, (stop.revisit, until)), default=None)
    if said and again:
        return Rest(at=again, because=because)
    silent = stop.grounds in {"do_not_call", "disqualified"}
    channel: Channel | None = None if silent else best_channel(asked.contact, asked.history)
    at = None if said else max(asked.now, stop.since)
    return WalkAway(
        grounds=stop.grounds, at=at, since=stop.since, revisit=stop.revisit, channel=channel, because=because
    )


def _is_settled(history: History, since: dt.datetime) -> bool:
    return not history.owes(since) or history.said_goodbye_since(since)


def goodbye_ahead(asked: Asked, rule: str, stop: Stop) -> Step:
    """The same where the ground will only stand later."""
    step = goodbye(asked, rule, stop)
    return step if isinstance(step, WalkAway) and step.at else Rest(at=stop.since, because=step.because)
