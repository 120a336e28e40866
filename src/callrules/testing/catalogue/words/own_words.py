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
from callrules.testing.catalogue.shared.scripts import (
    has_words,
    is_a_call,
    quoted,
    speaks,
    spoken,
    subject_of,
    wordings,
)
from callrules.testing.lawbook import Broken, law, unless
from callrules.testing.oracle import DAY
from callrules.testing.policies import own_answerers
from callrules.testing.situations import SPEAKER, Situation, answer_of
from callrules.vocabulary import PURPOSES
from callrules.words import apologies
from callrules.words.agenda import said
from callrules.words.customs import breaches
from callrules.words.filling import spared
from callrules.words.gates import is_a_fact
from callrules.words.hearsay import strange_words_of_theirs

HOOKS = ("openers", "agenda")
SPEAKS = speaks("lint", "untruths")
OFFERS = unless((lambda policy: own_answerers(policy, *HOOKS), "no rule but the house's offers words"))
MATTERS_OF_TASTE = frozenset({"no_reason", "too_long"})
"""What the gate leaves out although it harms nobody."""

NEVER = frozenset({"reproach", "pressure", "deaf_to_no", "arrogance", apologies.PITCH})
"""What no decent playbook lets pass, for it hurts whoever hears it; the rest is a host's to switch off."""

YEARS = 800 * DAY
TEXTS = ("", "Hello, may I put one question?", "Guten Tag!\n\nIhre Rechnung: 3.200,00 €", "¿?", "x" * 3_000)
KINDS = (None, "opener", "voicemail", *PURPOSES)
LANGUAGES = ("en", "de", "nl", "pt-BR", "ja")


@attrs.frozen
class Offer:
    """A line that a rule offers, as what it is said, and what it rests on; some a caller only goes by."""

    rule: str
    text: str
    kind: str | None = None
    claims: tuple[Claim, ...] = ()
    heard: bool = True


@law(
    "own-words-are-fit",
    says="What a rule of the author's offers to say is true and decent.",
    group="words",
    moment="a rule of the author's offers words for a call",
    reached=lambda situation: any(each.remembered(_offers) for each in situation.remembered(_calls)),
    at_the_end=True,
    exempts=lambda *asked: SPEAKS(*asked) or OFFERS(*asked),
)
def own_words_are_fit(situation: Situation) -> Iterator[Broken]:
    """Now, had they sent back what they bought, and years later: what is not fit is left out, and nobody hears it."""
    for seen in situation.remembered(_calls):
        _, _, at = spoken(seen)
        for offer in seen.remembered(_offers):
            for wrong in _whats_wrong(seen, offer, at):
                says = f"{offer.rule} offers {quoted(offer.text)}, but {wrong.says}: {wrong.found!r}"
                yield Broken(says=says, at=at, history=seen.history)


def _calls(situation: Situation) -> list[Situation]:
    """Give the situations in which a call comes next: this, and others that it may come to."""
    others = (*_once_all_is_sent_back(situation), *_after_years_of_silence(situation))
    return [each for each in (situation, *others) if is_a_call(each)]


def _after_years_of_silence(situation: Situation) -> Iterator[Situation]:
    """Yield the same, once who kept an order is missed: the call that wins them back (A3)."""
    if situation.history.still_bought:
        yield attrs.evolve(situation, now=after_all(situation) + YEARS, answers={})


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
    words = spared(offer.text, offer.claims)
    if situation.remembered(_is_sorry):
        found = answer_of(lambda: policy.lint(words, kind=apologies.KIND))
        yield from (each for each in found if each.rule == apologies.PITCH)
    if offer.heard:
        found = answer_of(lambda: policy.lint(words, kind=offer.kind))
        yield from (each for each in found if each.rule not in MATTERS_OF_TASTE)
        about = (situation.contact, situation.history, at, SPEAKER)
        yield from answer_of(lambda: policy.untruths(offer.text, *about))
        for rule, says, place in strange_words_of_theirs(offer.text, subject_of(situation), offer.claims):
            yield Finding(rule=rule, says=says, found=offer.text[slice(*place)], at=place)


def _is_sorry(situation: Situation) -> bool:
    """Whether the call that comes next is an apology, by what it is about or by how it begins."""
    _, script, _ = spoken(situation)
    return apologies.is_an_apology(subject_of(situation), script.opener)


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
            heard = tuple(said(answer))
            yield from (Offer(answerer.rule, line) for line in heard)
            gone_by = (line for line in apologies.lines_of(answer) if line not in heard)
            yield from (Offer(answerer.rule, line, heard=False) for line in gone_by)


@law(
    "own-words-hurt-nobody",
    says="Whatever a playbook lets pass, its words do not blame, press or talk down to anybody, nor overhear a no.",
    group="words",
    moment="there is something to say or to write",
    reached=has_words,
    at_the_end=True,
    exempts=speaks(),
    decent=True,
)
def own_words_hurt_nobody(situation: Situation) -> Iterator[Broken]:
    """Hold the words to the manners of the house, whatever a playbook allows or puts in their place."""
    step, script, at = spoken(situation)
    kind = getattr(step, "purpose", None)
    lines = [Offer("the script", each.text, kind, each.claims) for each in wordings(script)]
    if is_a_call(situation):
        lines += [each for each in situation.remembered(_offers) if each.heard]
    for line in lines:
        found = breaches(spared(line.text, line.claims), line.kind, SPEAKER.language)
        for wrong in (each for each in found if each.rule in NEVER):
            yield Broken(says=f"{line.rule} says {quoted(line.text)}, but {wrong.says}: {wrong.found!r}", at=at)


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
