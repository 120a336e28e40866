"""Which texts are about this step: by reason, purpose or ground, and by what has happened meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.facts import CallAttempt, KeyDate
from callrules.script import ENGLISH
from callrules.step import Reason, WalkAway, Write
from callrules.vocabulary import COLD, RANK, SHARE, TAKEAWAY
from callrules.words.library import Library, Topic, library
from callrules.words.subject import Subject

HALF_A_YEAR = dt.timedelta(days=180)
FOR_ALL = "any"
"""The topic of reasons that the house does not know."""
PLAIN = "simple_reason"
"""What is said to somebody we know where no text of the reason is true."""
AFTER_A_NOTE = frozenset({*COLD, "follow_up", "insight", PLAIN})
"""The reasons whose opener gives way to the note after a bad moment (rulebook D4)."""


def spoken(subject: Subject, files: tuple[str, ...]) -> Library:
    """Give the texts in the sender's language, else in English where that language has none about this."""
    own, english = library(subject.sender.language, files), library(ENGLISH, files)
    if english is None:
        raise LookupError("the house has no texts in English")
    names = topic_names(subject)
    is_as_close = own is not None and _closest(names, own) <= _closest(names, english)
    return own if own and is_as_close else english


def _closest(names: tuple[str, ...], texts: Library) -> int:
    """The place of the first topic that the language has."""
    return next((place for place, name in enumerate(names) if name in texts.topics), len(names))


def topics_of(subject: Subject, texts: Library) -> Iterator[Topic]:
    """Every topic that is about the subject, the closest first."""
    return (texts.topics[name] for name in topic_names(subject) if name in texts.topics)


def topic_names(subject: Subject) -> tuple[str, ...]:
    """The names of the topics that are about it, the closest first."""
    if subject.reason is not None:
        return tuple(dict.fromkeys(_of_a_call(subject, subject.reason)))
    step = subject.step
    if isinstance(step, Write):
        return (step.purpose, (TAKEAWAY if step.purpose == TAKEAWAY.name else SHARE).name)
    return (step.grounds, TAKEAWAY.name) if isinstance(step, WalkAway) else ()


def _of_a_call(subject: Subject, reason: Reason) -> Iterator[str]:
    if reason.name in AFTER_A_NOTE and subject.note and not subject.history.settled_since(subject.note.at):
        yield "after_note"
    if reason.name == "promise" and subject.promise:
        yield _of_a_promise(subject)
    if reason.name == "follow_up" and subject.promise:
        yield "follow_up_missed"
    if reason.name == PLAIN and subject.about:
        yield f"{PLAIN}_{_occasion(subject, reason)}"
    if subject.history.last_talk:
        yield f"{reason.name}_known"
    yield reason.name
    if reason.name not in (*RANK, PLAIN):
        yield FOR_ALL
    yield PLAIN if subject.history.last_talk else "prospect"


def _of_a_promise(subject: Subject) -> str:
    promise = subject.promise
    if promise is None:
        return "promise"
    if subject.is_late:
        return "promise_late"
    if subject.note and promise.fact is subject.note:
        return "after_note"
    if promise.is_of_the_desk:
        return "promise_desk"
    return "promise" if promise.is_their_word else "promise_ours"


def _occasion(subject: Subject, reason: Reason) -> str:
    """What a simple reason is: a date they told us, thanks for an order, or a year since the first (rulebook E7)."""
    if isinstance(subject.about, KeyDate):
        return "date"
    return "year" if subject.about and reason.due and reason.due - subject.about.at > HALF_A_YEAR else "thanks"


def reason_of_the_bad_moment(subject: Subject) -> str | None:
    """Give the reason of the call that failed, where somebody noted it."""
    call: CallAttempt | None = subject.bad_moment
    return call.reason if call else None
