"""What a call would be about, and what restraints give way to because of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import attrs

from callrules.declared import NAMED, Lift
from callrules.step import Reason
from callrules.testing.oracle.person import Person
from callrules.testing.oracle.promises import promised
from callrules.testing.oracle.signs import HOUR, rang

RETURNED_CALL = "returned_call"


@attrs.frozen
class Occasion:
    """The matter of a call; `named` is "hour" or "day" where the person named the moment `due`.

    A named day on which they are closed has `moved_to` the first on which they open (E8, G34).
    """

    name: str
    due: dt.datetime | None = None
    about: str | None = None
    named: str | None = None
    expires: dt.datetime | None = None
    moved_to: dt.date | None = None

    @classmethod
    def of(cls, reason: Reason) -> Occasion:
        """The occasion that a reason speaks of."""
        named = reason.named.value if reason.named else None
        return cls(reason.name, reason.due, reason.about, named, reason.expires)


@attrs.frozen
class Minute:
    """The question put to every restraint: may this number of theirs ring then, on that occasion?"""

    person: Person
    occasion: Occasion
    number: str | None
    at: dt.datetime


def is_inside(minute: Minute) -> bool:
    """Whether this is the moment that the person named: one hour, or their whole day."""
    person, occasion, at = minute.person, minute.occasion, minute.at
    if occasion.named is None or occasion.due is None or at < occasion.due:
        return False
    if occasion.named == "hour":
        return at < occasion.due + HOUR
    return person.day(at) == (occasion.moved_to or person.day(occasion.due))


def is_first_return(person: Person, occasion: Occasion) -> bool:
    """Whether it would be the first ring back to somebody who turned to us."""
    due = occasion.due
    return occasion.name == RETURNED_CALL and not any(
        rang(call) and (not due or call.at >= due) for call in person.ours
    )


def is_later_word(person: Person, occasion: Occasion, since: dt.datetime) -> bool:
    """Whether the moment was named from then on, so that it counts more than what was said before."""
    made = [each.fact.at for each in promised(person) if each.fact.key == occasion.about]
    return not made or made[-1] >= since


def lifted(lifts: frozenset[Lift], minute: Minute) -> bool:
    """Whether anything that a restraint gives way to is there."""
    return any(LIFTS[lift](minute) for lift in lifts)


def lifted_by_a_later_word(lifts: frozenset[Lift], minute: Minute, since: dt.datetime) -> bool:
    """The same, where a named moment counts only if it was named from then on."""
    is_named = lifted(lifts & NAMED, minute) and is_later_word(minute.person, minute.occasion, since)
    return is_named or lifted(lifts - NAMED, minute)


def _named(exactly: str) -> Callable[[Minute], bool]:
    return lambda minute: minute.occasion.named == exactly and is_inside(minute)


LIFTS: Mapping[Lift, Callable[[Minute], bool]] = {
    Lift.NAMED_HOUR: _named("hour"),
    Lift.NAMED_DAY: _named("day"),
    Lift.FIRST_RETURN: lambda minute: is_first_return(minute.person, minute.occasion),
    Lift.RETURNED_CALL: lambda minute: minute.occasion.name == RETURNED_CALL,
}
