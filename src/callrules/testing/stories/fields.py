"""Contacts and facts as words behind one another, by way of the wire, which checks them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.errors import BadInput, CallrulesError
from callrules.facts import Fact
from callrules.testing.stories.clocks import Clock
from callrules.testing.stories.values import read_value, write_value
from callrules.testing.stories.verbs import Verb, read_verb, verb_of
from callrules.testing.stories.words import Words, read_word, refuse_unknown, sorted_out, write_word
from callrules.wire import read_contact, read_fact, word, write_contact, write_fact

SOMEDAY = "someday"
"""A promise without a date."""
IN_THE_HEAD = {"id", "name", "timezone"}


def write_fields(value: Any, plain: Mapping[str, Any], names: Iterable[str], clock: Clock) -> str:
    """The fields that the wire writes too, each as ` key=value`."""
    given = ((name, write_value(name, getattr(value, name), plain[name], clock)) for name in names if name in plain)
    return "".join(f" {name}={written}" for name, written in given)


def write_fact_line(fact: Fact, clock: Clock) -> str:
    """Write what happened, as it stands behind its moment."""
    verb, plain = verb_of(fact), write_fact(fact)
    first, *others = verb.fields if verb.first else ["", *verb.fields]
    head = f" {_write_first(fact, first, plain, clock)}" if first else ""
    says = head + write_fields(fact, plain, others, clock)
    return f"{verb.says}:{says}" if says else verb.says


def read_fact_line(at: dt.datetime, says: str, clock: Clock) -> Fact:
    """The fact that is told. Raises `BadInput`."""
    verb, rest = read_verb(says)
    named = _with_first(verb, sorted_out(rest))
    fields = {name: _read(verb.kind, name, written, verb.fields, clock) for name, written in named.items()}
    return read_fact({"type": word(verb.kind), "at": at, **verb.implied, **fields}, verb.says)


def write_contact_fields(contact: Contact, clock: Clock) -> str:
    """Write what is known of a contact besides name, id and zone."""
    plain = write_contact(contact)
    return write_fields(contact, plain, [name for name in plain if name not in IN_THE_HEAD], clock)


def read_contact_fields(called: str, zone: str | None, rest: str, clock: Clock) -> Contact:
    """The contact who is called that: by name where an id is among the words, else by id. Raises `BadInput`."""
    words = sorted_out(rest)
    if words.alone:
        _refuse_alone(words.alone[0], "phones=+12065550105")
    known = [each.name for each in attrs.fields(Contact) if each.name != "timezone"]
    fields = {name: _read(Contact, name, written, known, clock) for name, written in words.keyed.items()}
    called_by = "name" if "id" in fields else "id"
    if called_by in fields:
        raise BadInput(f"found {called_by}= as well as {called!r} first, expected one of the two")
    return read_contact({called_by: called, "timezone": zone, **fields})


def _write_first(fact: Fact, name: str, plain: Mapping[str, Any], clock: Clock) -> str:
    value = getattr(fact, name)
    if value is None:
        return SOMEDAY
    return (
        write_word(plain[name], alone=True) if isinstance(value, str) else write_value(name, value, plain[name], clock)
    )


def _with_first(verb: Verb, words: Words) -> dict[str, str]:
    taken = 1 if verb.first and verb.first not in words.keyed else 0
    if words.alone[taken:]:
        _refuse_alone(words.alone[taken], f"{verb.fields[taken]}=...")
    if not words.alone:
        return words.keyed
    return {str(verb.first): words.alone[0], **words.keyed}


def _refuse_alone(found: str, such_as: str) -> None:
    raise BadInput(f"found {found}, expected key=value, such as {such_as}; words with blanks stand in double quotes")


def _read(kind: type, name: str, written: str, known: list[str], clock: Clock) -> Any:
    if name not in known:
        refuse_unknown(name, known, "one of the fields")
    if name == "due" and read_word(written) == SOMEDAY:
        return None
    try:
        return read_value(kind, name, written, clock)
    except CallrulesError as error:
        raise BadInput(f"{name}: {error}") from None
