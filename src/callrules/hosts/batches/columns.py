"""Columns as plain values, a column at a time: an Arrow scalar for each cell would cost more than it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.types as kinds

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)


def values(column: Any) -> list[Any]:
    """The value of each cell: `None`, a plain one, a list, or for a struct a dict of what is not null."""
    kind = column.type
    if kinds.is_dictionary(kind):
        return values(column.dictionary_decode())
    if kinds.is_struct(kind):
        return records(zip((field.name for field in kind), column.flatten(), strict=True), len(column))
    if kinds.is_list(kind) or kinds.is_large_list(kind):
        return _lists(column)
    if kinds.is_timestamp(kind):
        return _instants(column)
    return _texts(column) if kinds.is_string(kind) or kinds.is_large_string(kind) else column.to_pylist()


def records(columns: Iterable[tuple[str, Any]], length: int) -> list[dict[str, Any]]:
    """The rows of several columns, each a dict of what is not null."""
    rows: list[dict[str, Any]] = [{} for _ in range(length)]
    for name, column in columns:
        if column.null_count < length:
            for row, value in zip(rows, values(column), strict=True):
                if value is not None:
                    row[name] = value
    return rows


def _lists(column: Any) -> list[list[Any] | None]:
    lengths = column.value_lengths().to_pylist()
    inside = iter(values(column.flatten()))
    return [None if length is None else list(islice(inside, length)) for length in lengths]


def _texts(column: Any) -> list[str | None]:
    """Texts, each different one made once."""
    told = column.dictionary_encode()
    words = told.dictionary.to_pylist()
    return [None if place is None else words[place] for place in told.indices.to_pylist()]


def _instants(column: Any) -> list[dt.datetime | str | None]:
    counted = column.cast(pa.timestamp("us", column.type.tz), safe=False).cast(pa.int64()).to_pylist()
    return [None if count is None else _instant(count) for count in counted]


def _instant(count: int) -> dt.datetime | str:
    try:
        return EPOCH + count * MICROSECOND
    except OverflowError:
        return f"{count} microseconds after 1970"  # read as any other text, and refused by name


def instants(moments: Iterable[dt.datetime | None]) -> Any:
    """Instants as a column."""
    counted = [None if each is None else (each - EPOCH) // MICROSECOND for each in moments]
    return pa.array(counted, pa.int64()).cast(pa.timestamp("us", "UTC"))
