"""A counterexample made small: fewer facts, a plainer contact, plainer fields, rounder moments.

A law speaks about one situation, which is a value; so what breaks it is simplified as a value, and asked again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

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
MOST_TRIES = 400
PLAINEST = LADDER[:2]
ROUNDER = (dt.timedelta(hours=1), dt.timedelta(minutes=1), dt.timedelta(seconds=1))
KEPT = frozenset({"id", "at", "disposition"})
"""Fields without which a contact or a fact is none."""


@attrs.define
class _Tries:
    law: Law
    left: int

    def still_broken(self, situation: Situation) -> bool:
        self.left -= 1
        return self.left >= 0 and breaks(self.law, situation) is not None


def shrunk(failure: Failure, *, most_tries: int = MOST_TRIES) -> Failure:
    """The same law broken by as little as could be found; as it was where it does not break again."""
    small = _smaller(failure.situation, _Tries(failure.law, most_tries))
    broken = breaks(failure.law, small)
    return attrs.evolve(failure, situation=small, broken=broken) if broken else failure


def _smaller(situation: Situation, tries: _Tries) -> Situation:
    while tries.left > 0:
        simpler = next((each for each in _simpler(situation) if tries.still_broken(each)), None)
        if simpler is None:
            return situation
        situation = _all_the_way(simpler, tries)
    return situation


def _all_the_way(situation: Situation, tries: _Tries) -> Situation:
    """As many facts as possible dropped one after the other, before anything else is looked at."""
    place = len(situation.history.entries) - 1
    while place >= 0 and tries.left > 0:
        fewer = _with_facts(situation, _less(situation.history.entries, place, 1))
        situation = fewer if tries.still_broken(fewer) else situation
        place -= 1
    return situation


def _simpler(situation: Situation) -> Iterator[Situation]:
    yield from _fewer_facts(situation)
    yield from _plainer_contacts(situation)
    yield from _plainer_facts(situation)
    yield from _rounder_moments(situation)


def _with_facts(situation: Situation, facts: tuple[Fact, ...]) -> Situation:
    return attrs.evolve(situation, history=History(facts), answers={})


def _less(facts: tuple[Fact, ...], start: int, size: int) -> tuple[Fact, ...]:
    return (*facts[:start], *facts[start + size :])


def _fewer_facts(situation: Situation) -> Iterator[Situation]:
    facts = situation.history.entries
    size = len(facts)
    while size > 1:
        size = -(-size // 2)
        for start in range(0, len(facts), size):
            yield _with_facts(situation, _less(facts, start, size))


def _plainer_contacts(situation: Situation) -> Iterator[Situation]:
    contact = situation.contact
    for each in _plainer(contact):
        yield attrs.evolve(situation, contact=each, answers={})
    for zone in PLAINEST:
        if contact.timezone not in {None, *PLAINEST[: PLAINEST.index(zone) + 1]}:
            yield attrs.evolve(situation, contact=attrs.evolve(contact, timezone=zone), answers={})
    if len(contact.phones) > 1:
        yield attrs.evolve(situation, contact=attrs.evolve(contact, phones=contact.phones[:1]), answers={})


def _plainer(value: V) -> Iterator[V]:
    """The value with one field after the other as if nobody had said anything about it."""
    for field in attrs.fields(type(value)):
        plain = field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]
        if field.init and field.name not in KEPT and plain is not attrs.NOTHING and getattr(value, field.name) != plain:
            try:
                yield attrs.evolve(value, **{field.name: plain})
            except InvalidValue:
                continue


def _plainer_facts(situation: Situation) -> Iterator[Situation]:
    facts = situation.history.entries
    for place, fact in enumerate(facts):
        for each in _plainer_fact(fact):
            yield _with_facts(situation, (*facts[:place], each, *facts[place + 1 :]))


def _plainer_fact(fact: Fact) -> Iterator[Fact]:
    if fact.id is not None:
        yield attrs.evolve(fact, id=None)
    if isinstance(fact, CallAttempt) and fact.disposition in UNANSWERED - {Disposition.NO_ANSWER}:
        yield attrs.evolve(fact, disposition=Disposition.NO_ANSWER)
    yield from _plainer(fact)


def _rounder_moments(situation: Situation) -> Iterator[Situation]:
    for now in _rounder(situation, situation.now):
        yield attrs.evolve(situation, now=now, answers={})
    facts = situation.history.entries
    for place, fact in enumerate(facts):
        for at in _rounder(situation, fact.at):
            yield _with_facts(situation, (*facts[:place], moved(fact, at), *facts[place + 1 :]))


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
