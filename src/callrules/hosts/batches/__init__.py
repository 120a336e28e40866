"""Whole batches of people: an Arrow record batch of contacts and facts in, one of steps out (extra `arrow`)."""

from __future__ import annotations

from callrules.hosts.batches.engines import dask_meta, for_dask, for_spark, spark_schema
from callrules.hosts.batches.files import decide_file
from callrules.hosts.batches.joining import with_history
from callrules.hosts.batches.people import write_people
from callrules.hosts.batches.schemas import FACT, FACTS, PEOPLE, STEPS
from callrules.hosts.batches.steps import decide, read_step

__all__ = [
    "FACT", "FACTS", "PEOPLE", "STEPS", "dask_meta", "decide", "decide_file", "for_dask", "for_spark", "read_step",
    "spark_schema", "with_history", "write_people",
]  # fmt: skip
