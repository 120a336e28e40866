"""What grounds that are not firm wait for: what we promised before, and one moment named afterwards (rulebook G33)."""

from __future__ import annotations

import datetime as dt

from callrules.facts import CallAttempt, Commitment, Fact, Meeting, Message
from callrules.testing.oracle.clock import DAY
from callrules.testing.oracle.person import Person
from callrules.testing.oracle.promises import Promised, kept_by, promised
from callrules.testing.oracle.signs import is_a_no, is_inbound, is_talk
from callrules.vocabulary import DISQUALIFIED, DO_NOT_CALL, NOT_INTERESTED, NUMBER_UNWORKABLE, Kind, Party

FIRM = frozenset({DO_NOT_CALL.name, NUMBER_UNWORKABLE.name, DISQUALIFIED.name, NOT_INTERESTED.name})
"""The grounds that wait for nothing."""


def waited_for(person: Person, since: dt.datetime, *, looks_again: bool = False) -> list[Promised]:
    """Our open promises to call for which a ground waits that arose then.

    Where we look again after a while, also what was named on such a call (G34).
    """
    day = person.day(since)
    made = sorted(promised(person), key=lambda each: each.fact.at)
    before = [each for each in made if person.day(each.fact.at) <= day]
    named = [each for each in made if each not in before and each.named and each.dated]
    once = named_afterwards(person, since)
    kept = [each for each in named if each.fact is once or (looks_again and _is_another_call(person, each.fact))]
    return [each for each in (*before, *kept) if kept_by(person, each) is None]


def named_afterwards(person: Person, since: dt.datetime) -> Fact | None:
    """The first moment that they named themselves after the day of the ground: a call, or what else was agreed."""
    calls = [each.fact for each in promised(person) if each.named and each.dated and not each.by_the_desk]
    ours = [fact for fact in person.own if isinstance(fact, Commitment) and fact.by is Party.US]
    agreed = [fact for fact in ours if fact.kind is not Kind.CALL and fact.asked_by is Party.THEM and fact.due]
    later = [fact for fact in (*calls, *agreed) if person.day(fact.at) > person.day(since)]
    return min(later, key=lambda fact: (fact.at, fact.key), default=None)


def _is_another_call(person: Person, fact: Fact) -> bool:
    """Whether it is a call that kept no promise."""
    return isinstance(fact, CallAttempt) and all(kept_by(person, each) is not fact for each in promised(person))


def waits_until(person: Person, since: dt.datetime) -> dt.datetime | None:
    """The end of the last day on which we owe what is no call and was promised by then: it holds until it is done."""
    owed = [fact for fact in person.own if isinstance(fact, Commitment) and _is_owed(person, fact)]
    once = named_afterwards(person, since)
    by_then = [fact for fact in owed if fact is once or person.day(fact.at) <= person.day(since)]
    return max((person.wall(person.day(person.begins(fact.due)) + DAY) for fact in by_then if fact.due), default=None)


def _is_owed(person: Person, made: Commitment) -> bool:
    ours = made.by is Party.US and made.kind is not Kind.CALL and not person.is_off(made)
    later = [fact for fact in person.own if fact.at > made.at]
    unwanted = made.asked_by is Party.THEM and any(is_a_no(fact) for fact in later)
    return ours and not unwanted and not any(_does(made.kind, fact) for fact in later)


def _does(kind: Kind, fact: Fact) -> bool:
    """Whether it does what was promised: a message what was to be sent, a meeting what we were to meet for."""
    wrote = isinstance(fact, Message) and not is_inbound(fact)
    if kind is Kind.MEET:
        return isinstance(fact, Meeting)
    return wrote or (kind is Kind.OTHER and is_talk(fact))


def waits(person: Person, since: dt.datetime, at: dt.datetime, *, looks_again: bool = False) -> bool:
    """Whether a ground that is not firm, and arose then, still waits."""
    until = waits_until(person, since)
    return bool(waited_for(person, since, looks_again=looks_again)) or (until is not None and at < until)
