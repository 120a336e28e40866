"""Dials, conversations and what was said in them (rulebook A6, B6, E1)."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.desk.scorecard.marks import Mark, Seen
from callrules.desk.scorecard.survival import Chase
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact
from callrules.vocabulary import Outcome


def dials(seen: Seen) -> Iterator[Mark]:
    """Yield our calls that were made: who was not reached, whom we talked with, and for how long."""
    for call in seen.dials:
        yield seen.mark("dials", call.at, call)
        yield seen.mark("people_rung", call.at, call)
        if call.is_unanswered:
            yield seen.mark("unanswered", call.at, call)
        if call.talked:
            yield seen.mark("talked_dials", call.at, call)
        if call.duration:
            yield seen.mark("seconds", call.at, call, round(call.duration))


def conversations(seen: Seen) -> Iterator[Mark]:
    """Yield conversations by phone, either way, and of each what it agreed and what was noted of it."""
    for call in seen.conversations:
        yield seen.mark("conversations", call.at, call)
        if call.outcome is Outcome.ADVANCE:
            yield seen.mark("advances", call.at, call)
        if seen.names_the_next_call(call):
            yield seen.mark("with_next_call", call.at, call)
        if call.used:
            yield seen.mark("brought_something_new", call.at, call)


def people(seen: Seen) -> Iterator[Mark]:
    """Yield talks, by phone or face to face: each person counts once."""
    for talk in seen.history.talks:
        if seen.period.holds(talk.at):
            yield seen.mark("people_talked_with", talk.at, talk)
            if not isinstance(talk, CallAttempt):
                yield seen.mark("meetings", talk.at)


def second_talks(seen: Seen) -> Iterator[Mark]:
    """Yield whether a conversation was followed by another, with and without an agreed next call (rulebook B8)."""
    days = seen.period.within.again
    for call in seen.closing(days):
        agreed = "agreed" if seen.names_the_next_call(call) else "not_agreed"
        yield seen.closed(f"talks_{agreed}", call, days)
        if any(seen.follows(talk, call, days) for talk in seen.history.talks):
            yield seen.closed(f"talked_again_{agreed}", call, days)


def call_backs(seen: Seen) -> Iterator[Mark]:
    """Yield calls of theirs after one of ours, and voicemails with or without a call-back (rulebook B8, E5)."""
    theirs = [call for call in seen.history.inbound if call.turns_to_us]
    for call in theirs:
        ours = seen.last_before(call.at, seen.history.attempts)
        if ours and seen.period.holds(call.at):
            yield seen.mark("call_backs", call.at, ours)
    for call in seen.history.attempts:
        if call.disposition is Disposition.VOICEMAIL_LEFT and seen.period.closes(call.at, seen.period.within.call_back):
            yield from _voicemail(seen, call, theirs)


def _voicemail(seen: Seen, left: CallAttempt, theirs: list[CallAttempt]) -> Iterator[Mark]:
    days = seen.period.within.call_back
    ours_next = next((call for call in seen.history.attempts if call.at > left.at), None)
    yield seen.closed("voicemails", left, days)
    if any(seen.follows(call, left, days) and _is_before(call, ours_next) for call in theirs):
        yield seen.closed("voicemails_called_back", left, days)


def _is_before(one: Fact, other: Fact | None) -> bool:
    return other is None or one.at <= other.at


def chases(seen: Seen) -> Iterator[Chase]:
    """Yield each row of attempts that began in the period: after how many they were reached, or are still not.

    A row ends, unreached by us, where they turn to us or we meet.
    """
    attempts, last = 0, None
    for fact in seen.history.facts:
        ours = isinstance(fact, CallAttempt) and fact.is_attempt
        reached = isinstance(fact, CallAttempt) and ours and fact.disposition.traits.answered and not fact.is_unanswered
        if attempts == 0 and ours:
            last = fact
        attempts += ours
        if attempts and (reached or fact.breaks_a_row):
            if last and seen.period.holds(last.at):
                yield Chase(attempts, reached=bool(reached))
            attempts = 0
    if attempts and last and seen.period.holds(last.at):
        yield Chase(attempts, reached=False)
