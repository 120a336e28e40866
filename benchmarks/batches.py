"""What a crowd costs in one process: streamed from Parquet, and as it lies in memory.

    python benchmarks/batches.py [--people 100000] [--floor]

With `--floor` the playbook is the floor alone, so that what is left is reading and writing. CPU time, not the clock
on the wall: a share of two busy cores says nothing.
"""

from __future__ import annotations

import argparse
import gc
import resource
import tempfile
import time
import tracemalloc
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from crowd import NOW, PEOPLE, batches

from callrules import Playbook
from callrules.hosts.batches import STEPS, decide
from callrules.hosts.batches.people import read_people

HELD = 10_000
"""So many people are held at once to weigh them."""


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


def stream(source: Path, target: Path, playbook: Playbook) -> tuple[float, float]:
    """Decide about everybody in a file, a batch at a time; the CPU time of all, and of the decisions."""
    start, deciding = time.process_time(), 0.0
    with pq.ParquetWriter(target, STEPS) as writer:
        for batch in pq.ParquetFile(source).iter_batches(batch_size=2_000):
            began = time.process_time()
            steps = decide(batch, playbook, NOW)
            deciding += time.process_time() - began
            writer.write_batch(steps.replace_schema_metadata(None))
    return time.process_time() - start, deciding


def reading(source: Path) -> float:
    """The CPU time of reading everybody into contacts and histories, and asking nothing."""
    start = time.process_time()
    for batch in pq.ParquetFile(source).iter_batches(batch_size=2_000):
        for _ in read_people(batch, NOW):
            pass
    return time.process_time() - start


def peak() -> float:
    """The most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--weigh", action="store_true")
    given = parser.parse_args()
    if given.weigh:
        weigh()
        return
    playbook = Playbook(()) if given.floor else Playbook()
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "people.parquet"), Path(folder, "steps.parquet")
        write(source, given.people)
        made = peak()
        read = reading(source)
        whole, deciding = stream(source, target, playbook)
        size, out = source.stat().st_size / 1e6, target.stat().st_size / 1e6
        assert pq.ParquetFile(target).metadata.num_rows == given.people
    each = 1e6 / given.people
    print(f"{given.people:,} people, {size:.0f} MB in, {out:.0f} MB out, pyarrow {pa.__version__}")
    print(f"  in all          {whole:8.1f} s of CPU  {whole * each:7.0f} µs each")
    print(f"  reading people  {read:8.1f} s of CPU  {read * each:7.0f} µs each")
    print(f"  rest of decide  {deciding - read:8.1f} s of CPU  {(deciding - read) * each:7.0f} µs each")
    print(f"  Parquet         {whole - deciding:8.1f} s of CPU  {(whole - deciding) * each:7.0f} µs each")
    print(f"  peak memory     {peak():8.0f} MB (after making the file: {made:.0f} MB)")


if __name__ == "__main__":
    main()
