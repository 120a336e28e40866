"""People out of a batch, and into one: the values that a row stands for, or what is wrong with it."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
import pyarrow as pa

from callrules.contact import Contact, Phone
from callrules.errors import CallrulesError
from callrules.facts import Fact
from callrules.history import History
from callrules.hosts.batches.columns import records
from callrules.hosts.batches.schemas import PEOPLE, RecordBatch
from callrules.hosts.batches.unfit import refuse_unfit
from callrules.wire import KINDS, MOMENTS, read_case, write_contact, write_fact

Person = tuple[Contact, History]
IN_WORDS = frozenset({*MOMENTS, "on", "zone", "known_since", "hours", "number", "from_number", "numbers"})
"""Fields whose texts only the wire knows how to read."""
NUMBERS = ("number", "from_number")
INSTANTS = ("at", "recorded")


def _may_be_null(kind: type[Fact]) -> dict[str, None]:
    """The fields that every fact of a kind has, and that may say nothing: a column cannot tell null from absent."""
    hints = typing.get_type_hints(kind)
    required = (each.name for each in attrs.fields(kind) if each.default is attrs.NOTHING)
    return {name: None for name in required if type(None) in typing.get_args(hints[name])}


EMPTY = {word: _may_be_null(kind) for word, kind in KINDS.items()}


def read_people(batch: RecordBatch, now: dt.datetime) -> Iterator[tuple[str | None, Person | str]]:
    """Everybody in a batch, in order: the id, and contact and history, or what is wrong with the row."""
    refuse_unfit(batch.schema, PEOPLE, ("id", "history"))
    for fields in records(zip(batch.schema.names, batch.columns, strict=True), batch.num_rows):
        _fill(fields.get("history", ()))
        person = _quickly(fields) or _carefully(fields, now)
        yield _id(fields) if isinstance(person, str) else person[0].id, person


def _fill(history: Iterable[dict[str, Any]]) -> None:
    for fact in history:
        for name in EMPTY.get(fact.get("type", ""), ()):
            fact.setdefault(name, None)


def _id(fields: Mapping[str, Any]) -> str | None:
    return str(fields["id"]) if "id" in fields else None


def _carefully(fields: dict[str, Any], now: dt.datetime) -> Person | str:
    """The person as the wire reads a case, and in the wire's words what is wrong with it."""
    contact = {name: each for name, each in fields.items() if name != "history"}
    try:
        case = read_case({"now": now, "contact": contact, "history": fields.get("history")})
    except CallrulesError as error:
        return str(error)
    return case.contact, case.history


def _quickly(fields: dict[str, Any]) -> Person | None:
    """The same person, where every cell is what it should be already; `None` where the wire must look."""
    try:
        contact = _contact(fields)
        facts = [_fact(each) for each in fields["history"]]
    except (CallrulesError, TypeError, KeyError, _InWords):
        return None
    stray = any(each.contact and each.contact != contact.id for each in facts)
    return None if stray else (contact, History(facts))


class _InWords(Exception):
    """A text that only the wire knows how to read."""


def _contact(fields: Mapping[str, Any]) -> Contact:
    plain = {name: each for name, each in fields.items() if name not in {"history", "phones"}}
    if not IN_WORDS.isdisjoint(plain):
        raise _InWords
    return Contact(**plain, phones=[_phone(each) for each in fields.get("phones", ())])


def _phone(fields: Mapping[str, Any]) -> Phone:
    if not _is_whole(fields["number"]):
        raise _InWords
    return Phone(**fields)


def _is_whole(number: Any) -> bool:
    return isinstance(number, str) and number.startswith("+")


def _fact(fields: dict[str, Any]) -> Fact:
    plain = dict(fields)
    kind = KINDS[plain.pop("type")]
    if any(plain[name] is not None and name not in NUMBERS for name in IN_WORDS.intersection(plain)):
        raise _InWords
    if not all(_is_whole(plain[name]) for name in NUMBERS if name in plain):
        raise _InWords
    if not all(isinstance(plain[name], dt.datetime) for name in INSTANTS if name in plain):
        raise _InWords
    return kind(**plain)


def write_people(people: Iterable[Person]) -> RecordBatch:
    """A batch of these people, all columns in it; reading it back gives equal ones."""
    rows = [{**write_contact(contact), "history": _told(history)} for contact, history in people]
    return pa.RecordBatch.from_pylist(rows, schema=PEOPLE)


def _told(history: History) -> list[dict[str, Any]]:
    return [_typed(fact) for fact in history.entries]


def _typed(fact: Fact) -> dict[str, Any]:
    own = {name: getattr(fact, name) for name in (*INSTANTS, "on") if name in attrs.fields_dict(type(fact))}
    return {**write_fact(fact), **own}
