"""Which batches are refused whole: a column that nobody knows could be a fact that nobody reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import pyarrow.types as kinds

from callrules.errors import BadInput, nearest


def refuse_unfit(schema: pa.Schema, known: pa.Schema, required: Iterable[str]) -> None:
    """Raise `BadInput` for a batch without a column that must be there, with one nobody knows, or with no zone."""
    for name in required:
        if name not in schema.names:
            raise BadInput(f"column {name!r}: found nothing, expected it in every batch")
    _refuse_unknown(schema, known, "column ")


def _refuse_unknown(fields: Iterable[Any], known: Iterable[Any], path: str) -> None:
    expected = {field.name: field.type for field in known}
    seen: set[str] = set()
    for field in fields:
        if field.name not in expected:
            names = f"{', '.join(expected)}{nearest(field.name, expected)}"
            raise BadInput(f"{path}{field.name!r}: found an unknown one, expected one of {names}")
        if field.name in seen:
            raise BadInput(f"{path}{field.name!r}: found it twice, expected each once")
        seen.add(field.name)
        _refuse_type(field.type, expected[field.name], f"{path}{field.name!r}")


def _refuse_type(kind: Any, expected: Any, path: str) -> None:
    if _is_a_list(kind) and _is_a_list(expected):
        kind, expected = kind.value_type, expected.value_type
    if kinds.is_timestamp(kind) and kind.tz is None:
        raise BadInput(f"{path}: found {kind} without a zone, expected timestamp[us, tz=UTC]")
    if kinds.is_struct(expected) and kinds.is_struct(kind):
        _refuse_unknown(kind, expected, f"{path} field ")


def _is_a_list(kind: Any) -> bool:
    return bool(kinds.is_list(kind) or kinds.is_large_list(kind))
