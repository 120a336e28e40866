"""The JSON Schema of maps for imports, made from what their reader goes by: what an editor completes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from callrules.cli.imports.clocks import BY_NAME
from callrules.cli.imports.fields import FIELDS, JOINED, LASTING, NEEDED, SECTIONS, UNITS
from callrules.cli.imports.ready_maps import READY
from callrules.cli.imports.tables import ENCODINGS, SEPARATORS
from callrules.contact import Role
from callrules.dispositions import Disposition
from callrules.vocabulary import Channel, Direction, Outcome, Reply
from callrules.wire.schema import WORDS, Schema

A_WORD: Schema = {"type": "string"}
ENUMS: Mapping[str, type[Enum]] = {
    "disposition": Disposition, "direction": Direction, "outcome": Outcome, "channel": Channel, "reply": Reply,
    "role": Role,
}  # fmt: skip
"""The words of ours that a field takes, where it takes no others."""
COLUMNS: Schema = {"anyOf": [A_WORD, {"type": "array", "items": A_WORD, "minItems": 1}]}
PARTS: Schema = {"anyOf": [A_WORD, {"type": "array", "items": COLUMNS}]}
"""Columns that are joined, each the first of several that hold something."""
FORMAT: Schema = {"anyOf": [{"enum": list(BY_NAME)}, {"type": "string", "pattern": "%"}]}


def map_schema() -> Schema:
    """Give what a map may look like (JSON Schema 2020-12). What a ready map says need not be said by its heir."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A map for imports: which column is which field, and which word means what",
        "type": "object",
        "properties": {
            "name": {**WORDS, "type": ["string", "integer"], "description": "ids of facts begin with it"},
            "says": A_WORD,
            "sources": {"type": "array", "items": WORDS},
            "extends": {"enum": list(READY), "description": "the ready map over which this one is laid"},
            "file": _file(),
            "dates": _dates(),
            **{kind: _one_or_several(f"#/$defs/{kind}") for kind in SECTIONS},
        },
        "additionalProperties": False,
        "if": {"required": ["extends"]},
        "else": {
            "required": ["name"],
            "properties": {kind: _one_or_several(f"#/$defs/whole_{kind}") for kind in SECTIONS},
        },
        "$defs": {kind: _section(kind) for kind in SECTIONS} | {f"whole_{kind}": _whole(kind) for kind in SECTIONS},
    }


def _file() -> Schema:
    return _table(
        separator={"enum": list(SEPARATORS)},
        encoding={"enum": list(ENCODINGS)},
        columns={"type": "array", "items": WORDS},
    )


def _dates() -> Schema:
    formats: Schema = {"anyOf": [FORMAT, {"type": "array", "items": FORMAT, "minItems": 1}]}
    return _table(formats=formats, zone={**WORDS, "description": "an IANA zone, such as Europe/Paris"})


def _section(kind: str) -> Schema:
    """One way to read rows: its columns, and what stands beside them."""
    ours = _table(**{field: _word(field) for field in FIELDS[kind]})
    return _table(
        **{field: PARTS if field in JOINED else COLUMNS for field in FIELDS[kind]},
        values=_table(**{field: _every({"anyOf": [_word(field), ours]}) for field in FIELDS[kind]}),
        where=_every(COLUMNS),
        fixed=ours,
        otherwise=ours,
        duration_in={"enum": list(UNITS)},
        salesforce_ids={"type": "boolean"},
        nobody={"type": "array", "items": WORDS},
    )


def _whole(kind: str) -> Schema:
    """Require of each group of fields that are needed one with a column, or with a word that stands for every row."""
    return {"allOf": [{"anyOf": [way for each in group for way in _said(each)]} for group in NEEDED[kind]]}


def _said(field: str) -> tuple[Schema, Schema]:
    return {"required": [field]}, {"required": ["fixed"], "properties": {"fixed": {"required": [field]}}}


def _word(field: str) -> Schema:
    if field in ENUMS:
        return {"enum": [each.value for each in ENUMS[field]]}
    return WORDS if field in LASTING else A_WORD


def _one_or_several(ref: str) -> Schema:
    return {"anyOf": [{"type": "object", "$ref": ref}, {"type": "array", "items": {"$ref": ref}, "minItems": 1}]}


def _every(value: Schema) -> Schema:
    """A table of any keys."""
    return {"type": "object", "additionalProperties": value}


def _table(**fields: Schema) -> Schema:
    return {"type": "object", "properties": fields, "additionalProperties": False}
