"""A counterexample made small: fewer facts, a plainer contact, plainer fields, rounder moments, fewer deeds.

A law speaks about one situation, which is a value; so what breaks it is simplified as a value, and asked again.
Each pass goes once through what it may simplify, and passes are repeated until none finds anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.facts import Fact
from callrules.history import History
from callrules.testing.judging.plainer import names_of, plainer, plainly_ended, rounder
from callrules.testing.judging.survey import Failure, breaks
from callrules.testing.lawbook import Broken, Law
from callrules.testing.lives import LADDER, moved
from callrules.testing.situations import Situation

Facts = tuple[Fact, ...]
Move = Callable[[Situation], Iterator[Situation]]
"""What may be simpler about a situation, the simplest first."""
MOST_TRIES = 400
PLAINEST = LADDER[:2]


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
    return with_fewer_deeds(attrs.evolve(failure, situation=small, broken=broken)) if broken else failure


def with_fewer_deeds(failure: Failure) -> Failure:
    """The same law broken by as few of its own deeds as do it: one after the other is left out, the last one first."""
    before = None
    while failure.broken is not before and failure.broken.deeds:
        before = failure.broken
        for each in failure.broken.deeds.done[::-1]:
            failure = attrs.evolve(failure, broken=_without(failure.broken, each) or failure.broken)
    return failure


def _without(broken: Broken, deed: Any) -> Broken | None:
    """How the law is broken where that was not done; `None` where it is not, or where nobody can say."""
    if broken.deeds is None:
        return None
    fewer = tuple(each for each in broken.deeds.done if each is not deed)
    with suppress(Exception):
        left = next(iter(broken.deeds.judge(fewer)), None)
        return attrs.evolve(left, deeds=attrs.evolve(broken.deeds, done=fewer)) if left else None
    return None


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
    names = [None, *names_of(Contact)]
    return _in_turn(situation, tries, [*(partial(_plainer_contact, name=each) for each in names), _plainest_contact])


def _plainer_contact(situation: Situation, name: str | None) -> Iterator[Situation]:
    for each in plainer(situation.contact, name):
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
    names = ((place, name) for place, fact in enumerate(facts) for name in (None, "", *names_of(type(fact))))
    return _in_turn(situation, tries, (partial(_plainer_fact, place=place, name=name) for place, name in names))


def _plainer_fact(situation: Situation, place: int, name: str | None) -> Iterator[Situation]:
    facts = situation.history.entries
    if place < len(facts):
        for each in plainly_ended(facts[place]) if name == "" else plainer(facts[place], name):
            yield _with_facts(situation, (*facts[:place], each, *facts[place + 1 :]))


def _at_rounder_moments(situation: Situation, tries: _Tries) -> Situation:
    places = range(len(situation.history.entries))
    return _in_turn(situation, tries, [_rounder_now, *(partial(_rounder_fact, place=each) for each in places)])


def _rounder_now(situation: Situation) -> Iterator[Situation]:
    for now in rounder(situation.person, situation.now):
        yield attrs.evolve(situation, now=now, answers={})


def _rounder_fact(situation: Situation, place: int) -> Iterator[Situation]:
    facts = situation.history.entries
    for at in rounder(situation.person, facts[place].at) if place < len(facts) else ():
        yield _with_facts(situation, (*facts[:place], moved(facts[place], at), *facts[place + 1 :]))
