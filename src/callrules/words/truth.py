"""What a text claims that no fact says: days, hours, sums, counts, names, and what is said to have happened.

It reads English. Of a text in another language only dates in figures, hours, sums and telephone numbers are judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from callrules.deciding.question import Question
from callrules.facts import Fact
from callrules.script import ENGLISH, Finding
from callrules.words.almanac import CLOCK, Almanac, without_days
from callrules.words.claims import Claimed, claims
from callrules.words.figures import (
    ADDRESS,
    AMOUNT,
    SHARE,
    TELEPHONE,
    Strange,
    strange_addresses,
    strange_counts,
    strange_sums,
    strange_telephones,
)
from callrules.words.known import Known
from callrules.words.names import strange_names
from callrules.words.reading import Sentence, sentences, unquoted
from callrules.words.subject import Subject
from callrules.words.support import HELD, NEEDS_THE_WORDS, SUPPORT, shares_a_word

BETTER = "Leave it out, or note the fact first."
ASKING = re.compile(
    r"\b(?:if|unless|whether|had|did|have|has|never|not|would|should|could|can|will|may|to|do)\s+$", re.IGNORECASE
)
"""Words before a claim that make it none: a question, a condition, a wish, a denial."""
DENIALS = {"strangers", "not_met"}


def untruths(text: str, subject: Subject, asked: Question | None = None) -> list[Finding]:
    """Give everything that the text claims and no fact of the case says, in the order in which it is said.

    A day to come on which a call is offered is true where the gate permits the call; for that `asked` is needed.
    """
    known = Known(subject)
    judge = _Judge(text, known, Almanac(known, asked))
    found = {(each.at, each.rule): each for each in judge.findings()}
    return [found[key] for key in sorted(found)]


def without_values(text: str, values: tuple[str, ...]) -> str:
    """The text with what a fact holds word for word blacked out, so that it is not read as ours."""
    for value in values:
        text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", lambda found: re.sub(r"\w", "x", found[0]), text)
    return text


@attrs.frozen
class _Judge:
    """One text that is held against what is known."""

    text: str
    known: Known
    almanac: Almanac

    def findings(self) -> Iterator[Finding]:
        plain = without_values(unquoted(self.text), self.known.shown)
        for said in sentences(plain):
            for rule, says, (start, end) in self._strange(said, plain):
                at = (said.start + start, said.start + end)
                yield Finding(rule=rule, says=says, found=self.text[slice(*at)], at=at, better=BETTER)

    def _strange(self, said: Sentence, plain: str) -> Iterator[Strange]:
        is_english = self.known.subject.sender.language == ENGLISH
        facts: list[Fact] = []
        if is_english:
            yield from self._claims(said, facts)
        yield from strange_telephones(said.text, self.known)
        yield from strange_addresses(said.text, self.known)
        left = ADDRESS.sub(_blank, TELEPHONE.sub(_blank, said.text))
        yield from strange_sums(left, self.known)
        left = SHARE.sub(_blank, AMOUNT.sub(_blank, left))
        yield from self.almanac.strange_days(said.text, left, facts)
        left = without_days(left, self.known.subject.today)
        yield from self.almanac.strange_hours(said.text, left)
        if is_english:
            yield from strange_counts(CLOCK.sub(_blank, left), self.known)
            yield from strange_names(said, self.known, plain)

    def _claims(self, said: Sentence, facts: list[Fact]) -> Iterator[Strange]:
        """Give what is said to have happened and did not; what did is added to the facts."""
        for claim, found in _claimed(said.text):
            support = list(SUPPORT[claim.id](self.known.subject)) if claim.id in SUPPORT else []
            if claim.id in NEEDS_THE_WORDS:
                support = [fact for fact in support if shares_a_word(fact, said.text)]
            facts += support
            if not support and not self._holds(claim.id):
                yield "claim", claim.says, found.span()

    def _holds(self, claim: str) -> bool:
        held, subject = HELD.get(claim), self.known.subject
        return held is not None and held(subject.contact, subject.history)


@lru_cache(maxsize=256)
def _claimed(text: str) -> tuple[tuple[Claimed, re.Match[str]], ...]:
    """Give what a sentence says to have happened, each with the first place: the same sentences are told to many."""
    found = ((claim, next(_places(claim, text), None)) for claim in claims())
    return tuple((claim, place) for claim, place in found if place)


def _places(claim: Claimed, text: str) -> Iterator[re.Match[str]]:
    for pattern in claim.patterns:
        for found in pattern.finditer(text):
            if claim.id in DENIALS or not ASKING.search(text[: found.start()]):
                yield found


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
