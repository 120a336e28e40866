"""A counterexample made small: fewer facts, a plainer contact, plainer fields, rounder moments.

A law speaks about one situation, which is a value; so what breaks it is simplified as a value, and asked again.
Each pass goes once through what it may simplify, and passes are repeated until none finds anything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

import attrs

from callrules.contact import Contact
from callrules.dispositions import UNANSWERED, Disposition
from callrules.errors import InvalidValue
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.testing.judging.survey import Failure, breaks
from callrules.testing.lawbook import Law
from callrules.testing.lives.moments_ahead import moved
from callrules.testing.lives.zones import LADDER
from callrules.testing.situations import Situation

V = TypeVar("V", Contact, CallAttempt, Fact)
Facts = tuple[Fact, ...]
Move = Callable[[Situation], Iterator[Situation]]
"""What may be simpler about a situation, the simplest first."""
MOST_TRIES = 400
PLAINEST = LADDER[:2]
ROUNDER = (dt.timedelta(hours=1), dt.timedelta(minutes=1), dt.timedelta(seconds=1))
KEPT = frozenset({"id", "at", "disposition"})
"""Fields without which a contact or a fact is none."""


@attrs.define
class _Tries:
    law: Law
    left: int

    def first_broken(self, here: Situation, simpler: Iterable[Situation]) -> Situation:
        """The first of these that still breaks the law; the situation as it is where none does."""
        return next((each for each in simpler if self._still_broken(each)), here)

    def _still_broken(self, situation: Situation) -> bool:
        self.left -= 1
        return self.left >= 0 and breaks(self.law, situation) is not None


def shrunk(failure: Failure, *, most_tries: int = MOST_TRIES) -> Failure:
    """The same law broken by as little as could be found; as it was where it does not break again."""
    small, before, tries = failure.situation, None, _Tries(failure.law, most_tries)
    while small is not before and tries.left > 0:
        before = small
        for simplify in (_with_fewer_facts, _with_a_plainer_contact, _with_plainer_facts, _at_rounder_moments):
            small = simplify(small, tries)
    broken = breaks(failure.law, small)
    return attrs.evolve(failure, situation=small, broken=broken) if broken else failure


def _with_facts(situation: Situation, facts: Facts) -> Situation:
    return attrs.evolve(situation, history=History(facts), answers={})


def _with_fewer_facts(situation: Situation, tries: _Tries) -> Situation:
    """Half of them dropped, then a quarter, at last one by one, each with those that refer to it."""
    size = len(situation.history.entries)
    while size > 0:
        place = len(situation.history.entries) - size
        while place > -size and situation.history.entries:
            situation = tries.first_broken(situation, _less(situation, max(place, 0), size))
            place -= size
        size = size // 2
    return situation


def _less(situation: Situation, start: int, size: int) -> Iterator[Situation]:
    facts = situation.history.entries
    yield _with_facts(situation, (*facts[:start], *facts[start + size :]))
    dropped = {each.key for each in facts[start : start + size]}
    left = tuple(each for each in facts if each.key not in dropped and getattr(each, "of", None) not in dropped)
    if len(left) < len(facts) - size:
        yield _with_facts(situation, left)


def _in_turn(situation: Situation, tries: _Tries, moves: Iterable[Move]) -> Situation:
    for move in moves:
        situation = tries.first_broken(situation, move(situation))
    return situation


def _with_a_plainer_contact(situation: Situation, tries: _Tries) -> Situation:
    """All at once as if nobody had said anything, then field by field; then the plainest zone, and one number."""
    names = [None, *_names(Contact)]
    return _in_turn(situation, tries, [*(partial(_plainer_contact, name=each) for each in names), _plainest_contact])


def _plainer_contact(situation: Situation, name: str | None) -> Iterator[Situation]:
    for each in _plainer(situation.contact, name):
        yield attrs.evolve(situation, contact=each, answers={})


def _plainest_contact(situation: Situation) -> Iterator[Situation]:
    contact = situation.contact
    for zone in PLAINEST:
        if contact.timezone not in {None, *PLAINEST[: PLAINEST.index(zone) + 1]}:
            yield attrs.evolve(situation, contact=attrs.evolve(contact, timezone=zone), answers={})
    if len(contact.phones) > 1:
        yield attrs.evolve(situation, contact=attrs.evolve(contact, phones=contact.phones[:1]), answers={})


def _with_plainer_facts(situation: Situation, tries: _Tries) -> Situation:
    """Each fact with nothing but its moment and how it ended, then field by field."""
    facts = situation.history.entries
    names = ((place, name) for place, fact in enumerate(facts) for name in (None, "", *_names(type(fact))))
    return _in_turn(situation, tries, (partial(_plainer_fact, place=place, name=name) for place, name in names))


def _plainer_fact(situation: Situation, place: int, name: str | None) -> Iterator[Situation]:
    facts = situation.history.entries
    if place < len(facts):
        for each in _plainly_ended(facts[place]) if name == "" else _plainer(facts[place], name):
            yield _with_facts(situation, (*facts[:place], each, *facts[place + 1 :]))


def _plainly_ended(fact: Fact) -> Iterator[Fact]:
    """Without a name of its own; and a call that nobody answered, as plainly as that."""
    if fact.id is not None:
        yield attrs.evolve(fact, id=None)
    if isinstance(fact, CallAttempt) and fact.disposition in UNANSWERED - {Disposition.NO_ANSWER}:
        yield attrs.evolve(fact, disposition=Disposition.NO_ANSWER)


def _plainer(value: V, name: str | None) -> Iterator[V]:
    """The value with that field, or with all of them, as if nobody had said anything about it."""
    plain = {each: _plain(type(value), each) for each in ([name] if name else _names(type(value)))}
    new = {each: told for each, told in plain.items() if getattr(value, each, told) != told}
    if new:
        with suppress(InvalidValue):
            yield attrs.evolve(value, **new)


def _names(kind: type) -> tuple[str, ...]:
    """The fields of which nothing need be said."""
    fields = (each for each in attrs.fields(kind) if each.init and each.name not in KEPT)
    return tuple(each.name for each in fields if each.default is not attrs.NOTHING)


def _plain(kind: type, name: str) -> Any:
    default = getattr(attrs.fields(kind), name).default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]


def _at_rounder_moments(situation: Situation, tries: _Tries) -> Situation:
    places = range(len(situation.history.entries))
    return _in_turn(situation, tries, [_rounder_now, *(partial(_rounder_fact, place=each) for each in places)])


def _rounder_now(situation: Situation) -> Iterator[Situation]:
    for now in _rounder(situation, situation.now):
        yield attrs.evolve(situation, now=now, answers={})


def _rounder_fact(situation: Situation, place: int) -> Iterator[Situation]:
    facts = situation.history.entries
    for at in _rounder(situation, facts[place].at) if place < len(facts) else ():
        yield _with_facts(situation, (*facts[:place], moved(facts[place], at), *facts[place + 1 :]))


def _rounder(situation: Situation, at: dt.datetime) -> Iterator[dt.datetime]:
    """Ten in the morning of their day, the full hour, minute and second, where it is not that already."""
    local = at.astimezone(situation.person.zone)
    ten = situation.person.wall(local.date(), 10)
    if ten != at and (local.minute or local.second or local.microsecond):
        yield ten
    for grain in ROUNDER:
        whole = dt.datetime.fromtimestamp(at.timestamp() // grain.total_seconds() * grain.total_seconds(), dt.UTC)
        if whole != at:
            yield whole
