"""The library's step in the form in which the floor gives it."""

from __future__ import annotations

import datetime as dt

from callrules import Channel, Step
from floor.clock import micros


def as_written(step: Step) -> tuple:
    """The type of the step, and its fields less `because`."""
    at = number(step.at)
    if step.type == "rest":
        return ("rest", at)
    since = number(step.since)
    if step.type == "call":
        why = step.reason
        named = why.named.value if why.named else None
        reason = (why.name, number(why.due), why.about, why.says, number(why.expires), named)
        return ("call", at, since, number(step.until), reason, step.number)
    if step.type == "write":
        return ("write", at, since, step.purpose, word(step.channel), number(step.promises))
    if step.type == "walk_away":
        return ("walk_away", at, since, step.grounds, number(step.revisit), word(step.channel))
    return (step.type, at, since, step.missing if step.type == "prepare" else step.path)


def number(moment: dt.date | None) -> int | None:
    """An instant in microseconds, or a day as its ordinal."""
    if moment is None:
        return None
    return micros(moment) if isinstance(moment, dt.datetime) else moment.toordinal()


def word(channel: Channel | None) -> str | None:
    """A channel as it is written."""
    return channel.value if channel else None
