"""What Dask and Spark add to the CPU time of one process that decides about the same people (Linux, `make engines`).

    python benchmarks/engines.py [--people 50000]

Each reads the same file, asks in the same way, and writes Parquet, in processes of its own: two workers for Dask, two
cores for Spark. Counted is the CPU time of all of them, Java and workers too. `less its start` takes off what the same
costs for a hundred people.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pyarrow.parquet as pq
from crowd import NOW, PEOPLE, batches

from callrules import Playbook
from callrules.hosts.batches import dask_meta, decide_file, for_dask, for_spark, spark_schema

FEW = 100
PARTS = 8
"""So many parts the people are asked in."""
ADOPTS_ORPHANS = 36
"""`PR_SET_CHILD_SUBREAPER` of Linux: Java outlives the Python that started it, and is to be counted."""


def serial(source: Path, target: Path) -> None:
    """One process, a batch at a time."""
    decide_file(source, target, Playbook(), NOW)


def dask(source: Path, target: Path) -> None:
    """Two workers of Dask, each a process."""
    import dask.dataframe as dd
    from distributed import Client, LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        people = dd.read_parquet(source, dtype_backend="pyarrow", split_row_groups=1)
        people.map_partitions(for_dask(Playbook(), NOW), meta=dask_meta()).to_parquet(target, write_index=False)


def spark(source: Path, target: Path) -> None:
    """Two cores of Spark."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    made = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = made.config("spark.driver.host", "127.0.0.1").config("spark.log.level", "ERROR").getOrCreate()
    people = session.read.parquet(str(source)).repartition(PARTS)
    ask = counted(for_spark(Playbook(), NOW), noted_beside(target))
    people.mapInArrow(ask, spark_schema()).write.parquet(str(target))
    session.stop()


def counted(ask: Callable[[Any], Iterator[Any]], folder: Path) -> Callable[[Any], Iterator[Any]]:
    """The same question; each worker notes its CPU time, which Linux drops, for Spark ignores how its workers end."""

    def asked(given: Any) -> Iterator[Any]:
        yield from ask(given)
        (folder / str(os.getpid())).write_text(str(time.process_time()))

    folder.mkdir()
    return asked


def noted_beside(target: Path) -> Path:
    """The folder in which workers note their time."""
    return target.with_suffix(".noted")


ENGINES: dict[str, Callable[[Path, Path], None]] = {"serial": serial, "dask": dask, "spark": spark}


def write(path: Path, people: int) -> None:
    """So many people, in as many parts as they are asked in."""
    with pq.ParquetWriter(path, PEOPLE) as writer:
        for batch in batches(people, rows=-(-people // PARTS)):
            writer.write_batch(batch)


def cost(engine: str, source: Path, people: int) -> float:
    """The seconds of CPU of one engine and of all that it started, asked about everybody in the file."""
    target = source.with_name(f"{engine}-{people}.steps")
    subprocess.Popen([sys.executable, __file__, "--run", engine, str(source), str(target)])
    seconds = sum(ended())
    assert ds.dataset(target, format="parquet").count_rows() == people
    return seconds + sum(float(each.read_text()) for each in noted_beside(target).glob("*"))


def ended() -> Iterator[float]:
    """The seconds of CPU of each process below this one, until none is left."""
    while True:
        try:
            _, _, spent = os.wait4(-1, 0)
        except ChildProcessError:
            return
        yield spent.ru_utime + spent.ru_stime


def main() -> None:
    """Measure and print, or be one of those measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        engine, source, target = given.run
        ENGINES[engine](Path(source), Path(target))
    else:
        compare(given.people)


def compare(people: int) -> None:
    """Print what each engine costs beside one process."""
    ctypes.CDLL(None).prctl(ADOPTS_ORPHANS, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few.parquet"), Path(folder, "many.parquet")
        write(few, FEW)
        write(many, people)
        told = {engine: (cost(engine, many, people), cost(engine, few, FEW)) for engine in ENGINES}
    whole, start = told["serial"]
    print(f"{people:,} people, seconds of CPU; {os.getloadavg()[0]:.1f} processes on {os.cpu_count()} cores")
    for engine, (all_of_it, its_start) in told.items():
        grew = (all_of_it - its_start) / (whole - start)
        print(f"  {engine:8}{all_of_it:8.1f} {all_of_it / whole:6.2f} times serial; start {its_start:5.1f}", end="")
        print(f"; less its start {grew:6.2f} times serial")


if __name__ == "__main__":
    main()
