"""What we did with what was said: promises, reflections, notes, follow-ups and goodbyes (rulebook B6, B8, D3, E4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.desk.scorecard.marks import Mark, Seen
from callrules.facts import CallAttempt, Fact, Message, Reflection
from callrules.promises import NOTES
from callrules.vocabulary import Channel, Outcome

TYPED = frozenset({Channel.EMAIL, Channel.TEXT, Channel.SOCIAL, Channel.WEB})
"""What is typed instead of called (rulebook E4); a letter or a note by hand is neither."""
SETTLED = frozenset({Outcome.ORDER, Outcome.NO_SALE})
"""The outcomes after which nothing need follow."""


def promises(seen: Seen) -> Iterator[Mark]:
    """Yield our promised calls whose day was over in the period, and those kept on that day."""
    day, ends = seen.history.calendar.day, seen.history.calendar.ends
    for promise in seen.history.promises:
        if seen.period.holds(ends(promise.due)):
            yield seen.mark("promises_due", promise.due, promise.fact)
            if promise.keeper and day(promise.keeper.at) <= day(promise.due):
                yield seen.mark("promises_kept", promise.due, promise.fact)


def reflections(seen: Seen) -> Iterator[Mark]:
    """Yield conversations that somebody looked back on, and how they were received."""
    about = {seen.history.event(each.of): each for each in seen.history.of(Reflection)}
    for call in seen.conversations:
        looked_back = about.get(call.key)
        if looked_back:
            yield seen.mark("reflected", call.at, call)
            if looked_back.received:
                yield seen.mark(f"received_{looked_back.received.value}", call.at, call)


def notes(seen: Seen) -> Iterator[Mark]:
    """Yield notes after a bad moment: answered or not, and whether we were heard on the day they named."""
    for note in seen.history.written:
        if note.purpose in NOTES:
            bad = seen.last_before(note.at, seen.history.attempts)
            yield from _answer(seen, note, bad)
            yield from _day(seen, note, bad)


def _answer(seen: Seen, note: Message, bad: CallAttempt | None) -> Iterator[Mark]:
    days = seen.period.within.reply
    if seen.period.closes(note.at, days):
        yield seen.closed("notes", note, days, bad)
        if any(seen.follows(each, note, days) and each.is_from_them for each in seen.history.messages):
            yield seen.closed("notes_answered", note, days, bad)


def _day(seen: Seen, note: Message, bad: CallAttempt | None) -> Iterator[Mark]:
    calendar, named = seen.history.calendar, _day_named(seen, note)
    if named and seen.period.holds(calendar.ends(calendar.starts(named))):
        on_it = [call for call in seen.history.attempts if calendar.day(call.at) == named]
        yield seen.mark("notes_with_a_day", calendar.starts(named), bad)
        if on_it:
            yield seen.mark("notes_rung_on_the_day", calendar.starts(named), bad)
        if any(_reached(call) for call in on_it):
            yield seen.mark("notes_reached_on_the_day", calendar.starts(named), bad)


def _reached(call: CallAttempt) -> bool:
    return call.disposition.traits.answered and not call.is_unanswered


def _day_named(seen: Seen, note: Message) -> dt.date | None:
    if isinstance(note.promises, dt.datetime):
        return seen.history.calendar.day(note.promises)
    return note.promises


def goodbyes(seen: Seen) -> Iterator[Mark]:
    """Yield what we took off the table, and who came back after it. Said twice, it is one goodbye."""
    said: Fact | None = None
    for fact in seen.history.facts:
        if said and fact.comes_back:
            yield from _goodbye(seen, said, came_back=True)
            said = None
        if said is None and fact.says_goodbye and (not isinstance(fact, Message) or fact in seen.history.written):
            said = fact
    if said:
        yield from _goodbye(seen, said, came_back=False)


def _goodbye(seen: Seen, said: Fact, *, came_back: bool) -> Iterator[Mark]:
    if seen.period.holds(said.at):
        last = seen.last_before(said.at, seen.history.attempts)
        yield seen.mark("takeaways", said.at, last)
        if came_back:
            yield seen.mark("takeaways_came_back", said.at, last)


def follow_ups(seen: Seen) -> Iterator[Mark]:
    """Yield conversations that settled nothing, and what followed: a call, typed words alone, or nothing (E4)."""
    days = seen.period.within.follow_up
    for call in seen.closing(days):
        if call.outcome not in SETTLED:
            yield seen.closed("to_follow_up", call, days)
            yield seen.closed(_followed_up(seen, call, days), call, days)


def _followed_up(seen: Seen, call: CallAttempt, days: int) -> str:
    if any(seen.follows(each, call, days) for each in (*seen.history.attempts, *seen.history.talks)):
        return "followed_up_by_call"
    typed = (each for each in seen.history.written if each.channel in TYPED)
    return "typed_only" if any(seen.follows(each, call, days) for each in typed) else "not_followed_up"
