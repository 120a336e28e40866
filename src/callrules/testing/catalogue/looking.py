"""What several laws ask of a situation, in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.contact import Contact
from callrules.declared import (
    AnotherPart,
    Besides,
    Cap,
    Declared,
    Gap,
    HoldsDials,
    KeepsPromises,
    LeavesInPeace,
    NoteFirst,
    Open,
    RestsBad,
    Spacing,
    WaitsForThem,
)
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Meeting, Message
from callrules.history import History
from callrules.step import COLD, Call, Errand, Rest, Step, WalkAway
from callrules.terms import Channel, Kind
from callrules.testing.plain.clock import DAY, zones
from callrules.testing.plain.grounds import calls_on, is_dead, is_refused_number, refused, tries
from callrules.testing.plain.occasion import Occasion
from callrules.testing.plain.person import Person
from callrules.testing.plain.promises import Promised, kept_by, promised
from callrules.testing.plain.restraints import forbids
from callrules.testing.policies import rules_of
from callrules.testing.situations import Ring, Situation, asked

RESTRAINTS = (Open, Cap, Gap, Spacing, AnotherPart, LeavesInPeace, WaitsForThem, NoteFirst)
"""The declared facts that say when nobody is rung."""
WARMEST = ("returned_call", "promise")
"""What comes before a promise of ours, and rings without preparation and introduction (rulebook C2)."""
ORDINARY = Occasion(name="prospect", due=None)
POSTED = frozenset({Channel.LETTER, Channel.HANDWRITTEN})
"""What the post brings: who refuses one of them refuses both."""


def is_ahead_of_the_facts(situation: Situation) -> bool:
    """Whether nothing of the person's own lies ahead of now."""
    return all(fact.at <= situation.now for fact in own_facts(situation))


def own_facts(situation: Situation) -> Iterator[Fact]:
    """The person's own facts that stand, and every refusal of theirs ever heard."""
    yield from situation.person.own
    yield from situation.person.refusals


def asks_for_a_call(situation: Situation) -> bool:
    """Whether the policy asks for a call, now or later, and no fact lies ahead."""
    return bool(situation.rings) and is_ahead_of_the_facts(situation)


def open_promises(situation: Situation) -> list[Promised]:
    """Our promises to call that nothing has kept, the earliest first."""
    person = situation.person
    early = dt.timedelta(minutes=min(each.early_minutes for each in _keepers(situation)))
    still = [each for each in promised(person) if kept_by(person, each, early) is None]
    return sorted((each for each in still if not _was_heard(situation, each)), key=lambda each: each.due)


def _was_heard(situation: Situation, promise: Promised) -> bool:
    """Whether a talk names it as its reason, though it was written down only later."""
    named = ("promise", promise.fact.key)
    return any(
        isinstance(talk, CallAttempt) and (talk.reason, talk.about) == named and talk.at >= promise.due
        for talk in situation.person.talks
    )


def kept_promises(situation: Situation) -> list[Promised]:
    """Our promises to call that a call or talk has kept."""
    still = open_promises(situation)
    return [each for each in promised(situation.person) if each not in still]


def _keepers(situation: Situation) -> tuple[KeepsPromises, ...]:
    return situation.facts_declared(KeepsPromises) or (KeepsPromises(),)


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


def rests_as_bad(situation: Situation, number: str | None, at: dt.datetime) -> bool:
    """Whether that number was found bad a short time ago: fifteen days, unless told (rulebook F13)."""
    rests = min((each.days for each in situation.facts_declared(RestsBad)), default=RestsBad().days) * DAY
    bad = [call.at for call in calls_on(situation.person, number) if call.disposition is Disposition.BAD_NUMBER]
    return any(at < each + rests for each in bad)


def is_being_dialled(situation: Situation, number: str | None, at: dt.datetime) -> bool:
    """Whether somebody dials the person or that number at that moment."""
    hours = min((each.hours for each in situation.facts_declared(HoldsDials)), default=HoldsDials().hours)
    made = (*situation.person.ours, *tries(situation.person, number))
    return any(call.disposition is Disposition.DIALING and at < call.at + dt.timedelta(hours=hours) for call in made)


def held_up(situation: Situation, occasion: Occasion, number: str | None, at: dt.datetime) -> Declared | bool:
    """What forbids that moment: a declared restraint, what the floor of every playbook forbids, a meeting agreed on."""
    if rests_as_bad(situation, number, at) or is_being_dialled(situation, number, at):
        return True
    if occasion.name in COLD and _is_to_be_met(situation.person, at):
        return True
    declared = (each.fact for each in situation.declared if isinstance(each.fact, RESTRAINTS))
    person = situation.person
    return next((each for each in declared if forbids(each, person, occasion, number, at)), False)


def _is_to_be_met(person: Person, at: dt.datetime) -> bool:
    """Whether a meeting is agreed on whose day is not over, and which did not come about."""
    return any(at < day_ends(person, due) and not met_since(person, each) for each, due in meetings_agreed(person))


