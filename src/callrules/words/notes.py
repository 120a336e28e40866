"""The words of a note: plain, warm, true, and never a pitch (rulebook D3, B4, F14)."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.script import Note
from callrules.words.filling import PARAGRAPH, Phrases, Words, first_sentence
from callrules.words.library import Library
from callrules.words.slots import slot_of
from callrules.words.subject import Subject
from callrules.words.topics import reason_of_the_bad_moment, topics_of
from callrules.words.turns import in_turn, told, turn, whose_turn

OF_CUSTOMERS = frozenset({"lapsed_customer", "dormant_customer"})
"""The reasons whose question says that they bought."""


def note_of(subject: Subject, texts: Library) -> Note | None:
    """Give the text of what is written, from the salutation to the signature; `None` where nothing true is known."""
    return next(_notes(subject, texts), None)


def _notes(subject: Subject, texts: Library) -> Iterator[Note]:
    phrases = _phrases(subject, texts)
    number = turn(subject, len(subject.history.written))
    for topic in topics_of(subject, texts):
        written = [(place, (name, words)) for place, name, words in told(topic, "notes", subject, phrases)]
        taken = whose_turn(in_turn(written, number), number)
        if taken:
            yield _letter(subject, phrases, *taken)


def _phrases(subject: Subject, texts: Library) -> Phrases:
    """The phrases of the language; what the call was about and its question are those of its reason.

    A call may be logged as one to a customer although nobody bought: then the question does not say that they did.
    """
    reason = reason_of_the_bad_moment(subject)
    asks = reason not in OF_CUSTOMERS or slot_of("bought", subject) is not None
    own = {part: texts.common.get(f"{part}_{reason}") for part in ("result", *(["question"] if asks else []))}
    return {**texts.common, **{part: lines for part, lines in own.items() if lines}}


def _letter(subject: Subject, phrases: Phrases, name: str, body: Words) -> Note:
    around = [first_sentence(phrases[part], subject, phrases) for part in ("dear", "signature")]
    parts = [each for each in (around[0], body, around[1]) if each]
    text = PARAGRAPH.join(each.text for each in parts)
    return Note(text=text, claims=tuple(claim for each in parts for claim in each.claims), name=name)
