"""The same function in the hands of Dask and of Spark, which run it on many machines (extra `engines`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from callrules.hosts.batches.schemas import STEPS, RecordBatch, Table
from callrules.hosts.batches.steps import decide
from callrules.playbook import Playbook


def for_spark(playbook: Playbook, now: dt.datetime) -> Callable[[Iterable[RecordBatch]], Iterator[RecordBatch]]:
    """The function for `people.mapInArrow(for_spark(playbook, now), spark_schema())`, asked of each partition."""
    return partial(_each, playbook=playbook, now=now)


def _each(batches: Iterable[RecordBatch], playbook: Playbook, now: dt.datetime) -> Iterator[RecordBatch]:
    return (decide(batch, playbook, now) for batch in batches)


def spark_schema() -> Any:
    """The columns of the steps, in Spark's words."""
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - Spark comes with an extra

    return from_arrow_schema(STEPS)


def for_dask(playbook: Playbook, now: dt.datetime) -> Callable[[Any], Any]:
    """The function for `people.map_partitions(for_dask(playbook, now), meta=dask_meta())`."""
    return partial(_frame, playbook=playbook, now=now)


def _frame(people: Any, playbook: Playbook, now: dt.datetime) -> Any:
    batch = pa.RecordBatch.from_pandas(people, preserve_index=False)
    return _as_frame(pa.Table.from_batches([decide(batch, playbook, now)]))


def dask_meta() -> Any:
    """The columns of the steps, as an empty frame: what Dask calls `meta`."""
    return _as_frame(STEPS.empty_table())


def _as_frame(table: Table) -> Any:
    import pandas as pd  # noqa: PLC0415 - pandas comes with an extra

    return table.to_pandas(types_mapper=pd.ArrowDtype)
