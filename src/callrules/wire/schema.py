"""The JSON Schema of a case, made from the classes themselves, so that it cannot differ from them."""

from __future__ import annotations

import datetime as dt
import enum
import types
import typing
from decimal import Decimal
from typing import Any

import attrs

from callrules.contact import Contact, Phone
from callrules.facts import FACTS, Fact
from callrules.numbering import NUMBER
from callrules.preferred_hours import PreferredHours
from callrules.wire import BESIDE, KINDS, MOMENTS
from callrules.wire.moments import DAYS

Schema = dict[str, Any]
INSTANT: Schema = {"$ref": "#/$defs/instant"}
MOMENT: Schema = {"$ref": "#/$defs/moment"}
WORDS: Schema = {"type": "string", "pattern": "\\S"}
DAY = r"\d{4}-\d{2}-\d{2}"
TIME = rf"{DAY}T\d{{2}}:\d{{2}}(:\d{{2}}(\.\d+)?)?"
OFFSET = r"(Z|[+-]\d{2}:\d{2})"
NUMBERS = {"number", "from_number"}
ONE_OF = {"numbers": "number", "used": "used"}
"""What each of several is called alone."""
IDS = {"id", "contact", "of", "by", "about", "used", "account", "owner", "rep"}
"""What takes a whole number, too."""


def case_schema() -> Schema:
    """Give what a case may look like (JSON Schema 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case: one contact, what has happened, and now",
        "type": "object",
        "properties": {
            "now": INSTANT,
            "contact": {"$ref": "#/$defs/contact"},
            "history": {"type": "array", "items": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in KINDS]}},
            **{name: {} for name in sorted(BESIDE)},
        },
        "required": ["now", "contact", "history"],
        "additionalProperties": False,
        "$defs": {**_moments(), "phone": _object(Phone), "hours": HOURS, "contact": _object(Contact), **_facts()},
    }


def _moments() -> dict[str, Schema]:
    instant = {"type": "string", "pattern": f"^{TIME}{OFFSET}$", "description": "ISO 8601 with an offset"}
    wall = f"^({DAY}|{TIME}{OFFSET}?)$"
    says = "a day, an instant with an offset, or a wall time with `zone` beside it"
    day = {"type": "string", "pattern": f"^{DAY}$", "description": "a day, such as 2027-03-12"}
    return {"instant": instant, "moment": {"type": "string", "pattern": wall, "description": says}, "day": day}


def _facts() -> dict[str, Schema]:
    return {name: _fact(name, kind) for name, kind in zip(KINDS, FACTS, strict=True)}


def _fact(name: str, kind: type[Fact]) -> Schema:
    schema = _object(kind)
    schema["properties"] = {"type": {"const": name}, **schema["properties"]}
    schema["required"] = ["type", *schema["required"]]
    if any(moment in schema["properties"] for moment in MOMENTS):
        schema["properties"]["zone"] = {**WORDS, "description": "the IANA zone of the wall times beside it"}
    return schema


def _object(kind: type[Any]) -> Schema:
    fields = attrs.fields(attrs.resolve_types(kind))
    return {
        "type": "object",
        "description": (kind.__doc__ or "").partition("\n")[0],
        "properties": {field.name: _value(field.name, field.type) for field in fields},
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _value(name: str, kind: Any) -> Schema:
    if isinstance(kind, types.UnionType):
        return {"anyOf": [_value(name, each) for each in typing.get_args(kind)]}
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _value(ONE_OF.get(name, ""), typing.get_args(kind)[0])}
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {"enum": [member.value for member in kind]}
    if kind is dt.date and name in DAYS:
        return {"$ref": "#/$defs/day"}
    if kind is str and name in NUMBERS:
        return {"type": "string", "pattern": f"^{NUMBER.pattern}$"}
    return {**WORDS, "type": ["string", "integer"]} if kind is str and name in IDS else dict(PLAIN[kind])


CLOCK: Schema = {"type": "string", "pattern": r"^([01]?\d|2[0-3])[:.][0-5]\d$"}
HOURS: Schema = {
    "type": "object",
    "description": "hours at which they like to be called, such as mon-fri from 18:00 to 20:00",
    "properties": {
        "days": {**WORDS, "description": "such as `mon-fri`, `tue, thu` or `daily`"},
        "from": {**CLOCK, "description": "on their clock, included"},
        "to": {**CLOCK, "description": "on their clock, excluded; before `from`, it is on the next day"},
    },
    "required": ["days", "from", "to"],
    "additionalProperties": False,
}
PLAIN: dict[Any, Schema] = {
    dt.datetime: INSTANT,
    dt.date: MOMENT,
    Phone: {"$ref": "#/$defs/phone"},
    PreferredHours: {"$ref": "#/$defs/hours"},
    str: WORDS,
    bool: {"type": "boolean"},
    float: {"type": "number", "minimum": 0},
    Decimal: {"type": ["string", "number"]},
    type(None): {"type": "null"},
}
