"""The one plain function: a batch of people in, their steps out, each the same as if asked one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
import pyarrow as pa

from callrules import checks, wire
from callrules.errors import BadInput
from callrules.hosts.batches.columns import instants
from callrules.hosts.batches.people import Person, Read, read_people
from callrules.hosts.batches.schemas import INSTANT, PEOPLE, STEPS, RecordBatch, Schema
from callrules.hosts.batches.unfit import refuse_unfit
from callrules.playbook import Playbook
from callrules.step import STEPS as KINDS
from callrules.step import Because, Reason, Step
from callrules.wire import word, write_moment

AT_ONCE = 1_000
"""So many people at a time are objects, however large the batch."""
FIELDS = {word(kind): tuple(attrs.fields_dict(kind)) for kind in KINDS}


def decide(people: RecordBatch, playbook: Playbook, now: dt.datetime) -> RecordBatch:
    """The next step of everybody in a batch: row for row, as `playbook.next_step` answers, and nobody lost.

    `people` is in the form of `PEOPLE`, what comes back in that of `STEPS`; the schema's metadata tell the
    playbook's fingerprint. A row that cannot be read has no `type`, and its `trouble` says what was found and what
    was expected; nobody rings them. `BadInput` is raised for a column that is unknown, missing or without a zone.
    """
    asked = checks.instant(now, "now")
    refuse_unfit(people.schema, PEOPLE, ("id", "history"))
    told = [_columns(read_people(piece, asked), playbook, asked) for piece in pieces(people)]
    whole = [pa.concat_arrays(parts) for parts in zip(*told, strict=True)]
    return pa.RecordBatch.from_arrays(whole, schema=schema_of(playbook))


def pieces(people: RecordBatch) -> Iterator[RecordBatch]:
    """The batch in pieces, of which one at a time is held as objects; one of nobody for an empty batch."""
    for start in range(0, max(people.num_rows, 1), AT_ONCE):
        yield people.slice(start, AT_ONCE)


def _columns(people: Iterable[Read], playbook: Playbook, now: dt.datetime) -> list[pa.Array]:
    rows = [{"contact": who, **_answer(person, playbook, now)} for who, person in people]
    return [_column([row.get(field.name) for row in rows], field.type) for field in STEPS]


def _answer(person: Person | str, playbook: Playbook, now: dt.datetime) -> dict[str, Any]:
    return {"trouble": person} if isinstance(person, str) else _row(playbook.next_step(*person, now), now)


def schema_of(playbook: Playbook) -> Schema:
    """The columns of steps, with the fingerprint of the playbook that answers."""
    return STEPS.with_metadata({"callrules.fingerprint": playbook.fingerprint})


def read_step(row: Mapping[str, Any]) -> Step:
    """The step in a row of steps (`batch.to_pylist()`), equal to the one that `playbook.next_step` gave.

    Raises `BadInput` for a row that has none, with what was wrong with it.
    """
    if row["trouble"]:
        raise BadInput(row["trouble"])
    zone = {"zone": row["zone"]} if row["zone"] else {}
    return wire.read_step({"type": row["type"], **{name: row[name] for name in FIELDS[row["type"]]}, **zone})


def _row(step: Step, now: dt.datetime) -> dict[str, Any]:
    fields = {name: getattr(step, name) for name in FIELDS[step.type]}
    promises = fields.get("promises")
    if promises:
        zone = checks.zone_name(promises) if isinstance(promises, dt.datetime) else None
        fields |= {"promises": write_moment(promises), "zone": zone}
    return {"type": step.type, "due": step.is_due(now), **fields}


def _column(cells: list[Any], kind: pa.DataType) -> pa.Array:
    if cells.count(None) == len(cells):
        return pa.nulls(len(cells), kind)
    if kind == INSTANT:
        return instants(cells)
    if isinstance(kind, pa.StructType):
        return _struct(cells, kind)
    if isinstance(kind, pa.ListType) and isinstance(kind.value_type, pa.StructType):
        return _lists(cells, kind)
    return pa.array([getattr(each, "value", each) for each in cells], kind)


def _struct(cells: Iterable[Reason | Because | None], kind: pa.StructType) -> pa.Array:
    told = list(cells)
    parts = [_column([getattr(each, field.name, None) for each in told], field.type) for field in kind]
    absent = pa.array([each is None for each in told], pa.bool_())
    return pa.StructArray.from_arrays(parts, fields=list(kind), mask=absent)


def _lists(cells: list[tuple[Any, ...] | None], kind: pa.ListType) -> pa.Array:
    ends = [0]
    for each in cells:
        ends.append(ends[-1] + len(each or ()))
    inside = _struct((one for each in cells for one in each or ()), kind.value_type)
    absent = pa.array([each is None for each in cells], pa.bool_())
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), inside, type=kind, mask=absent)
