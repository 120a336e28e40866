"""Laws of sameness: spelling, order, repetition, names and another year change no answer."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import attrs
import pendulum

from callrules.declared import Sampled
from callrules.facts import Fact
from callrules.history import History
from callrules.step import Step
from callrules.testing.catalogue.shared.predicates import answered, asked_afresh
from callrules.testing.lawbook import Broken, Tier, law, where_declared
from callrules.testing.oracle import DAY
from callrules.testing.situations import Situation, asked

EVERYWHERE = (ZoneInfo("Asia/Tokyo"), dt.timezone(dt.timedelta(hours=-9, minutes=-30)), pendulum.timezone("UTC"))


@law(
    "instant-not-spelling",
    says="The answer hangs on the instant, not on the zone in which it is written.",
    group="purity",
    at_the_end=True,
)
def instant_not_spelling(situation: Situation) -> Iterator[Broken]:
    """The same moment in other zones, from the standard library or pendulum."""
    here = situation.now.astimezone(situation.person.zone)
    spelled = [here, *(situation.now.astimezone(zone) for zone in EVERYWHERE), pendulum.instance(situation.now)]
    for now in spelled:
        there = asked(situation.policy, situation.contact, situation.history, now)
        yield from _otherwise(
            situation, there, f"the same instant, written as {now.isoformat()}, is answered otherwise"
        )


def _otherwise(situation: Situation, other: Step, says: str) -> Iterator[Broken]:
    if other != situation.step:
        yield Broken(says=says, answers=(situation.step, other))


@law(
    "order-of-facts",
    says="A history is a set: the order in which facts arrive changes nothing.",
    group="purity",
    moment="several facts",
    reached=lambda situation: len(situation.history.entries) > 1,
    at_the_end=True,
)
def order_of_facts(situation: Situation) -> Iterator[Broken]:
    """Backwards, shuffled, and one at a time."""
    entries = list(situation.history.entries)
    shuffled = random.Random(situation.seed).sample(entries, len(entries))  # noqa: S311 - no secret
    one_by_one = History()
    for fact in shuffled:
        one_by_one = one_by_one.add(fact)
    for history in (History(reversed(entries)), one_by_one):
        says = "the same facts in another order are answered otherwise"
        yield from _otherwise(situation, asked_afresh(situation, history), says)


@law(
    "duplicates-count-once",
    says="The same fact sent twice, by two hosts or in two halves that overlap, counts once.",
    group="purity",
    moment="a fact sent twice",
    reached=lambda situation: bool(situation.history.entries),
    at_the_end=True,
)
def duplicates_count_once(situation: Situation) -> Iterator[Broken]:
    """Merging is union."""
    entries = situation.history.entries
    half = len(entries) // 2
    for history in (History((*entries, *entries)), History(entries[half:]).merge(History(entries[: half + 1]))):
        yield from _otherwise(situation, asked_afresh(situation, history), "the same fact counted twice")


def _is_logged(fact: Fact) -> bool:
    return fact.id is None and fact.recorded is None


@law(
    "logging-moves-nothing",
    says="What counts is when something happened, not when it was typed in.",
    group="purity",
    moment="a fact without a version",
    reached=lambda situation: any(_is_logged(fact) for fact in situation.history.entries),
    at_the_end=True,
)
def logging_moves_nothing(situation: Situation) -> Iterator[Broken]:
    """Typed in a week later, and seconds after it happened."""
    for late in (9 * DAY, dt.timedelta(seconds=5)):
        typed_in = [
            attrs.evolve(fact, recorded=fact.at + late) if _is_logged(fact) else fact
            for fact in situation.history.entries
        ]
        later = asked_afresh(situation, History(typed_in))
        if answered(later) != answered(situation.step):
            says = "the same facts, typed in later, are answered otherwise"
            yield Broken(says=says, answers=(situation.step, later))


@law(
    "name-changes-nothing",
    says="What somebody is called changes nothing: people are treated alike.",
    group="purity",
    tier=Tier.ADVISORY,
    at_the_end=True,
    exempts=where_declared(Sampled, "a rule declares that it treats people differently by id"),
)
def name_changes_nothing(situation: Situation) -> Iterator[Broken]:
    """Give the contact another id and another name, and compare."""
    renamed = attrs.evolve(situation.contact, id="other", name="Somebody Else", goes_by=None)
    facts = [
        attrs.evolve(fact, contact="other") if fact.contact == situation.contact.id else fact
        for fact in situation.history.entries
    ]
    other = asked_afresh(situation, History(facts), renamed)
    if answered(other) != answered(situation.step):
        yield Broken(says="under another name they are answered otherwise", answers=(situation.step, other))
