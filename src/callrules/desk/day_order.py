"""In which order the steps of a day are taken, as one text that a host's table can keep and sort by."""

from __future__ import annotations

import datetime as dt

from callrules.calendars import calendar_of
from callrules.contact import Contact
from callrules.history import History
from callrules.moments import END_OF_TIME, START_OF_TIME
from callrules.step import Call, DatedStep, Rest, Step
from callrules.vocabulary import COLD

MICROSECOND = dt.timedelta(microseconds=1)
LAST = (END_OF_TIME - START_OF_TIME) // MICROSECOND
A_HUNDRED_YEARS = dt.timedelta(days=36_525)
"""No head start is longer."""
NONE = dt.timedelta(0)
MOST_DAYS = 99_999
CALL, ERRAND, REST = 0, 1, 2
ASKED_FOR, WARM, IS_COLD = 0, 1, 2
ASKED_FOR_REASONS = frozenset({"promise", "returned_call"})


def is_asked_for(call: Call) -> bool:
    """Whether the call was promised, is returned, or is for a moment that the person named."""
    return call.reason.name in ASKED_FOR_REASONS or call.reason.named is not None


def is_cold(call: Call) -> bool:
    """Whether it is one of the four calls worth making (rulebook A1–A4), and nobody asked for it."""
    return call.reason.name in COLD and not is_asked_for(call)


def day_key(
    contact: Contact, history: History, step: Step, priority: dt.timedelta = NONE, *, live: dt.date | None = None
) -> str:
    """The place of a person's step among those of everybody, as `day_list` orders them: the smaller text first.

    Calls come first, then errands and goodbyes, then rests. Of calls, those that were asked for: returned, promised,
    named; then warm reasons, then cold ones. Among these two everybody ages alike from the day `live` on: first comes
    who fell due earliest, `priority` (see `Playbook.priority`) counting as so much longer a wait. Without `live` nobody
    has waited yet, and the priority alone decides. At a tie the longest overdue comes first among warm reasons; among
    cold ones who bought on most days, then who fell due last, for that is the customer worth winning back. Errands go
    by when they fell due. The contact's id decides at last, so that no two people share a place. It holds as long as
    the step and its priority do. Texts are compared by code point, which is byte by byte in UTF-8: the default of
    SQLite, `COLLATE "C"` in PostgreSQL.
    """
    if isinstance(step, Call):
        turn = _turn(contact, step, priority, live)
        like = f"{step.reason.rank:02} {step.reason.name} {_among_their_like(contact, history, step)}"
        return f"{CALL} {turn} {like} {contact.id}"
    kind = REST if isinstance(step, Rest) else ERRAND
    return f"{kind} {_since(step):018} {step.type} {contact.id}"


def _turn(contact: Contact, call: Call, priority: dt.timedelta, live: dt.date | None) -> str:
    if is_asked_for(call):
        return f"{ASKED_FOR} {0:019}"
    waits_from = (_waits_from(contact, call, live) - START_OF_TIME) if live else NONE
    head_start = max(-A_HUNDRED_YEARS, min(A_HUNDRED_YEARS, priority))
    return f"{IS_COLD if is_cold(call) else WARM} {(A_HUNDRED_YEARS + waits_from - head_start) // MICROSECOND:019}"


def _waits_from(contact: Contact, call: Call, live: dt.date) -> dt.datetime:
    """From when they wait: since the call fell due, and not before the desk was there."""
    opened = calendar_of(contact).starts(live)
    return max(call.since, opened) if call.since else opened


def _among_their_like(contact: Contact, history: History, call: Call) -> str:
    since = _since(call)
    if call.reason.name not in COLD:
        return f"{since:018}"
    bought = min(len(history.seen_by(contact, owes_from=history.owes_from).bought_at), MOST_DAYS)
    return f"{MOST_DAYS - bought:05} {LAST - since:018}"


def _since(step: Step) -> int:
    since = step.since if isinstance(step, DatedStep) else None
    return ((since or END_OF_TIME) - START_OF_TIME) // MICROSECOND
