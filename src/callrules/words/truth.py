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
from callrules.script import ENGLISH, Claim, Finding
from callrules.words.almanac import CLOCK, Almanac, without_days
from callrules.words.claims import Claimed
from callrules.words.claims import claims as known_claims
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
from callrules.words.hearsay import strange_words_of_theirs
from callrules.words.known import Known
from callrules.words.names import strange_names
from callrules.words.reading import Sentence, sentences, unquoted
from callrules.words.subject import Subject
from callrules.words.support import HELD, NEEDS_THE_WORDS, SUPPORT, shares_a_word

BETTER = "Leave it out, or note the fact first."


def untruths(
    text: str, subject: Subject, asked: Question | None = None, claims: tuple[Claim, ...] = ()
) -> list[Finding]:
    """Give everything that the text claims and no fact of the case says, in the order in which it is said.

    A day to come on which a call is offered is true where the gate permits the call; for that `asked` is needed.
    """
    known = Known(subject)
    judge = _Judge(text, known, Almanac(known, asked), claims)
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
    claims: tuple[Claim, ...] = ()

    def findings(self) -> Iterator[Finding]:
        plain = without_values(unquoted(self.text), self.known.shown)
        for said in sentences(plain):
            for rule, says, (start, end) in self._strange(said, plain):
                yield self._finding(rule, says, said.start + start, said.start + end)
        if self.known.subject.sender.language == ENGLISH:
            for rule, says, at in strange_words_of_theirs(self.text, self.known.subject, self.claims):
                yield self._finding(rule, says, *at)

    def _finding(self, rule: str, says: str, start: int, end: int) -> Finding:
        return Finding(rule=rule, says=says, found=self.text[start:end], at=(start, end), better=BETTER)

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
        held = HELD.get(claim)
        return held is not None and held(self.known.subject)


@lru_cache(maxsize=256)
def _claimed(text: str) -> tuple[tuple[Claimed, re.Match[str]], ...]:
    """Claims of a sentence that something happened, each with its first place: the same sentences are told to many."""
    found = ((claim, next(claim.places(text), None)) for claim in known_claims())
    return tuple((claim, place) for claim, place in found if place)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
