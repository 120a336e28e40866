"""What they said they would do, while nothing came from them since (rulebook B1, theirs)."""

from __future__ import annotations

import datetime as dt

from callrules.facts import Commitment, Fact
from callrules.testing.oracle.clock import wall
from callrules.testing.oracle.person import Person, once
from callrules.testing.oracle.signs import is_bought, is_from_them, is_order, is_talk
from callrules.vocabulary import Party, Reply


@once
def their_open(person: Person, grace_days: int, dateless_days: int) -> tuple[tuple[Commitment, dt.datetime], ...]:
    """Their promises since which nothing came from them and no talk was held, each with the moment it lapses."""
    turned = [fact.at for fact in person.own if turns_to_us(fact)]
    last = max([*turned, *(fact.at for fact in person.refusals)], default=None)
    theirs = [fact for fact in person.own if isinstance(fact, Commitment) and fact.by is Party.THEM]
    open_ones = [fact for fact in theirs if not person.is_off(fact) and (last is None or fact.at >= last)]
    return tuple((fact, _lapses(person, fact, grace_days, dateless_days)) for fact in open_ones)


def turns_to_us(fact: Fact) -> bool:
    """Whether it is from them and wants something (G16), a talk, or something they bought."""
    wants = is_from_them(fact) and getattr(fact, "reply", None) is not Reply.ACKNOWLEDGEMENT
    return wants or is_talk(fact) or is_bought(fact) or is_order(fact)


def _lapses(person: Person, theirs: Commitment, grace_days: int, dateless_days: int) -> dt.datetime:
    due = theirs.due or person.working_days_on(person.day(theirs.at), dateless_days)
    if not isinstance(due, dt.datetime):
        return person.wall(person.working_days_on(due, grace_days))
    day = person.working_days_on(person.day(due), grace_days)
    return max(wall(day, person.local(due).time(), person.zone), due.astimezone(dt.UTC))
