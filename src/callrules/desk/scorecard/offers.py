"""The calls that a playbook offered, and which of them were made (rulebook A6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

import attrs

from callrules.contact import Contact
from callrules.desk.known import known_by, learned
from callrules.desk.scorecard.marks import Mark, Seen
from callrules.facts import CallAttempt, Meeting
from callrules.history import History
from callrules.moments import START_OF_TIME
from callrules.playbook import Playbook
from callrules.step import Call, Reason, Rest

MOST_RESTS = 50
"""So often a rest that ends is followed by another before we look no further."""
AN_INSTANT = dt.timedelta(microseconds=1)


@attrs.frozen
class Offer:
    """A call that fell due, and the first attempt made while it was."""

    at: dt.datetime
    reason: Reason
    made: CallAttempt | None


def offers(playbook: Playbook, seen: Seen) -> Iterator[Mark]:
    """Yield the calls that fell due in the period, and those that were made before anything else happened.

    A call that stays due is offered once, however long it waits.
    """
    for offer in each_offer(playbook, seen):
        if seen.period.holds(offer.at):
            mark = seen.mark("offered", offer.at, offer.made)
            kind = attrs.evolve(mark, kind=offer.reason.name)
            yield kind
            if offer.made:
                yield attrs.evolve(kind, what="made")


def each_offer(playbook: Playbook, seen: Seen) -> Iterator[Offer]:
    """Yield each call that fell due while the person was in the book, with what was known then."""
    waiting: tuple[str, str | None] | None = None
    for start, end in pairwise(_turns(seen)):
        known = known_by(seen.history, start)
        if any(isinstance(fact, (CallAttempt, Meeting)) and learned(fact) == start for fact in known.facts):
            waiting = None
        call = _falls_due(playbook, seen.contact, known, start, end)
        if call and call.at and (call.reason.name, call.reason.about) != waiting:
            waiting = (call.reason.name, call.reason.about)
            yield Offer(call.at, call.reason, _made(seen, call.at, end))


def _turns(seen: Seen) -> list[dt.datetime]:
    """The moments at which something was learned, from the first that counts to the last that is seen."""
    first = _from_when(seen)
    later = sorted({learned(fact) for fact in seen.history.entries})
    return [first, *(at for at in later if first < at < seen.period.until), seen.period.until]


def _from_when(seen: Seen) -> dt.datetime:
    """The beginning of the period; not before they were known, nor before the first that we know of them."""
    known = seen.contact.known_since
    days = [seen.history.calendar.starts(known)] if known else []
    first = min((learned(fact) - AN_INSTANT for fact in seen.history.entries), default=None)
    since = seen.period.since if seen.period.since > START_OF_TIME else seen.period.until
    began = min([*days, *([first] if first else [])], default=since)
    return min(max(began, seen.period.since), seen.period.until)


def _falls_due(
    playbook: Playbook, contact: Contact, known: History, start: dt.datetime, end: dt.datetime
) -> Call | None:
    now = start
    for _ in range(MOST_RESTS):
        step = playbook.next_step(contact, known, now)
        if step.at is None or step.at > end or (step.at == end and isinstance(step, Rest)):
            return None
        if not isinstance(step, Rest):
            return step if isinstance(step, Call) else None
        now = step.at
    return None


def _made(seen: Seen, at: dt.datetime, end: dt.datetime) -> CallAttempt | None:
    return next((call for call in seen.history.attempts if at <= call.at <= end), None)
