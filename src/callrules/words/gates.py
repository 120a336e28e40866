"""The two gates that stand before all words: are they decent, and are they true?"""

from __future__ import annotations

from callrules.deciding.question import Question
from callrules.script import Finding, Wording
from callrules.words.apologies import KIND, PITCH
from callrules.words.filling import spared
from callrules.words.subject import Subject
from callrules.words.truth import untruths

FIELDS = ("contact", "sender", "step")


def indecencies(asked: Question, text: str, kind: str | None, language: str) -> list[Finding]:
    """Give what every rule finds wrong with the words, in the order in which they are said."""
    found = [
        each
        for question in asked.plan["manners"]
        for each in question.answers({**asked.scope, "text": text, "kind": kind, "language": language})
    ]
    return sorted(found, key=lambda each: (each.at, each.rule))


def pitches(asked: Question, text: str, language: str) -> list[Finding]:
    """Give what sells in a line of a call that is an apology."""
    return [each for each in indecencies(asked, text, KIND, language) if each.rule == PITCH]


def whats_wrong(asked: Question, subject: Subject, words: Wording, kind: str | None = "opener") -> str | None:
    """Tell why these words must not be said; `None` where nothing speaks against them."""
    lost = next((claim for claim in words.claims if not is_a_fact(claim.fact, subject)), None)
    if lost:
        return f"it rests on {lost.fact!r}, which is no fact"
    indecent = indecencies(asked, spared(words.text, words.claims), kind, subject.sender.language)
    wrong = next(iter([*indecent, *untruths(words.text, subject, asked, words.claims)]), None)
    return f"{wrong.says}: {words.text[slice(*wrong.at)]!r}" if wrong else None


def is_a_fact(key: str, subject: Subject) -> bool:
    """Whether a claim can rest on what has that key."""
    where, _, field = key.partition(".")
    if where in FIELDS and field:
        held = subject.reason if key == "step.reason" else getattr(getattr(subject, where), field, None)
        return held not in {None, ()}
    return key == "gate" or subject.fact(key) is not None
