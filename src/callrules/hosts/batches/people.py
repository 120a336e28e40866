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
from callrules.wire import KINDS, MOMENTS, read_case, read_contact, read_fact, write_contact, write_fact
from callrules.wire.case import belonging

Person = tuple[Contact, History]
Read = tuple[str | None, Person | str]
"""A row that was read: the id, and who it is or what is wrong with it."""
IN_WORDS = frozenset({*MOMENTS, "zone"})
"""Fields of facts whose texts only the wire knows how to read."""
INSTANTS = ("at", "recorded")


def _may_be_null(kind: type[Fact]) -> dict[str, None]:
    """The fields that every fact of a kind has, and that may say nothing: a column cannot tell null from absent."""
    hints = typing.get_type_hints(kind)
    required = (each.name for each in attrs.fields(kind) if each.default is attrs.NOTHING)
    return {name: None for name in required if type(None) in typing.get_args(hints[name])}


EMPTY = {word: _may_be_null(kind) for word, kind in KINDS.items()}


def read_people(batch: RecordBatch, now: dt.datetime) -> Iterator[Read]:
    """Everybody in a batch, in order: the id, and contact and history, or what is wrong with the row."""
    for fields in records(zip(batch.schema.names, batch.columns, strict=True), batch.num_rows):
        person = _quickly(fields) or _carefully(fields, now)
        yield _id(fields) if isinstance(person, str) else person[0].id, person


def _id(fields: Mapping[str, Any]) -> str | None:
    return str(fields["id"]) if "id" in fields else None


def _carefully(fields: dict[str, Any], now: dt.datetime) -> Person | str:
    """The person as the wire reads a case, and in the wire's words what is wrong with it."""
    told = fields.get("history")
    history = [_filled(each) for each in told] if isinstance(told, list) else told
    try:
        case = read_case({"now": now, "contact": _card(fields), "history": history})
    except CallrulesError as error:
        return str(error)
    return case.contact, case.history


def _card(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in fields.items() if name != "history"}


def _filled(fact: Any) -> Any:
    return EMPTY.get(fact.get("type", ""), {}) | fact if isinstance(fact, dict) else fact


def _quickly(fields: dict[str, Any]) -> Person | None:
    """The same person, where cells are what they should be already; `None` where the wire must look at them all."""
    try:
        contact = _contact(fields)
        facts = [_fact(each, contact.region) for each in fields["history"]]
    except (CallrulesError, TypeError, KeyError):
        return None
    if not {each.contact for each in facts} <= {None, contact.id}:
        facts, _ = belonging(facts, contact)
    return contact, History(facts)


def _contact(fields: Mapping[str, Any]) -> Contact:
    card = _card(fields)
    if "known_since" in card:
        return read_contact(card)
    if "phones" in card:
        card["phones"] = [Phone(**each) for each in card["phones"]]
    return Contact(**card)


def _fact(fields: dict[str, Any], region: str | None) -> Fact:
    told = EMPTY[fields["type"]] | fields
    if not IN_WORDS.isdisjoint(fields):
        return read_fact(told, region=region)
    return KINDS[told.pop("type")](**told)


def write_people(people: Iterable[Person]) -> RecordBatch:
    """A batch of these people, all columns in it; reading it back gives equal ones."""
    rows = [{**write_contact(contact), "history": _told(history)} for contact, history in people]
    return pa.RecordBatch.from_pylist(rows, schema=PEOPLE)


def _told(history: History) -> list[dict[str, Any]]:
    return [_typed(fact) for fact in history.entries]


def _typed(fact: Fact) -> dict[str, Any]:
    own = {name: getattr(fact, name) for name in (*INSTANTS, "on") if name in attrs.fields_dict(type(fact))}
    return {**write_fact(fact), **own}
