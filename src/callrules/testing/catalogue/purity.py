"""Laws of purity: the answer hangs on the facts, the contact and the instant, and on nothing else."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import attrs
import pendulum

from callrules.contact import Contact
from callrules.declared import Dated, Sampled
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Purchase
from callrules.history import History
from callrules.step import Call, Step, WalkAway, Write
from callrules.testing.ambience import ambient_input, elsewhere
from callrules.testing.lawbook import Broken, Tier, law
from callrules.testing.plain.clock import DAY
from callrules.testing.policies import Declaration, Policy, pristine, says_what_it_hangs_on
from callrules.testing.situations import Situation, asked

V = TypeVar("V", bound=Any)
STRANGER = Contact(id="a stranger", timezone="Asia/Tokyo")
EVERYWHERE = (ZoneInfo("Asia/Tokyo"), dt.timezone(dt.timedelta(hours=-9, minutes=-30)), pendulum.timezone("UTC"))
FIXED = frozenset({"UTC", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago"})
"""Zones of the ladder whose clocks never change."""
FOUR_CENTURIES = 146_097 * DAY
"""The Gregorian calendar repeats after 400 years, weekdays and leap days included."""


def _ask(situation: Situation, history: History | None = None, contact: Contact | None = None) -> Step:
    """Asked afresh, nothing remembered."""
    known = situation.history if history is None else history
    return asked(situation.policy, contact or situation.contact, known, situation.now)


def _now_and_then(situation: Situation) -> bool:
    """In the end of about every third life: for what is costly to look at and shows at once."""
    return situation.seed % 3 == 0


@law("total", says="Every valid question has an answer, and every answer a reason.", group="purity")
def total(situation: Situation) -> Iterator[Broken]:
    """Neither for the step nor at the gate: what raises there is noted against this law by whoever asks."""
    _ = situation.step, situation.gate()
    yield from ()


def _can_explain(situation: Situation) -> bool:
    return hasattr(situation.policy, "explain") and _now_and_then(situation)


@law(
    "explained",
    says="Every answer can be explained: each rule's say is heard without an error.",
    group="purity",
    moment="an answer is explained",
    when=_can_explain,
    at_the_end=True,
)
def explained(situation: Situation) -> Iterator[Broken]:
    """The explanation ends with the answer itself."""
    try:
        told = situation.policy.explain(situation.contact, situation.history, situation.now)  # type: ignore[attr-defined]
        str(told)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the policy's
        yield Broken(says=f"explaining raised {type(error).__name__}: {error}")


@law(
    "asking-is-free",
    says="Asking changes nothing: the same question has the same answer.",
    group="purity",
    at_the_end=True,
)
def asking_is_free(situation: Situation) -> Iterator[Broken]:
    """However often, and although others were asked about meanwhile."""
    before = (situation.contact, situation.history)
    if _ask(situation) != situation.step:
        yield Broken(says="asked twice about the same, it answered two things")
        return
    asked(situation.policy, STRANGER, History(), situation.now)
    if _ask(situation) != situation.step or (situation.contact, situation.history) != before:
        yield Broken(says="after somebody else was asked about, the answer is another")


@law(
    "no-memory",
    says="A copy of the policy that was never asked before answers the same.",
    group="purity",
    moment="a fresh copy is asked",
    when=_now_and_then,
    at_the_end=True,
)
def no_memory(situation: Situation) -> Iterator[Broken]:
    """What was answered before leaves no trace."""
    fresh = situation.fresh or pristine(situation.policy)
    copied = fresh()
    if asked(copied, situation.contact, situation.history, situation.now) != situation.step:
        yield Broken(says="a fresh copy of the policy answers otherwise")
    asked(copied, situation.contact, situation.history, situation.now + 400 * DAY)
    if asked(copied, situation.contact, situation.history, situation.now) != situation.step:
        yield Broken(says="a copy that was asked about later days first answers otherwise")


@law(
    "no-ambient-input",
    says="No rule reads a clock, throws dice or looks at its surroundings.",
    group="purity",
    at_the_end=True,
)
def no_ambient_input(situation: Situation) -> Iterator[Broken]:
    """Found while it answers; and a changed zone, environment and seed change nothing."""
    here = situation.step
    for name in sorted(ambient_input(lambda: _ask(situation))):
        yield Broken(says=f"while it answers, it calls {name}")
    with elsewhere():
        there = _ask(situation)
    if there != here:
        yield Broken(says="on a machine with another zone and language it answers otherwise")


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
    when=lambda situation: len(situation.history.entries) > 1,
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
        if _ask(situation, history) != situation.step:
            yield Broken(says="the same facts in another order are answered otherwise")


@law(
    "duplicates-count-once",
    says="The same fact sent twice, by two hosts or in two halves that overlap, counts once.",
    group="purity",
    moment="a fact sent twice",
    when=lambda situation: bool(situation.history.entries),
    at_the_end=True,
)
def duplicates_count_once(situation: Situation) -> Iterator[Broken]:
    """Merging is union."""
    entries = situation.history.entries
    half = len(entries) // 2
    merged = History(entries[half:]).merge(History(entries[: half + 1]))
    for history in (History((*entries, *entries)), merged):
        if _ask(situation, history) != situation.step:
            yield Broken(says="the same fact counted twice")


def _is_logged(fact: Fact) -> bool:
    return fact.id is None and fact.recorded is None


@law(
    "logging-moves-nothing",
    says="What counts is when something happened, not when it was typed in.",
    group="purity",
    moment="a fact without a version",
    when=lambda situation: any(_is_logged(fact) for fact in situation.history.entries),
    at_the_end=True,
)
def logging_moves_nothing(situation: Situation) -> Iterator[Broken]:
    """Typed in a week later, and seconds after it happened."""
    for late in (9 * DAY, dt.timedelta(seconds=5)):
        typed_in = [
            attrs.evolve(fact, recorded=fact.at + late) if _is_logged(fact) else fact
            for fact in situation.history.entries
        ]
        if _told(_ask(situation, History(typed_in))) != _told(situation.step):
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


@law(
    "strangers-do-not-leak",
    says="What happened to strangers changes nothing.",
    group="purity",
    at_the_end=True,
)
def strangers_do_not_leak(situation: Situation) -> Iterator[Broken]:
    """Their calls and purchases, on numbers and accounts of their own."""
    at = min([situation.now, *(fact.at for fact in situation.history.entries)])
    theirs = [
        CallAttempt(at=at, disposition=Disposition.HUNG_UP, contact="a stranger", number="+81312345678"),
        CallAttempt(at=at, disposition=Disposition.CONVERSATION, contact="a stranger", number="+81312345678"),
        Purchase(at=at, contact="a stranger"),
    ]
    if _ask(situation, situation.history.add(*theirs)) != situation.step:
        yield Broken(says="what happened to a stranger changed the answer")


def _repeats(situation: Situation) -> bool:
    zones = {phone.timezone for phone in situation.contact.phones} - {None}
    zones |= {situation.contact.timezone, *_zones_of_facts(situation)}
    return zones <= FIXED


def _may_be_dated(policy: Policy, declared: Sequence[Declaration]) -> str | None:
    if any(isinstance(each.fact, Dated) for each in declared):
        return "a rule declares that it is dated"
    return None if says_what_it_hangs_on(policy) else "a rule declares nothing, not even (), so it may be dated"


def _is_sampled(_: Policy, declared: Sequence[Declaration]) -> str | None:
    sampled = any(isinstance(each.fact, Sampled) for each in declared)
    return "a rule declares that it treats people differently by id" if sampled else None


def _zones_of_facts(situation: Situation) -> set[str]:
    moments = (value for fact in situation.history.entries for value in attrs.asdict(fact, recurse=False).values())
    return {str(getattr(value.tzinfo, "key", "UTC")) for value in moments if isinstance(value, dt.datetime)}


@law(
    "calendar-repeats",
    says="Four hundred years later the calendar is the same, and so is the answer.",
    group="time",
    moment="a place without clock changes",
    when=_repeats,
    at_the_end=True,
    bars=_may_be_dated,
)
def calendar_repeats(situation: Situation) -> Iterator[Broken]:
    """Neither a year nor a date nor today may be built into a rule, unless it declares that it is dated."""
    history = History(_later(fact) for fact in situation.history.entries)
    contact = _later(situation.contact)
    step = asked(situation.policy, contact, history, situation.now + FOUR_CENTURIES)
    if _told(step) != _told(_later_step(situation.step)):
        yield Broken(says="in another year, with the same weekdays, it answers otherwise")


def _later(value: V) -> V:
    fields = attrs.fields(type(value))
    later: V = attrs.evolve(value, **{each.name: _moved(getattr(value, each.name)) for each in fields if each.init})
    return later


def _moved(value: object) -> object:
    return value + FOUR_CENTURIES if isinstance(value, dt.date) else value


def _later_step(step: Step) -> Step:
    later = _later(step)
    return attrs.evolve(later, reason=_later(later.reason)) if isinstance(later, Call) else later


@law(
    "name-changes-nothing",
    says="What somebody is called changes nothing: people are treated alike.",
    group="purity",
    tier=Tier.ADVISORY,
    at_the_end=True,
    bars=_is_sampled,
)
def name_changes_nothing(situation: Situation) -> Iterator[Broken]:
    """Neither their id nor their name."""
    renamed = attrs.evolve(situation.contact, id="other", name="Somebody Else", goes_by=None)
    facts = [
        attrs.evolve(fact, contact="other") if fact.contact == situation.contact.id else fact
        for fact in situation.history.entries
    ]
    if _told(_ask(situation, History(facts), renamed)) != _told(situation.step):
        yield Broken(says="under another name they are answered otherwise")


PURITY_LAWS = (
    total, explained, asking_is_free, no_memory, no_ambient_input, instant_not_spelling, order_of_facts,
    duplicates_count_once, logging_moves_nothing, strangers_do_not_leak, calendar_repeats, name_changes_nothing,
)  # fmt: skip
