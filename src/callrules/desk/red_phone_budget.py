"""How many red phones a rep may still ring: quality, not quantity (rulebook C1)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from callrules.calendars import Calendar, calendar_of
from callrules.checks import instant
from callrules.contact import Contact
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.step import Call

FREE = frozenset({"promise", "returned_call"})
"""The reasons of calls that they asked for: these spend nothing, and are never refused."""


@attrs.frozen(kw_only=True)
class RedPhoneBudget:
    """Dials on our initiative to red-phone contacts: at most so many a year and a month, for each rep.

    Years and months are those of the calendar, on the contact's own clock.
    """

    a_year: int = 50
    a_month: int = 6

    def spent(self, people: Iterable[tuple[Contact, History]], now: dt.datetime) -> Spent:
        """Count what each rep has spent in the year and the month of `now`."""
        spent = Spent(budget=self)
        for contact, history in people:
            spent.add(contact, history, instant(now, "now"))
        return spent


@attrs.frozen(kw_only=True)
class Spent:
    """The dials that count, by rep; a dial of which nobody noted the rep is the owner's of the contact."""

    budget: RedPhoneBudget
    year: Counter[str | None] = attrs.field(factory=Counter)
    month: Counter[str | None] = attrs.field(factory=Counter)

    def left(self, rep: str | None) -> int:
        """How many red phones the rep may still ring this month, as the year allows it, too."""
        return max(0, min(self.budget.a_year - self.year[rep], self.budget.a_month - self.month[rep]))

    def add(self, contact: Contact, history: History, now: dt.datetime) -> None:
        """Count the dials to one more person."""
        if contact.red_phone:
            seen = history.seen_by(contact)
            for rep, is_this_month in _dials(contact, seen, seen.calendar, now):
                self.year[rep] += 1
                self.month[rep] += is_this_month

    def allows(self, contact: Contact, call: Call, rep: str | None = None) -> bool:
        """Whether the rep, else the contact's owner, may make that call; what they asked for always."""
        return is_free(contact, call) or self.left(rep or contact.owner) > 0

    def spend(self, contact: Contact, call: Call, rep: str | None = None) -> None:
        """Count one more call that is going to be made."""
        if not is_free(contact, call):
            self.year[rep or contact.owner] += 1
            self.month[rep or contact.owner] += 1


def is_free(contact: Contact, call: Call) -> bool:
    """Whether a call spends nothing: the phone is not red, or they asked for it."""
    return not contact.red_phone or call.reason.name in FREE or call.reason.named is not None


def next_month(contact: Contact, now: dt.datetime) -> dt.datetime:
    """When the next month begins for the contact."""
    calendar = calendar_of(contact)
    later = calendar.day(now).replace(day=28) + dt.timedelta(days=4)
    return calendar.starts(later.replace(day=1))


def _dials(
    contact: Contact, history: History, calendar: Calendar, now: dt.datetime
) -> Iterator[tuple[str | None, bool]]:
    today = calendar.day(now)
    for call in history.attempts:
        day = calendar.day(call.at)
        if call.at <= now and day.year == today.year and not _was_asked_for(history, call):
            yield call.rep or contact.owner, day.month == today.month


def _was_asked_for(history: History, call: CallAttempt) -> bool:
    return call.reason in FREE or not history.was_no_kept_promise(call)
