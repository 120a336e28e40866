"""What is counted: from when until when, and within how many days something counts as brought about by a call."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.moments import START_OF_TIME


@attrs.frozen(kw_only=True)
class Within:
    """Days within which one thing counts as following from another. They are ours: state others where you know better.

    Wider ones find more, and believe more.
    """

    order: int = 30
    """From a conversation to an order."""
    again: int = 60
    """From a conversation to the next."""
    call_back: int = 7
    """From a voicemail to their call."""
    reply: int = 14
    """From a note to their answer."""
    follow_up: int = 30
    """From a conversation to what we do next."""
    red_phone: int = 90
    """From a red-phone conversation to introductions and orders in that account."""


@attrs.frozen(kw_only=True)
class Period:
    """The time from `since` (included) to `until` (excluded) is counted, and nothing later is looked at.

    What may follow within some days is counted when these are over: whether it came or not is then known for all.
    """

    until: dt.datetime
    since: dt.datetime = START_OF_TIME
    within: Within = Within()

    def holds(self, at: dt.datetime) -> bool:
        """Whether that moment is counted."""
        return self.since <= at < self.until

    def closes(self, at: dt.datetime, days: int) -> bool:
        """Whether so many days after that moment were over in the period."""
        return self.holds(at + dt.timedelta(days=days))