def meetings_agreed(person: Person) -> list[tuple[Commitment, dt.date]]:
    """Every meeting on which a date was agreed, and the date."""
    agreed = (fact for fact in person.own if isinstance(fact, Commitment) and fact.kind is Kind.MEET)
    return [(fact, fact.due) for fact in agreed if fact.due]


def met_since(person: Person, agreed: Commitment) -> Meeting | None:
    """The first meeting noted after that one was agreed on."""
    return next((fact for fact in person.own if isinstance(fact, Meeting) and fact.at > agreed.at), None)


def day_ends(person: Person, moment: dt.date) -> dt.datetime:
    """When the day of a moment is over, on their own calendar."""
    return person.wall(person.day(person.begins(moment)) + DAY)


def broken_restraint(situation: Situation, kind: type[Declared], ring: Ring) -> Declared | None:
    """The declared restraint of that kind which forbids this ring, where one does."""
    occasion, person = Occasion.of(ring.reason), situation.person
    declared = situation.facts_declared(kind)
    return next((each for each in declared if forbids(each, person, occasion, ring.number, ring.at)), None)


def idle_moment(situation: Situation, occasion: Occasion, start: dt.datetime, call: Call) -> dt.datetime | None:
    """A moment from `start` until the call that nothing declared forbids, on its number; `None` where none is.

    Only on its number: what holds up the others is not among what the call names.
    """
    end = call.at or start
    moments = _looked_at(situation, start, end) if end > start else []
    return next((at for at in moments if not held_up(situation, occasion, call.number, at)), None)


def _looked_at(situation: Situation, start: dt.datetime, end: dt.datetime, most: int = 12) -> list[dt.datetime]:
    """Both ends, the second before the end, and the openings and middles of the days between."""
    days = range((end - start).days + 2)
    person, last = situation.person, end - dt.timedelta(seconds=1)
    openings = (person.wall(person.day(start) + each * DAY, hour) for each in days[:60] for hour in (9, 11, 13, 16))
    inside = sorted(at for at in openings if start < at < last)
    return [start, last, *inside[:: max(1, -(-len(inside) // most))]] if last > start else [start]


def binding_rules(step: Step) -> set[str]:
    """The rules that a call says hold it up."""
    return {each.rule for each in step.because[1:]}


def restraining_rules(situation: Situation) -> set[str]:
    """The rules whose restraints are declared."""
    return {each.rule for each in situation.declared if isinstance(each.fact, RESTRAINTS)}


def names_a_silent_rule(situation: Situation, step: Step) -> bool:
    """Whether the answer says that a rule holds it up of which nobody declared all that it forbids.

    A policy without rules that declares no restraint may have any ground of its own.
    """
    declared = restraining_rules(situation)
    if not declared and not rules_of(situation.policy):
        return True
    more = {each.rule for each in situation.declared if isinstance(each.fact, Besides)}
    return bool(binding_rules(step) - (declared - more))


def names_no_rule(step: Step) -> bool:
    """Whether no rule says why this is the answer: there was simply nothing else to do."""
    return {each.rule for each in step.because} <= {"playbook"}


def has_nothing_to_do(step: Step) -> bool:
    """Whether the answer is to rest, and no rule says why."""
    return isinstance(step, Rest) and names_no_rule(step)


def has_stopped(step: Step, now: dt.datetime) -> bool:
    """Whether the answer is to stop, now."""
    return isinstance(step, WalkAway) and (step.at is None or step.at <= now)


def is_errand(step: Step) -> bool:
    """Whether something else is to be done first."""
    return isinstance(step, Errand) and step.type not in {"call", "walk_away"}


def after_all(situation: Situation) -> dt.datetime:
    """A minute after now and after everything that happened."""
    return max([situation.now, *(fact.at for fact in own_facts(situation))]) + dt.timedelta(minutes=1)


def told_already(situation: Situation) -> set[str]:
    """What they heard in a talk or read from us, by the keys of the facts."""
    return {each for fact in situation.person.own for each in _told_in(fact)}


def _told_in(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, CallAttempt):
        return fact.used if fact.talked else ()
    return fact.used if isinstance(fact, Message) else ()


def on_their_clock(situation: Situation, moment: dt.date) -> str:
    """A moment as their clock shows it, or a day."""
    if not isinstance(moment, dt.datetime):
        return f"{moment:%a} {moment.day} {moment:%b %Y}"
    local = situation.person.local(moment)
    return f"{local:%a} {local.day} {local:%b %Y, %H:%M}"


def asked_afresh(situation: Situation, history: History | None = None, contact: Contact | None = None) -> Step:
    """What the policy says when nothing is remembered, about the same or about other facts and somebody else."""
    known = situation.history if history is None else history
    return asked(situation.policy, contact or situation.contact, known, situation.now)
