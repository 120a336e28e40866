"""Templates filled with named slots: a sentence of which a slot is unknown falls away, and nothing is run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import Template

import attrs

from callrules.script import Claim
from callrules.words.library import Variant
from callrules.words.slots import CONDITIONS, slot_of
from callrules.words.subject import Subject

PARAGRAPH = "\n\n"
Phrases = dict[str, tuple[str, ...]]
"""Phrases of a language, each with its alternatives, best first: `me` is `$caller of $company`, else `$caller`."""


@attrs.frozen
class Words:
    """Some words, and what each part of them that could be false rests on."""

    text: str
    claims: tuple[Claim, ...] = ()


def sentence(template: str, subject: Subject, phrases: Phrases) -> Words | None:
    """The sentence with its slots filled; `None` where one is unknown, or it is no template."""
    written = Template(template)
    if not written.is_valid():
        return None
    found = {name: _held(name, subject, phrases) for name in written.get_identifiers()}
    known = {name: words for name, words in found.items() if words is not None and name not in CONDITIONS}
    if len(known) < len(found):
        return None
    claims = tuple(claim for words in known.values() for claim in words.claims)
    return Words(written.substitute({name: words.text for name, words in known.items()}), claims)


def first_sentence(templates: Iterable[str], subject: Subject, phrases: Phrases) -> Words | None:
    """The first of the sentences that can be filled."""
    filled = (sentence(each, subject, phrases) for each in templates)
    return next((each for each in filled if each), None)


def _held(name: str, subject: Subject, phrases: Phrases) -> Words | None:
    if name in phrases:
        return first_sentence(phrases[name], subject, {})
    filled = slot_of(name, subject)
    return Words(filled.text, (Claim(filled.text, filled.fact),)) if filled else None


def variant(written: Variant, subject: Subject, phrases: Phrases) -> Words | None:
    """The text with what is known; `None` where something that it needs is not known, or nothing is left of it."""
    needed = {name: slot_of(name, subject) for name in written.needs}
    if not all(needed.values()) or any(slot_of(name, subject) for name in written.unless):
        return None
    paragraphs = [_paragraph(each, subject, phrases) for each in written.paragraphs]
    told = [each for each in paragraphs if each]
    if not told:
        return None
    text = PARAGRAPH.join(each.text for each in told)
    rests = tuple(Claim(text, each.fact) for name, each in needed.items() if each and name in CONDITIONS)
    return Words(text, (*(claim for each in told for claim in each.claims), *_of_facts(rests)))


def _paragraph(sentences: Sequence[str], subject: Subject, phrases: Phrases) -> Words | None:
    told = [each for each in (sentence(one, subject, phrases) for one in sentences) if each]
    if not told:
        return None
    return Words(" ".join(each.text for each in told), tuple(claim for each in told for claim in each.claims))


def _of_facts(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.fact != "history")


def spared(words: str, claims: Iterable[Claim]) -> str:
    """The words with what they were filled with blacked out, letter by letter, so that places stay the same."""
    values = sorted({each.says for each in claims if each.says.strip() and each.says != words}, key=len, reverse=True)
    for each in values:
        words = re.sub(re.escape(each), lambda found: _blank(found[0]), words)
    return words


def _blank(value: str) -> str:
    return "".join(" " if each.isspace() else "X" if each.isupper() else "x" for each in value)
