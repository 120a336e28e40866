"""What several laws ask of a situation, in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from callrules.contact import Contact
from callrules.day_names import weekday_and_day
from callrules.declared import KeepsPromises
from callrules.facts import CallAttempt, Fact, Message
from callrules.history import History
from callrules.step import Call, Rest, Step, WalkAway, Write
from callrules.testing.oracle import (
    FINAL,
    SOON,
    Occasion,
    Person,
    Promised,
    is_dead,
    is_reached,
    is_refused_number,
    is_talk,
    kept_by,
    once,
    promised,
    rang,
    refused,
    waits_for_us,
    zones,
)
from callrules.testing.situations import Situation, asked
from callrules.vocabulary import Channel

T = TypeVar("T")
WARMEST = ("returned_call", "promise")
"""What comes before a promise of ours, and rings without preparation and introduction (rulebook C2)."""
ORDINARY = Occasion(name="prospect", due=None)
POSTED = frozenset({Channel.LETTER, Channel.HANDWRITTEN})
"""What the post brings: who refuses one of them refuses both."""
SAYS: tuple[tuple[type[Step], Callable[[Any], tuple[object, ...]]], ...] = (
    (Call, attrgetter("since", "until", "number", "reason.name", "reason.due", "reason.named")),
    (Write, attrgetter("since", "purpose", "channel", "promises")),
    (WalkAway, attrgetter("since", "grounds", "revisit", "channel")),
)
"""What a step says beside its type and moment, but for its words."""


def is_ahead_of_the_facts(situation: Situation) -> bool:
    """Whether nothing of the person's own lies ahead of now."""
    return situation.person.latest <= situation.now


def asks_for_a_call(situation: Situation) -> bool:
    """Whether the policy asks for a call, now or later, and no fact lies ahead."""
    return bool(situation.rings) and is_ahead_of_the_facts(situation)


def is_ordinary(situation: Situation) -> bool:
    """Whether a call is asked for, for a reason of our own: nobody promised it, nobody named its moment."""
    if situation.call is None or not asks_for_a_call(situation):
        return False
    reason = situation.call.reason
    return not (reason.named or reason.name == "promise")


def open_promises(situation: Situation) -> list[Promised]:
    """Our promises to call that nothing has kept, the earliest first."""
    keepers = situation.facts_declared(KeepsPromises) or (KeepsPromises(),)
    return _open_promises(situation.person, min(each.early_minutes for each in keepers))


@once
def _open_promises(person: Person, early_minutes: int) -> list[Promised]:
    early = dt.timedelta(minutes=early_minutes)
    still = [each for each in promised(person) if kept_by(person, each, early) is None]
    return sorted((each for each in still if not _was_heard(person, each)), key=lambda each: each.due)


def _was_heard(person: Person, promise: Promised) -> bool:
    """Whether a talk names it as its reason, though it was written down only later."""
    named = ("promise", promise.fact.key)
    return any(
        isinstance(talk, CallAttempt) and (talk.reason, talk.about) == named and talk.at >= promise.due
        for talk in person.talks
    )


def kept_promises(situation: Situation) -> list[Promised]:
    """Our promises to call that a call or talk has kept."""
    still = open_promises(situation)
    return [each for each in promised(situation.person) if each not in still]


def waiting_for_us(situation: Situation) -> CallAttempt | Message | None:
    """Their last call or message since which nobody rang or reached them, where they named no time for our call."""
    person = situation.person
    turned = (fact for fact in person.own if waits_for_us(fact) and not is_talk(fact))
    last = max((fact for fact in turned if not person.is_within_a_talk(fact)), key=lambda fact: fact.at, default=None)
    if last is None or any(fact.at >= last.at for fact in person.refusals):
        return None
    reached = any(fact.at >= last.at and fact is not last and _reaches(fact) for fact in person.own)
    named = any(each.named and each.fact.at >= last.at for each in promised(person))
    rung = any(rang(call) and call.at >= last.at for call in person.ours)
    return None if reached or named or rung else last  # type: ignore[return-value]


def _reaches(fact: Fact) -> bool:
    return is_reached(fact) or (isinstance(fact, CallAttempt) and fact.disposition in FINAL)


def numbers(situation: Situation) -> list[str | None]:
    """All numbers of theirs; `None` where the host keeps the number."""
    return [phone.number for phone in situation.contact.phones] or [None]


def living_numbers(situation: Situation) -> list[str | None]:
    """Those of their numbers that may be rung at all: neither dead nor refused."""
    person = situation.person
    return [each for each in numbers(situation) if not (is_dead(person, each) or is_refused_number(person, each))]


def can_be_reached(situation: Situation, at: dt.datetime) -> bool:
    """Whether they could be rung at all by then: a zone and a living number are known, and nobody refused."""
    known = bool(zones(situation.contact, None)) and bool(living_numbers(situation))
    return known and not refused(situation.person, at) and is_ahead_of_the_facts(situation)


def names_no_rule(step: Step) -> bool:
    """Whether no rule says why this is the answer: there was simply nothing else to do."""
    return {each.rule for each in step.because} <= {"playbook"}


def has_nothing_to_do(step: Step) -> bool:
    """Whether the answer is to rest, and no rule says why."""
    return isinstance(step, Rest) and names_no_rule(step)


def has_stopped(step: Step, now: dt.datetime) -> bool:
    """Whether the answer is to stop, now."""
    return isinstance(step, WalkAway) and (step.at is None or step.at <= now)


def in_turn(situation: Situation, ways: Sequence[T]) -> T:
    """One of several, by how much has happened: for what is costly to look at."""
    return ways[situation.seed % len(ways)]


def now_and_then(situation: Situation) -> bool:
    """In the end of about every third life: for what is costly to look at and shows at once."""
    return situation.seed % 3 == 0


def living_in(contact: Contact, zone: str) -> Contact:
    """Somebody like them who is known to be in that zone, and in no other."""
    phones = tuple(attrs.evolve(each, timezone=zone) for each in contact.phones)
    moved: Contact = attrs.evolve(contact, timezone=zone, region=None, phones=phones)
    return moved


def after_all(situation: Situation) -> dt.datetime:
    """A minute after now and after everything that happened."""
    return max(situation.now, situation.person.latest) + SOON


def told_already(situation: Situation) -> set[str]:
    """Give what they heard in a talk or read from us, by the keys of the facts."""
    return {each for fact in situation.person.own for each in _told_in(fact)}


def _told_in(fact: Fact) -> tuple[str, ...]:
    told = isinstance(fact, Message) or (isinstance(fact, CallAttempt) and fact.talked)
    return getattr(fact, "used", ()) if told else ()


def on_their_clock(situation: Situation, moment: dt.date) -> str:
    """A moment as their clock shows it, or a day."""
    if not isinstance(moment, dt.datetime):
        return f"{weekday_and_day(moment)} {moment.year}"
    local = situation.person.local(moment)
    return f"{weekday_and_day(local)} {local:%Y, %H:%M}"


def answered(step: Step) -> tuple[object, ...]:
    """A step without the names by which facts are known, and without its words."""
    more = next((says(step) for kind, says in SAYS if isinstance(step, kind)), ())
    return (step.type, step.at, *more)


def asked_afresh(situation: Situation, history: History | None = None, contact: Contact | None = None) -> Step:
    """Ask the policy anew, with nothing remembered, about the same or about other facts and somebody else."""
    known = situation.history if history is None else history
    return asked(situation.policy, contact or situation.contact, known, situation.now)
