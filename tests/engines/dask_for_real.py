"""Dask asks about everybody, on workers of its own, and answers as one by one."""

import dask.dataframe as dd
import pyarrow as pa
import pytest
from crowd import HOUSE, NOW, failing_first
from distributed import Client, LocalCluster, progress

from callrules.hosts.batches import dask_meta, for_dask, read_step


@pytest.fixture(scope="module")
def client():
    """Two workers, each a process."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        yield client


@pytest.fixture
def partitions(file):
    """The people of the file in several partitions."""
    return dd.read_parquet(file, dtype_backend="pyarrow", split_row_groups=2)


def _steps(frame):
    return {row["contact"]: read_step(row) for row in pa.Table.from_pandas(frame, preserve_index=False).to_pylist()}


def test_dask_answers_as_one_by_one_and_shows_how_far_it_is(client, partitions, answers, capsys):
    asked = client.compute(partitions.map_partitions(for_dask(HOUSE, NOW), meta=dask_meta()))
    progress(asked, notebook=False)
    assert partitions.npartitions > 1
    assert _steps(asked.result()) == answers
    assert "100% Completed" in capsys.readouterr().out


def test_a_partition_that_fails_is_asked_again_by_dask(client, partitions, answers, tmp_path):
    ask = failing_first(for_dask(HOUSE, NOW), tmp_path)
    asked = client.compute(partitions.map_partitions(ask, meta=dask_meta()), retries=2)
    assert _steps(asked.result()) == answers
    assert (tmp_path / "failed").exists()
