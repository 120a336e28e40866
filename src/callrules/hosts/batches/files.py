"""Everybody in a Parquet file, a batch at a time, so that memory does not grow with the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

from callrules.hosts.batches.steps import decide, schema_of
from callrules.playbook import Playbook


def decide_file(
    source: str | Path,
    target: str | Path,
    playbook: Playbook,
    now: dt.datetime,
    *,
    rows: int = 2_000,
    told: Callable[[int], object] = int,
) -> int:
    """Write the step of everybody in `source` to `target`, both Parquet, in the same order; how many there are.

    `rows` people are held at a time; `told` is called with the number done after each batch. The target appears when
    it is whole: a run that is killed leaves nothing under its name.
    """
    done, unfinished = 0, Path(f"{target}.unfinished")
    with pq.ParquetFile(source) as people, pq.ParquetWriter(unfinished, schema_of(playbook)) as steps:
        for batch in people.iter_batches(batch_size=rows):
            steps.write_batch(decide(batch, playbook, now))
            done += batch.num_rows
            told(done)
    unfinished.replace(target)
    return done
