"""In which order the steps of a day are taken, as one text that a host's table can keep and sort by."""

from __future__ import annotations

import datetime as dt

from callrules.contact import Contact
from callrules.history import History
from callrules.moments import END_OF_TIME, START_OF_TIME
from callrules.step import Call, DatedStep, Rest, Step
from callrules.vocabulary import COLD

MICROSECOND = dt.timedelta(microseconds=1)
LAST = (END_OF_TIME - START_OF_TIME) // MICROSECOND
MOST_DAYS = 99_999
CALL, ERRAND, REST = 0, 1, 2


def day_key(contact: Contact, history: History, step: Step) -> str:
    """The place of a person's step among those of everybody, as `day_list` orders them: the smaller text first.

    Calls come first, then errands and goodbyes, then rests. Of calls, returned ones and promises, then the rank of
    reasons. Among warm reasons the longest overdue comes first; among cold ones who bought on most days, then who
    fell due last. Errands go by when they fell due. The contact's id decides at last, so that no two people share a
    place. It holds as long as the step does. Texts are compared by code point, which is byte by byte in UTF-8: the
    default of SQLite, `COLLATE "C"` in PostgreSQL.
    """
    if isinstance(step, Call):
        return (
            f"{CALL} {step.reason.rank:02} {step.reason.name} {_among_their_like(contact, history, step)} {contact.id}"
        )
    kind = REST if isinstance(step, Rest) else ERRAND
    return f"{kind} {_since(step):018} {step.type} {contact.id}"


def _among_their_like(contact: Contact, history: History, call: Call) -> str:
    since = _since(call)
    if call.reason.name not in COLD:
        return f"{since:018}"
    bought = min(len(history.seen_by(contact, owes_from=history.owes_from).bought_at), MOST_DAYS)
    return f"{MOST_DAYS - bought:05} {LAST - since:018}"


def _since(step: Step) -> int:
    since = step.since if isinstance(step, DatedStep) else None
    return ((since or END_OF_TIME) - START_OF_TIME) // MICROSECOND
