"""Meetings on which we agreed, and which of them came about."""

from __future__ import annotations

import datetime as dt

from callrules.facts import Commitment, Meeting
from callrules.testing.oracle.clock import DAY
from callrules.testing.oracle.person import Person
from callrules.testing.oracle.signs import is_a_no
from callrules.vocabulary import Kind, Party


def meetings_agreed(person: Person) -> list[tuple[Commitment, dt.date]]:
    """Every meeting on which a date was agreed, and the date."""
    agreed = (fact for fact in person.own if isinstance(fact, Commitment) and fact.kind is Kind.MEET)
    agreed = (fact for fact in agreed if not person.is_off(fact) and not _was_declined(person, fact))
    return [(fact, fact.due) for fact in agreed if fact.due]


def _was_declined(person: Person, agreed: Commitment) -> bool:
    """Whether they had asked for it and said no since (G17)."""
    return agreed.asked_by is Party.THEM and any(is_a_no(fact) and fact.at > agreed.at for fact in person.own)


def met_since(person: Person, agreed: Commitment) -> Meeting | None:
    """The first meeting noted after that one was agreed on."""
    return next((fact for fact in person.own if isinstance(fact, Meeting) and fact.at > agreed.at), None)


def day_ends(person: Person, moment: dt.date) -> dt.datetime:
    """When the day of a moment is over, on their own calendar."""
    return person.wall(person.day(person.begins(moment)) + DAY)
