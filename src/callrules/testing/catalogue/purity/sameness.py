"""Laws of sameness: spelling, order, repetition, names and another year change no answer."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import attrs
import pendulum

from callrules.deciding.admission import name_of
from callrules.declared import Dated, Sampled, declared_by
from callrules.facts import CallAttempt, Fact, Message
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Call, Step, WalkAway, Write
from callrules.testing.catalogue.shared.predicates import asked_afresh
from callrules.testing.lawbook import Broken, Tier, law
from callrules.testing.oracle.clock import DAY
from callrules.testing.policies import Declaration, Policy, says_what_it_hangs_on
from callrules.testing.situations import Situation, asked

V = TypeVar("V", bound=Any)
EVERYWHERE = (ZoneInfo("Asia/Tokyo"), dt.timezone(dt.timedelta(hours=-9, minutes=-30)), pendulum.timezone("UTC"))
FIXED = frozenset({"UTC", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago"})
"""Zones of the ladder whose clocks never change."""
TWENTY_EIGHT_YEARS = 10_227 * DAY
"""Between 1901 and 2099 the calendar repeats after 28 years, weekdays and leap days included."""


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
        step = asked(situation.policy, situation.contact, situation.history, now)
        if step != situation.step:
            yield Broken(says=f"the same instant, written as {now.isoformat()}, is answered otherwise")


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
        if asked_afresh(situation, history) != situation.step:
            yield Broken(says="the same facts in another order are answered otherwise")


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
    merged = History(entries[half:]).merge(History(entries[: half + 1]))
    for history in (History((*entries, *entries)), merged):
        if asked_afresh(situation, history) != situation.step:
            yield Broken(says="the same fact counted twice")


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
        if _told(asked_afresh(situation, History(typed_in))) != _told(situation.step):
            yield Broken(says="the same facts, typed in later, are answered otherwise")


def _told(step: Step) -> tuple[object, ...]:
    """A step without the names by which facts are known, and without its words."""
    more: tuple[object, ...] = ()
    if isinstance(step, Call):
        more = (step.since, step.until, step.number, step.reason.name, step.reason.due, step.reason.named)
    elif isinstance(step, Write):
        more = (step.since, step.purpose, step.channel, step.promises)
    elif isinstance(step, WalkAway):
        more = (step.since, step.grounds, step.revisit, step.channel)
    return (step.type, step.at, *more)


def _repeats(situation: Situation) -> bool:
    zones = {phone.timezone for phone in situation.contact.phones} - {None}
    zones |= {situation.contact.timezone, *_zones_of_facts(situation)}
    return zones <= FIXED


def _may_be_dated(policy: Policy, declared: Sequence[Declaration]) -> str | None:
    """Bars the law for who declares to be dated; of a playbook only the dated rules are left out."""
    if not isinstance(policy, Playbook) and getattr(policy, "owes_from", None):
        return "it goes live on a date (`owes_from`)"
    if not isinstance(policy, Playbook) and any(isinstance(each.fact, Dated) for each in declared):
        return "a rule declares that it is dated"
    undeclared = "a rule declares nothing, not even (), so it may be dated"
    return None if says_what_it_hangs_on(policy) else undeclared


@lru_cache(maxsize=64)
def undated(playbook: Playbook) -> Playbook:
    """The playbook without its rules that declare to be dated, and without the day of its going live."""
    dated = [name_of(each) for each in playbook.rules if any(isinstance(fact, Dated) for fact in declared_by(each))]
    alone = playbook.without(*dated) if dated else playbook
    return Playbook(alone.rules, strict=alone.strict) if alone.owes_from else alone


def _is_sampled(_: Policy, declared: Sequence[Declaration]) -> str | None:
    sampled = any(isinstance(each.fact, Sampled) for each in declared)
    return "a rule declares that it treats people differently by id" if sampled else None


def _zones_of_facts(situation: Situation) -> set[str]:
    moments = (value for fact in situation.history.entries for value in attrs.asdict(fact, recurse=False).values())
    return {str(getattr(value.tzinfo, "key", "UTC")) for value in moments if isinstance(value, dt.datetime)}


@law(
    "calendar-repeats",
    says="Twenty-eight years later the calendar is the same, and so is the answer.",
    group="time",
    moment="a place without clock changes",
    reached=_repeats,
    at_the_end=True,
    exempts=_may_be_dated,
)
def calendar_repeats(situation: Situation) -> Iterator[Broken]:
    """Shift the life by whole weeks.

    No year, no date and no today may be built into a rule, unless it declares that it is dated.

    Of a playbook with dated rules, such as public holidays, the rest is asked.
    A goodbye on the ground of who they are has no date of its own, and may keep any.
    """
    history = History(_all_later(situation.history.entries))
    contact = _later(situation.contact)
    policy = undated(situation.policy) if isinstance(situation.policy, Playbook) else situation.policy
    today = asked(policy, situation.contact, situation.history, situation.now)
    step = asked(policy, contact, history, situation.now + TWENTY_EIGHT_YEARS)
    if _told(step) != _told(_later_step(today, step)):
        yield Broken(
            says="in another year, with the same weekdays, it answers otherwise: is a date built in (`Dated`)?"
        )


def _all_later(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Facts without an id are known by their moment, so what refers to them moves as well."""
    keys = {fact.key: _later(fact).key for fact in facts}
    for fact in map(_later, facts):
        moved: Fact = fact
        if isinstance(fact, (CallAttempt, Message)):
            moved = attrs.evolve(fact, used=tuple(keys.get(each, each) for each in fact.used))
        if isinstance(moved, CallAttempt) and moved.about:
            moved = attrs.evolve(moved, about=keys.get(moved.about, moved.about))
        yield moved


def _later(value: V) -> V:
    fields = attrs.fields(type(value))
    later: V = attrs.evolve(value, **{each.name: _moved(getattr(value, each.name)) for each in fields if each.init})
    return later


def _moved(value: object) -> object:
    return value + TWENTY_EIGHT_YEARS if isinstance(value, dt.date) else value


def _later_step(step: Step, other: Step) -> Step:
    later = _later(step)
    if isinstance(later, WalkAway) and isinstance(step, WalkAway) and isinstance(other, WalkAway):
        return attrs.evolve(later, since=step.since) if step.since == other.since else later
    return attrs.evolve(later, reason=_later(later.reason)) if isinstance(later, Call) else later


@law(
    "name-changes-nothing",
    says="What somebody is called changes nothing: people are treated alike.",
    group="purity",
    tier=Tier.ADVISORY,
    at_the_end=True,
    exempts=_is_sampled,
)
def name_changes_nothing(situation: Situation) -> Iterator[Broken]:
    """Give the contact another id and another name, and compare."""
    renamed = attrs.evolve(situation.contact, id="other", name="Somebody Else", goes_by=None)
    facts = [
        attrs.evolve(fact, contact="other") if fact.contact == situation.contact.id else fact
        for fact in situation.history.entries
    ]
    if _told(asked_afresh(situation, History(facts), renamed)) != _told(situation.step):
        yield Broken(says="under another name they are answered otherwise")


SAMENESS = (
    instant_not_spelling, order_of_facts, duplicates_count_once, logging_moves_nothing, calendar_repeats,
    name_changes_nothing,
)  # fmt: skip
