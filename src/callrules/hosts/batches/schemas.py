"""The columns of a batch, made from the classes themselves, so that they cannot differ from them.

Names are those of the wire, and so is what each holds. Instants are timestamps in UTC; moments, which may also be a
day or a wall time with its `zone` beside it, are texts as on the wire.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from typing import Any, TypeAlias

import attrs
import pyarrow as pa

from callrules.contact import Contact
from callrules.facts import FACTS as KINDS
from callrules.preferred_hours import PreferredHours
from callrules.step import STEPS as ANSWERS
from callrules.step import Because
from callrules.wire.moments import DAYS

RecordBatch: TypeAlias = Any
"""An Arrow record batch: pyarrow comes without types."""
Table: TypeAlias = Any
"""An Arrow table."""
Schema: TypeAlias = Any
"""An Arrow schema, or the type of a struct."""

INSTANT = pa.timestamp("us", tz="UTC")
HOURS = pa.struct([("days", pa.string()), ("from", pa.string()), ("to", pa.string())])
PLAIN: dict[Any, pa.DataType] = {
    bool: pa.bool_(), float: pa.float64(), dt.datetime: INSTANT, PreferredHours: HOURS,
}  # fmt: skip
"""What is neither text nor made of fields; a moment, a word and an amount are texts, as on the wire."""


def _type(name: str, hint: Any) -> pa.DataType:
    if isinstance(hint, types.UnionType):
        hint = next(each for each in typing.get_args(hint) if each is not types.NoneType)
    if typing.get_origin(hint) is tuple:
        return pa.list_(_type(name, typing.get_args(hint)[0]))
    if name in DAYS:
        return pa.date32()
    if hint not in PLAIN and attrs.has(hint):
        return pa.struct(_columns(hint))
    return PLAIN.get(hint, pa.string())


def _columns(*kinds: type[Any]) -> dict[str, pa.DataType]:
    hints = (hint for kind in kinds for hint in typing.get_type_hints(kind).items())
    known = {each.name for kind in kinds for each in attrs.fields(kind)}
    return {name: _type(name, hint) for name, hint in hints if name in known}


FACT: Schema = pa.struct({"type": pa.string(), **_columns(*KINDS), "zone": pa.string()})
"""One fact of any kind: its `type`, and every field that any kind has; the fields of others are null."""

FACTS: Schema = pa.schema(list(FACT))
"""A table of facts, one a row; `contact` says whose each is."""

PEOPLE: Schema = pa.schema({**_columns(Contact), "history": pa.list_(FACT)})
"""What is asked about: one contact a row, with what has happened. Columns and fields that nobody fills may be left out.

`id` and `history` may not.
"""

STEPS: Schema = pa.schema(
    {
        "contact": pa.string(),
        "type": pa.string(),
        "at": INSTANT,
        "since": INSTANT,
        "until": INSTANT,
        "due": pa.bool_(),
        **{name: kind for name, kind in _columns(*ANSWERS).items() if name != "because"},
        "zone": pa.string(),
        "because": pa.list_(pa.struct(_columns(Because))),
        "trouble": pa.string(),
    }
)
"""What is answered: one step a row, in the order of the people; `trouble` says why there is none."""
