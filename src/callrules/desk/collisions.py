"""Nobody, no account and no number is rung twice a day by us: two reps ring one account (rulebook F12)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from callrules.calendars import calendar_of
from callrules.contact import Contact
from callrules.desk.left_out import RUNG_TODAY, Group
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.step import Call

Wanted: TypeAlias = tuple[str, str]
"""A person, an account or a number: which of the three, and which one."""


def wanted(contact: Contact, call: Call) -> list[Wanted]:
    """The person, the account and the number that a call takes for the day."""
    named = (("contact", contact.id), ("account", contact.account), ("number", call.number))
    return [(what, which) for what, which in named if which]


def dials_of_today(contact: Contact, history: History, now: dt.datetime) -> Iterator[CallAttempt]:
    """The calls that we made to somebody on the day that it is for them, up to `now`, latest first."""
    began: dt.datetime | None = None
    for call in reversed(history.attempts):
        if began is None:
            calendar = calendar_of(contact)
            began = calendar.starts(calendar.day(now))
        if call.at < began:
            return
        if call.at <= now:
            yield call


@attrs.frozen
class RungToday:
    """The people who were rung today at which account and number, so that a colleague of theirs is not rung besides."""

    _by: dict[Wanted, set[str]] = attrs.field(factory=dict, init=False)

    def add(self, contact: Contact, dial: CallAttempt) -> None:
        """Note one call of today."""
        for what, which in (("account", contact.account), ("number", dial.number)):
            if which:
                self._by.setdefault((what, which), set()).add(contact.id)

    def by_others(self, contact: Contact, call: Call) -> Group | None:
        """Say why that call waits until tomorrow: somebody else was rung there today. Their own pace is for rules."""
        for what, which in wanted(contact, call):
            if self._by.get((what, which), set()) - {contact.id}:
                return RUNG_TODAY[what]
        return None
