"""What was known at a moment: facts that had happened by then, and had been written down."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.facts import Fact
from callrules.history import History


def learned(fact: Fact) -> dt.datetime:
    """The moment from which a fact was known: when it was recorded, else when it happened; never before that."""
    return max(fact.recorded, fact.at) if fact.recorded else fact.at


def known_before(history: History, at: dt.datetime) -> History:
    """The history as it was known before that moment."""
    return _of(history, [fact for fact in history.entries if learned(fact) < at])


def known_by(history: History, at: dt.datetime) -> History:
    """The history as it was known at that moment, what was learned just then included."""
    return _of(history, [fact for fact in history.entries if learned(fact) <= at])


def happened_before(history: History, at: dt.datetime) -> History:
    """The history before that moment, whenever somebody wrote it down."""
    return _of(history, [fact for fact in history.entries if fact.at < at])


def _of(history: History, entries: list[Fact]) -> History:
    if len(entries) == len(history.entries):
        return history
    return attrs.evolve(history, entries=entries)
