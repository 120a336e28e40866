"""What a crowd costs in one process: streamed from Parquet, stage by stage, and as it lies in memory.

    python benchmarks/batches.py [--people 50000] [--floor]
    python benchmarks/batches.py --weigh

With `--floor` the playbook is the floor alone, so that what is left is reading and writing. CPU time, not the clock
on the wall: a share of two busy cores says nothing. Everybody is decided about once; beside that the stages are taken
apart on the first 10,000 people, and the share of each is of their sum.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq
from crowd import NOW, PEOPLE, batches

from callrules import Contact, History, Playbook, Step
from callrules.hosts.batches import decide
from callrules.hosts.batches.columns import records
from callrules.hosts.batches.files import decide_file
from callrules.hosts.batches.people import read_people
from callrules.hosts.batches.steps import pieces, schema_of

T = TypeVar("T")
HELD = 10_000
"""So many people are held at once to weigh them, and are taken apart by stages."""


class Stopwatch(dict[str, float]):
    """The CPU time of each stage."""

    def of(self, stage: str, work: Callable[..., T], *given: Any) -> T:
        """Do the work on the clock of that stage."""
        began = time.process_time()
        done = work(*given)
        self[stage] = self.get(stage, 0.0) + time.process_time() - began
        return done


class Timed:
    """A playbook that counts what its decisions cost, and remembers them."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook, self.fingerprint = playbook, playbook.fingerprint
        self.watch, self.steps = Stopwatch(), list[Step]()

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """The step, on the clock."""
        self.steps.append(self.watch.of("decision", self.playbook.next_step, contact, history, now))
        return self.steps[-1]


class Known:
    """A playbook that was asked before: it costs nothing, and its steps are there to be written."""

    def __init__(self, timed: Timed) -> None:
        self.fingerprint, self.steps = timed.fingerprint, iter(timed.steps)

    def next_step(self, *_: object) -> Step:
        """The step that is known."""
        return next(self.steps)


def weigh() -> None:
    """Print the bytes of one contact with five facts, in Arrow and as objects."""
    batch = next(batches(HELD))
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    people = list(read_people(batch, NOW))
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    arrow, objects = batch.nbytes / HELD, (after - before) / len(people)
    print(f"a contact with five facts: {arrow:,.0f} bytes in Arrow, {objects:,.0f} as objects")


def write(path: Path, people: int) -> None:
    """Write so many people into a file, a batch at a time."""
    with pq.ParquetWriter(path, PEOPLE) as writer:
        for batch in batches(people):
            writer.write_batch(batch)


def stages(source: Path, target: Path, playbook: Playbook) -> dict[str, float]:
    """What the first people of a file cost, by stages."""
    watch = Stopwatch()
    with pq.ParquetFile(source) as people, pq.ParquetWriter(target, schema_of(playbook)) as steps:
        file = people.iter_batches(batch_size=2_000)
        for _ in range(HELD // 2_000):
            batch = watch.of("Parquet into columns", next, file, None)
            if batch is not None:
                told = taken_apart(batch, playbook, watch)
                watch.of("columns into Parquet", steps.write_batch, told)
    return watch


def taken_apart(batch: pa.RecordBatch, playbook: Playbook, watch: Stopwatch) -> pa.RecordBatch:
    """Decide about a batch, and add what that costs by stages: what holds another is measured less the other."""
    own, timed = Stopwatch(), Timed(playbook)
    entries = [list(person[1].entries) for _, person in read_people(batch, NOW)]
    gc.freeze()  # what is held here for measuring alone is no work of the collector's
    own.of("columns into values", drain, map(rows, pieces(batch)))
    own.of("values into contacts and facts", drain, read_people(batch, NOW))
    own.of("facts into histories", drain, map(History, entries))
    decide(batch, timed, NOW)
    told = own.of("steps into columns", decide, batch, Known(timed), NOW)
    own["steps into columns"] -= own["values into contacts and facts"]
    own["values into contacts and facts"] -= own["columns into values"] + own["facts into histories"]
    gc.unfreeze()
    for stage, seconds in (own | timed.watch).items():
        watch[stage] = watch.get(stage, 0.0) + seconds
    return told


def rows(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The cells of a batch as plain values."""
    return records(zip(batch.schema.names, batch.columns, strict=True), batch.num_rows)


def drain(each: Iterable[object]) -> None:
    """Go through them all, and keep none."""
    deque(each, maxlen=0)


def shares(watch: dict[str, float], people: int) -> Iterator[str]:
    """A line for each stage."""
    whole = sum(watch.values())
    for stage, seconds in watch.items():
        yield f"  {stage:32}{seconds / people * 1e6:8.1f} µs each {seconds / whole:8.1%}"


def peak() -> float:
    """The most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--weigh", action="store_true")
    parser.add_argument("--make", type=Path, help="only write the crowd into that file")
    given = parser.parse_args()
    if given.make:
        write(given.make, given.people)
    elif given.weigh:
        weigh()
    else:
        measure(given.people, Playbook(()) if given.floor else Playbook())


def measure(people: int, playbook: Playbook) -> None:
    """Decide about so many people, and print what it cost."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "people.parquet"), Path(folder, "steps.parquet")
        subprocess.run(  # in a process of its own: what it holds is not the stream's
            [sys.executable, __file__, "--people", str(people), "--make", str(source)], check=True
        )
        began = time.process_time()
        assert decide_file(source, target, playbook, NOW) == people
        whole = time.process_time() - began
        size, out = source.stat().st_size / 1e6, target.stat().st_size / 1e6
        print(f"{people:,} people, {size:.0f} MB in, {out:.0f} MB out, pyarrow {pa.__version__}", end=", ")
        print(f"{os.getloadavg()[0]:.1f} processes on {os.cpu_count()} cores")
        print(f"  in all {whole:.1f} s of CPU, {whole / people * 1e6:.0f} µs each; at most {peak():.0f} MB of memory")
        print(*shares(stages(source, target, playbook), min(people, HELD)), sep="\n")


if __name__ == "__main__":
    main()
