"""How a call could begin: what the house offers, and which of all offers is taken (rulebook A5, B2, D4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from callrules.script import Opener
from callrules.words.library import Library
from callrules.words.subject import Subject
from callrules.words.topics import topics_of
from callrules.words.turns import in_turn, told, turn, whose_turn


def openers_of(subject: Subject, texts: Library) -> Iterator[Opener]:
    """Give every opener of the house that is true, in turn, those of the closest topic first."""
    number = turns_taken(subject)
    for topic in topics_of(subject, texts):
        offered = [
            (place, Opener(text=words.text, claims=words.claims, name=name))
            for place, name, words in told(topic, "openers", subject, dict(texts.common))
        ]
        yield from in_turn(offered, number)


def turns_taken(subject: Subject) -> int:
    """Give the number of the turn: one more with every attempt of ours."""
    return turn(subject, len(subject.history.attempts))


def not_used_last(openers: Sequence[Opener], passes: Callable[[Opener], bool], subject: Subject) -> Opener | None:
    """Take the first that passes and that the last attempt did not note as used.

    Where it noted none, two that pass take turns, so that none is used twice running all the same.
    """
    attempts = subject.history.attempts
    used = set(attempts[-1].used) if attempts else set()
    fresh = [each for each in openers if not used & {each.name, each.text}]
    some = list(islice(filter(passes, fresh), 2 if len(fresh) == len(openers) else 1))
    return whose_turn(some, turns_taken(subject))
