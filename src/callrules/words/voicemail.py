"""A voicemail that gets a call back: when to leave one, and what to say in at most half a minute (rulebook E5)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from callrules.dispositions import Disposition
from callrules.history import History
from callrules.script import Claim, Voicemail
from callrules.words.filling import Words, first_sentence
from callrules.words.library import Library
from callrules.words.subject import Subject
from callrules.words.topics import topics_of
from callrules.words.turns import in_turn, told, turn, whose_turn

A_MINUTE = 150
"""Words that are spoken in a minute (rulebook E5: 75 words are half a minute)."""
LONGEST = 30
"""Seconds that a voicemail lasts at most (rulebook E5)."""
TOKEN = re.compile(r"\d|[^\W\d_]+(?:['’-][^\W\d_]+)*")


def leaves_a_voicemail(history: History) -> bool:
    """Whether the next attempt leaves a voicemail where nobody answers: unless the last one of the row left one.

    A voicemail is an attempt, not a conversation, so a row of them is walked away from like any other.
    """
    row = history.row_of_unanswered
    return not row or row[-1].disposition is not Disposition.VOICEMAIL_LEFT


def seconds_spoken(text: str) -> int:
    """How long it takes to say the text, in whole seconds at 150 words a minute; each digit is a word."""
    return math.ceil(len(TOKEN.findall(text)) * 60 / A_MINUTE)


def voicemail_of(subject: Subject, texts: Library) -> Voicemail | None:
    """Give the voicemail for this call: who, one reason to call back, when we try again, the number twice.

    `None` where this attempt leaves none, or none fits into half a minute.
    """
    return next(_voicemails(subject, texts), None) if leaves_a_voicemail(subject.history) else None


def _voicemails(subject: Subject, texts: Library) -> Iterator[Voicemail]:
    left = sum(call.disposition is Disposition.VOICEMAIL_LEFT for call in subject.history.calls)
    number = turn(subject, left)
    for topic in topics_of(subject, texts):
        lines = told(topic, "voicemails", subject, dict(texts.common))
        short = [(place, each) for place, name, words in lines if (each := _spoken(subject, texts, name, words))]
        several = in_turn(short, number)
        taken = whose_turn(several, number)
        if taken:
            yield taken


def _spoken(subject: Subject, texts: Library, name: str, reason: Words) -> Voicemail | None:
    """Put the reason between who we are and how to reach us; `None` where that takes too long."""
    common = dict(texts.common)
    around = {part: first_sentence(common[part], subject, common) for part in ("intro", "again", "number_twice")}
    parts = [each for each in (around["intro"], reason, around["again"], around["number_twice"]) if each]
    text = " ".join(each.text for each in parts)
    claims: tuple[Claim, ...] = tuple(claim for each in parts for claim in each.claims)
    seconds = seconds_spoken(text)
    return Voicemail(text=text, claims=claims, name=name, seconds=seconds) if seconds <= LONGEST else None
