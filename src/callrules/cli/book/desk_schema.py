"""The JSON Schema of `desk.toml`, made from the classes themselves: what an editor completes and marks."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Mapping
from typing import Any

import attrs

from callrules.cli.book.desk_file import AWAY, BLOCK, OF_ALL, REP
from callrules.desk.absences import Absence
from callrules.desk.blocks import Block, Every
from callrules.desk.desks import Desk
from callrules.desk.reps import LEFT_FOR_OTHERS, MOST_CALLS, Rep
from callrules.wire.schema import CLOCK, DAY, WORDS, Schema

A_DAY: Schema = {"type": "string", "pattern": f"^{DAY}$", "description": "a date without quotes, such as 2026-11-20"}
A_TIME: Schema = {
    "anyOf": [CLOCK, {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d:00$"}],
    "description": "on the rep's clock, such as '09:00'",
}
WEEKDAYS: Schema = {
    "anyOf": [WORDS, {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 7}, "minItems": 1}],
    "description": "such as 'mon-fri', 'tue, thu' or 'daily'; or ISO weekdays",
}
HOW_OFTEN: Schema = {"enum": sorted({word for each in Every for word in (each.value, each.value.replace("_", " "))})}
VALUES: Mapping[Any, Schema] = {
    str: WORDS,
    int: {"type": "integer", "minimum": 1, "maximum": MOST_CALLS},
    float: {"type": "number", "minimum": 0, "maximum": LEFT_FOR_OTHERS},
    dt.date: A_DAY,
    dt.time: A_TIME,
    frozenset[int]: WEEKDAYS,
    Every: HOW_OFTEN,
    tuple[Block, ...]: {"type": "array", "items": {"$ref": "#/$defs/block"}},
    tuple[Absence, ...]: {"type": "array", "items": {"$ref": "#/$defs/absence"}},
}
"""What may stand for a field of that type."""


def desk_schema() -> Schema:
    """Give what a `desk.toml` may look like (JSON Schema 2020-12). Dates and times are their ISO forms."""
    rep = _table(Rep, "somebody who calls", dict(zip(REP, REP, strict=True)))
    block = _table(Block, "hours that are kept for calling, on days of the week", BLOCK)
    absence = _table(Absence, "days on which a rep is away, and who stands in for what was promised", AWAY)
    reps = {"type": "object", "propertyNames": WORDS, "additionalProperties": {"$ref": "#/$defs/rep"}}
    live = _value(attrs.fields(attrs.resolve_types(Desk)).live)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The desk of a book: who calls, in which hours, and who is away",
        "type": "object",
        "properties": {"live": live, **{name: rep["properties"][name] for name in OF_ALL}, "reps": reps},
        "additionalProperties": False,
        "$defs": {"rep": rep, "block": block, "absence": absence},
    }


def _table(kind: type[Any], says: str, names: Mapping[str, str]) -> Schema:
    """A table of the file; `names` say which field of the class is written how."""
    fields = attrs.fields_dict(attrs.resolve_types(kind))
    return {
        "type": "object",
        "description": says,
        "properties": {written: _value(fields[name]) for written, name in names.items()},
        "required": [written for written, name in names.items() if fields[name].default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _value(field: attrs.Attribute[Any]) -> Schema:
    kind: Any = field.type
    if isinstance(kind, types.UnionType):
        (kind,) = (each for each in typing.get_args(kind) if each is not types.NoneType)
    return VALUES[kind]
