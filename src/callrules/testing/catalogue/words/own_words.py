"""Laws of an author's own words and judgements: what is offered is fit to be said, and any words are judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import product
from typing import Any

import attrs

from callrules.deciding.answerer import Answerer, Scope
from callrules.errors import RuleFailed
from callrules.facts import Purchase
from callrules.script import Claim, Finding, Opener
from callrules.step import Call
from callrules.testing.catalogue.shared.own_rules import scope_of
from callrules.testing.catalogue.shared.predicates import after_all
from callrules.testing.catalogue.shared.scripts import is_a_call, quoted, speaks, spoken, subject_of
from callrules.testing.lawbook import Broken, law, unless
from callrules.testing.oracle import DAY
from callrules.testing.policies import own_answerers
from callrules.testing.situations import SPEAKER, Situation, answer_of
from callrules.vocabulary import PURPOSES
from callrules.words.agenda import said
from callrules.words.filling import spared
from callrules.words.gates import is_a_fact

HOOKS = ("openers", "agenda")
SPEAKS = speaks("lint", "untruths")
OFFERS = unless((lambda policy: own_answerers(policy, *HOOKS), "no rule but the house's offers words"))
MATTERS_OF_TASTE = frozenset({"no_reason", "too_long"})
"""What the gate leaves out although it harms nobody."""

TEXTS = ("", "Hello, may I put one question?", "Guten Tag!\n\nIhre Rechnung: 3.200,00 €", "¿?", "x" * 3_000)
KINDS = (None, "opener", "voicemail", *PURPOSES)
LANGUAGES = ("en", "de", "nl", "pt-BR", "ja")


@attrs.frozen
class Offer:
    """A line that a rule offers, as what it is said, and what it rests on."""

    rule: str
    text: str
    kind: str | None = None
    claims: tuple[Claim, ...] = ()


@law(
    "own-words-are-fit",
    says="What a rule of the author's offers to say is true and decent.",
    group="words",
    moment="a rule of the author's offers words for a call",
    reached=lambda situation: is_a_call(situation) and bool(situation.remembered(_offers)),
    at_the_end=True,
    exempts=lambda *asked: SPEAKS(*asked) or OFFERS(*asked),
)
def own_words_are_fit(situation: Situation) -> Iterator[Broken]:
    """Now, and had they sent back what they bought: what is not fit is left out of the script, and nobody hears it."""
    for seen in (situation, *_once_all_is_sent_back(situation)):
        if is_a_call(seen):
            _, _, at = spoken(seen)
            for offer in _offers(seen):
                for wrong in _whats_wrong(seen, offer, at):
                    says = f"{offer.rule} offers {quoted(offer.text)}, but {wrong.says}: {wrong.found!r}"
                    yield Broken(says=says, at=at, history=seen.history)


def _once_all_is_sent_back(situation: Situation) -> Iterator[Situation]:
    """Yield the same, two days after they sent back every order; nothing where they keep none."""
    at, kept = after_all(situation), situation.history.still_bought
    back = [
        Purchase(at=at + DAY, id=f"back {place}", amount=-each.amount, currency=each.currency)
        for place, each in enumerate(kept)
        if each.amount
    ]
    if back:
        yield attrs.evolve(situation, history=situation.history.add(*back), now=at + 2 * DAY, answers={})


def _whats_wrong(situation: Situation, offer: Offer, at: dt.datetime) -> Iterator[Finding]:
    policy: Any = situation.policy
    found = answer_of(lambda: policy.lint(spared(offer.text, offer.claims), kind=offer.kind))
    yield from (each for each in found if each.rule not in MATTERS_OF_TASTE)
    about = (situation.contact, situation.history, at, SPEAKER)
    yield from answer_of(lambda: policy.untruths(offer.text, *about))


def _offers(situation: Situation) -> list[Offer]:
    """Give what the author's rules offer for the call that comes next, where the facts that it rests on are there."""
    step, _, at = spoken(situation)
    reason = step.reason if isinstance(step, Call) else None
    scope = scope_of(situation, situation.history, reason=reason, sender=SPEAKER, at=at)
    subject = subject_of(situation)
    offers = (each for answerer in own_answerers(situation.policy, *HOOKS) for each in _heard(answerer, scope))
    return [each for each in offers if all(is_a_fact(claim.fact, subject) for claim in each.claims)]


def _heard(answerer: Answerer, scope: Scope) -> Iterator[Offer]:
    for answer in answer_of(partial(answerer.answers, scope)):
        if isinstance(answer, Opener):
            yield Offer(answerer.rule, answer.text, "opener", answer.claims)
        else:
            yield from (Offer(answerer.rule, line) for line in said(answer))


@law(
    "any-words-are-judged",
    says="A rule that judges words has an answer for any text, of any kind, in any language.",
    group="words",
    at_the_end=True,
    exempts=unless((lambda policy: own_answerers(policy, "manners"), "no rule but the house's judges words")),
)
def any_words_are_judged(situation: Situation) -> Iterator[Broken]:
    """Whatever a host hands to `lint`."""
    who = scope_of(situation, situation.history)
    for answerer in own_answerers(situation.policy, "manners"):
        for text, kind, language in product(TEXTS, KINDS, LANGUAGES):
            try:
                answerer.answers({**who, "text": text, "kind": kind, "language": language})
            except RuleFailed as failed:
                yield Broken(says=f"asked about {quoted(text)} (kind {kind}, language {language}): {failed}")
