"""Laws of readiness: who does not know us is not rung, and a red phone not before all is there."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.contact import Role
from callrules.declared import NeverCold, Prepared
from callrules.facts import Fact, Insight, Introduction, Research
from callrules.step import SeekIntroduction
from callrules.testing.catalogue.shared.predicates import WARMEST, asks_for_a_call, is_ahead_of_the_facts, told_already
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, is_bought, is_from_them, is_order, is_talk
from callrules.testing.situations import Ring, Situation
from callrules.vocabulary import RANK

TWO_YEARS = 730 * DAY


def _is_acquainted(fact: Fact) -> bool:
    return is_talk(fact) or is_from_them(fact) or is_bought(fact) or is_order(fact)


def _knows_us(situation: Situation) -> bool:
    return any(map(_is_acquainted, situation.person.own))


def _is_introduced(situation: Situation) -> bool:
    return any(isinstance(fact, Introduction) for fact in situation.person.own)


@law(
    "never-cold",
    says="A decision maker who does not know us is not rung.",
    group="truth",
    moment="a decision maker does not know us",
    reached=lambda situation: (
        situation.contact.role is Role.DECISION_MAKER
        and is_ahead_of_the_facts(situation)
        and not (_knows_us(situation) or _is_introduced(situation))
    ),
    needs=NeverCold,
)
def never_cold(situation: Situation) -> Iterator[Broken]:
    """But for a promised or returned call, and for a moment that they named."""
    cold, open_gate = "a decision maker is called cold", "the gate is open for a cold call to a decision maker"
    yield from _rung_all_the_same(situation, cold, open_gate, "seek_introduction")


def _rung_unpromised(situation: Situation) -> Iterator[Ring]:
    """The first ring, but for a promised or returned call, and for a moment that they named."""
    return (each for each in situation.rings[:1] if each.reason.name not in WARMEST and each.reason.named is None)


def _rung_all_the_same(situation: Situation, rung: str, open_gate: str, expected: str) -> Iterator[Broken]:
    """Rung for no promise, or the gate would let it ring."""
    for ring in _rung_unpromised(situation):
        yield Broken(says=rung, at=ring.at, expected=expected)
    verdict = situation.gate()
    because = verdict.because[0].code if verdict.because else ""
    if verdict.allowed and because in RANK and because not in WARMEST:
        yield Broken(says=open_gate, expected=expected)


@law(
    "introduced-to-strangers",
    says="Nobody is to introduce us to somebody who had to do with us in the last two years.",
    group="truth",
    moment="an introduction is asked for",
    reached=lambda situation: isinstance(situation.step, SeekIntroduction) and is_ahead_of_the_facts(situation),
)
def introduced_to_strangers(situation: Situation) -> Iterator[Broken]:
    """Look for a talk, a sign of theirs or an order: whoever had one knows us."""
    since = situation.now - TWO_YEARS
    if any(_is_acquainted(fact) and fact.at > since for fact in situation.person.own):
        yield Broken(says="an introduction is asked for, although they know us", expected="no seek_introduction")


def _has_opened_the_gate(fact: Fact) -> bool:
    return is_talk(fact) or is_from_them(fact) or isinstance(fact, Introduction)


def _missing(situation: Situation, declared: Prepared) -> set[str]:
    own, contact = situation.person.own, situation.contact
    insights = [fact for fact in own if isinstance(fact, Insight)]
    known = {
        "common_ground": contact.common_ground,
        "drivers": contact.drivers,
        "insight": insights,
        "source": [fact for fact in insights if fact.source],
        "path": [fact for fact in own if _has_opened_the_gate(fact)],
    }
    researched = {fact.topic for fact in own if isinstance(fact, Research)}
    return {each for each in declared.needs if each not in researched and not known.get(each)}


def _is_unprepared(situation: Situation) -> bool:
    return (
        situation.contact.red_phone
        and is_ahead_of_the_facts(situation)
        and any(_missing(situation, each) for each in situation.facts_declared(Prepared))
    )


@law(
    "prepared",
    says="A red phone is not rung before what binds is there.",
    group="truth",
    moment="a red phone is not ready",
    reached=_is_unprepared,
    needs=Prepared,
)
def prepared(situation: Situation) -> Iterator[Broken]:
    """But for a promised or returned call, and for a moment that they named."""
    unprepared, open_gate = "a red phone is rung unprepared", "the gate is open although a red phone is not ready"
    yield from _rung_all_the_same(situation, unprepared, open_gate, "prepare")


def _stale_only(situation: Situation, declared: Prepared, ring: Ring) -> bool:
    fresh, told = ring.at - declared.insight_days * DAY, told_already(situation)
    return "insight" in declared.needs and not any(
        isinstance(fact, Insight) and fact.at > fresh and fact.key not in told for fact in situation.person.own
    )


@law(
    "prepared-with-something-new",
    says="A red phone is rung only with an insight that is not stale, and that they do not know yet.",
    group="truth",
    moment="a red phone is asked for",
    reached=lambda situation: situation.contact.red_phone and asks_for_a_call(situation),
    needs=Prepared,
)
def prepared_with_something_new(situation: Situation) -> Iterator[Broken]:
    """But for a promised or returned call, and for a moment that they named."""
    for ring in _rung_unpromised(situation):
        if any(_stale_only(situation, each, ring) for each in situation.facts_declared(Prepared)):
            yield Broken(says="a red phone is rung with nothing new to say", at=ring.at, expected="prepare")
