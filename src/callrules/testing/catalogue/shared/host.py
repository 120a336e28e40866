"""A host that does exactly what the policy says, with a person who never answers, or who always picks up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Farewell, Insight, Introduction, Message, Research
from callrules.history import History
from callrules.step import Call, Prepare, Rest, SeekIntroduction, Step, WalkAway, Write
from callrules.testing.oracle import DAY
from callrules.testing.situations import Situation, asked
from callrules.vocabulary import Channel, Direction, Outcome, Party

A_SECOND = dt.timedelta(seconds=1)
MOST_WORDS = 3
"""So many other letters are written before a day that was named."""
VAIN = (
    Disposition.NO_ANSWER,
    Disposition.BUSY,
    Disposition.VOICEMAIL_LEFT,
    Disposition.GATEKEEPER,
    Disposition.VOICEMAIL_NO_MESSAGE,
)


def done(
    step: Step, at: dt.datetime, ends: Disposition = Disposition.NO_ANSWER, outcome: Outcome | None = None
) -> list[Fact]:
    """The facts that follow from doing a step at that moment; a call ends as told."""
    if isinstance(step, Call):
        return [step.attempt(at=at, disposition=ends, outcome=outcome)]
    if isinstance(step, Write):
        channel, out = step.channel or Channel.EMAIL, Direction.OUTBOUND
        return [Message(at=at, channel=channel, direction=out, purpose=step.purpose, promises=step.promises)]
    if isinstance(step, Prepare):
        return [Research(at=at, topic=topic, text="found") for topic in step.missing]
    if isinstance(step, SeekIntroduction):
        return [Introduction(at=at, by="a friend")]
    return [Farewell(at=at)] if isinstance(step, WalkAway) else []


def follow(
    situation: Situation,
    *,
    days: int,
    most: int,
    wakes: int = 60,
    ends: Sequence[Disposition] = VAIN,
    outcome: Outcome | None = None,
) -> Iterator[tuple[dt.datetime, Step, History]]:
    """Do what the policy says for so many days, and yield what is done, when, and after which facts.

    At most `most` calls and one, which end as told by turns, and so many wakes in all.
    """
    now, history, calls = situation.now, situation.history, 0
    end = now + days * DAY
    for _ in range(wakes):
        step = asked(situation.policy, situation.contact, history, now)
        if step.at is None or step.at > end or calls > most:
            return
        now = max(now, step.at)
        if isinstance(step, Rest):
            continue
        yield now, step, history
        now = max(now, max((fact.at for fact in history.entries), default=now - A_SECOND) + A_SECOND)
        history = history.add(*done(step, now, ends[(situation.seed + calls) % len(ends)], outcome))
        calls += isinstance(step, Call)


def our_events(at: dt.datetime) -> tuple[tuple[str, Fact], ...]:
    """Give the facts that we may log ourselves, none of which brings anybody back."""
    return (
        ("a message", Message(at=at, channel=Channel.EMAIL, direction=Direction.OUTBOUND)),
        ("a plan", Commitment(at=at, by=Party.US, asked_by=Party.US, due=at + DAY)),
        ("an insight", Insight(at=at, text="a new law")),
        ("research", Research(at=at, topic="why", text="they grow")),
        ("one more try", CallAttempt(at=at, disposition=Disposition.NO_ANSWER)),
    )


def other_words_sent(situation: Situation, history: History, now: dt.datetime, starts: dt.datetime) -> list[Fact]:
    """Other words that are asked for by then, such as a welcome, as they go out."""
    sent: list[Fact] = []
    for _ in range(MOST_WORDS):
        now += A_SECOND
        step = asked(situation.policy, situation.contact, history.add(*sent), now)
        if not isinstance(step, Write) or max(step.at or now, now) >= starts:
            break
        now = max(step.at or now, now)
        sent += done(step, now)
    return sent
