"""A value made plainer, one step at a time: fields of which nothing need be said, endings, moments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeVar

import attrs

from callrules.contact import Contact
from callrules.dispositions import UNANSWERED, Disposition
from callrules.errors import InvalidValue
from callrules.facts import CallAttempt, Fact
from callrules.testing.oracle import Person

V = TypeVar("V", Contact, CallAttempt, Fact)
ROUNDER = (dt.timedelta(hours=1), dt.timedelta(minutes=1), dt.timedelta(seconds=1))
KEPT = frozenset({"id", "at", "disposition"})
"""Fields without which a contact or a fact is none."""


def plainly_ended(fact: Fact) -> Iterator[Fact]:
    """Without a name of its own; and a call that nobody answered, as plainly as that."""
    if fact.id is not None:
        yield attrs.evolve(fact, id=None)
    if isinstance(fact, CallAttempt) and fact.disposition in UNANSWERED - {Disposition.NO_ANSWER}:
        yield attrs.evolve(fact, disposition=Disposition.NO_ANSWER)


def plainer(value: V, name: str | None) -> Iterator[V]:
    """The value with that field, if it has one, or with all of them, as if nobody had said anything about it."""
    plain = {each: _plain(type(value), each) for each in names_of(type(value)) if name in {None, each}}
    new = {each: told for each, told in plain.items() if getattr(value, each, told) != told}
    if new:
        with suppress(InvalidValue):
            yield attrs.evolve(value, **new)


def names_of(kind: type) -> tuple[str, ...]:
    """The fields of which nothing need be said."""
    fields = (each for each in attrs.fields(kind) if each.init and each.name not in KEPT)
    return tuple(each.name for each in fields if each.default is not attrs.NOTHING)


def _plain(kind: type, name: str) -> Any:
    default = getattr(attrs.fields(kind), name).default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]


def rounder(person: Person, at: dt.datetime) -> Iterator[dt.datetime]:
    """Ten in the morning of their day, the full hour, minute and second, where it is not that already."""
    local = at.astimezone(person.zone)
    ten = person.wall(local.date(), 10)
    if ten != at and (local.minute or local.second or local.microsecond):
        yield ten
    for grain in ROUNDER:
        whole = dt.datetime.fromtimestamp(at.timestamp() // grain.total_seconds() * grain.total_seconds(), dt.UTC)
        if whole != at:
            yield whole
