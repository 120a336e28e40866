"""Which calls begin with an apology, and what sells in one of them (rulebook A3, A5, D2, D3, F13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.facts import Meeting
from callrules.history import History
from callrules.promises import is_awaited
from callrules.script import Agenda, Opener
from callrules.vocabulary import Kind, Reply
from callrules.words.customs import is_sorry
from callrules.words.subject import Subject
from callrules.words.topics import topic_names

KIND = "apology"
"""The kind of a text that is said, or gone by, in such a call."""
PITCH = "pitch_in_apology"
"""The rule of manners that knows a pitch."""
TOPICS = frozenset({"after_note", "promise_late", "lapsed_customer"})
"""The call after a note that owns a bad moment, the late one, and the one that asks what went wrong."""
A_MONTH = dt.timedelta(days=30)


def is_an_apology(subject: Subject, opener: Opener | None = None) -> bool:
    """Whether the call is one, by what it is about and what happened, or by the opener that is said."""
    if opener and is_sorry(opener.text, subject.sender.language):
        return True
    return bool(TOPICS & set(topic_names(subject))) or _owns_a_bad_moment(subject) or _makes_up_for_a_meeting(subject)


def lines_of(agenda: Agenda) -> Iterator[str]:
    """Give everything that the agenda tells a caller to say and to do."""
    yield agenda.objective
    yield from (each.says for each in agenda.asks)
    yield from agenda.path
    yield from filter(None, (agenda.outcome, agenda.buy_in, agenda.proceed, agenda.next_call))


def last_no(history: History) -> dt.datetime | None:
    """When they last hung up, brushed us off or wrote a no, unless we have talked since."""
    noes: list[dt.datetime] = [call.at for call in history.calls if call.is_refusal]
    noes += [each.at for each in history.messages if each.reply is Reply.NOT_INTERESTED]
    last = max(noes, default=None)
    return None if last is None or history.talked_since(last + dt.timedelta.resolution) else last


def _owns_a_bad_moment(subject: Subject) -> bool:
    last = last_no(subject.history)
    return last is not None and not _turned_to_us(subject.history, last)


def _makes_up_for_a_meeting(subject: Subject) -> bool:
    """Whether we were to meet within the last month and did not, and have not talked since."""
    history = subject.history
    meeting = next((each for each in reversed(history.commitments) if each.kind is Kind.MEET and each.due), None)
    if meeting is None or meeting.due is None or not is_awaited(history, meeting):
        return False
    is_instant = isinstance(meeting.due, dt.datetime)
    over = history.calendar.starts(meeting.due)
    over = over if is_instant else history.calendar.ends(over)
    settled = history.talked_since(over) or _turned_to_us(history, over)
    met = any(each.at > meeting.at for each in history.of(Meeting))
    return over < subject.at < over + A_MONTH and not met and not settled


def _turned_to_us(history: History, at: dt.datetime) -> bool:
    """Whether they came back, or asked for a call, after that moment."""
    return any(each > at for each in (history.came_back, history.asked_for_a_call) if each)
