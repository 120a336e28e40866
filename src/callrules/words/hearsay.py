"""What is said to come from them and was found out by us: a note of ours, word for word, told as their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from callrules.facts import Insight, Research
from callrules.script import Claim
from callrules.words.claims import claims as known_claims
from callrules.words.figures import Strange
from callrules.words.known import words_of_fact
from callrules.words.reading import PLAIN
from callrules.words.slots import plain
from callrules.words.subject import Subject
from callrules.words.support import told_by_them

SAYS = "no fact says that they told us so: it is what we found out"
THEIR_WORDS = frozenset({"asked", "wrote", "said", "they_promised"})
"""Claims that something comes from them."""
SOMETHING_ELSE = re.compile(
    r"[.!?…]\s|\b(?:(?<!when )(?:i|we)|i'\w+|we'\w+|here|and|so|but|tell|call|hear)\b", re.IGNORECASE
)
"""What stands between such a claim and a note that is not its object: “you asked me to tell you: …”."""
POINTS_BACK = re.compile(r"[\s.,;:!-]*(?:(?:so|as|or|that|this|it|which|what|is|was|at least) )*", re.IGNORECASE)
"""What stands between a note and a claim that points back at it: “… That is what you told us.”"""


def strange_words_of_theirs(text: str, subject: Subject, claims: Iterable[Claim] = ()) -> Iterator[Strange]:
    """Give each claim that they said, wrote or asked what only a note of ours holds, or what rests on one."""
    said = text.translate(PLAIN)
    ours = list(_only_ours(subject))
    keys = {fact.key for fact in ours}
    values = {_read(fact.text) for fact in ours} | {_read(each.says) for each in claims if each.fact in keys}
    notes = [place for value in values if " " in value and value != _read(text) for place in _places(value, said)]
    if notes:
        told = (found for claim in known_claims() if claim.id in THEIR_WORDS for found in claim.places(said))
        yield from (("claim", SAYS, each.span()) for each in told if any(_is_about(said, each, note) for note in notes))


def _only_ours(subject: Subject) -> Iterator[Research | Insight]:
    """Give what we found out, save what words of theirs hold."""
    notes: list[Research | Insight] = [*subject.history.research, *subject.history.insights]
    theirs = [_read(words) for fact in told_by_them(subject) for words in words_of_fact(fact)] if notes else []
    for fact in notes:
        if not (any(_read(fact.text) in each for each in theirs) or _comes_from_them(fact, subject)):
            yield fact


def _comes_from_them(fact: Research | Insight, subject: Subject) -> bool:
    names = [_read(each) for each in (subject.contact.name, subject.contact.goes_by) if each]
    source = _read(getattr(fact, "source", None) or "")
    return any(each in source for each in names)


def _read(words: str) -> str:
    return plain(words).translate(PLAIN).strip(" .").casefold()


def _places(note: str, said: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in re.finditer(rf"(?<!\w){re.escape(note)}(?!\w)", said, re.IGNORECASE))


def _is_about(said: str, claim: re.Match[str], note: tuple[int, int]) -> bool:
    """Whether the note is what the claim says that they said: right after it, right before, or around it."""
    start, end = note
    if claim.end() <= start:
        return SOMETHING_ELSE.search(said, claim.end(), start) is None
    is_around = start <= claim.start() and claim.end() <= end
    return is_around or (end <= claim.start() and POINTS_BACK.fullmatch(said, end, claim.start()) is not None)
