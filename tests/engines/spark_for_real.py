"""Spark asks about everybody, in Python workers of its own, and answers as one by one."""

import os
import sys

import pytest
from crowd import HOUSE, NOW, failing_first
from pyspark.sql import SparkSession

from callrules.hosts.batches import for_spark, read_step, spark_schema


@pytest.fixture(scope="module")
def spark():
    """Two cores, each task tried three times at most; how far it is stands on the terminal."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    made = SparkSession.builder.master("local[2,3]").config("spark.ui.enabled", "false")
    session = made.config("spark.ui.showConsoleProgress", "true").config("spark.driver.host", "127.0.0.1").getOrCreate()
    yield session
    session.stop()


@pytest.fixture
def partitions(spark, file):
    """The people of the file in several partitions."""
    return spark.read.parquet(str(file)).repartition(4)


def _steps(frame):
    return {row["contact"]: read_step(row) for row in frame.toArrow().to_pylist()}


def test_spark_answers_as_one_by_one(partitions, answers):
    assert _steps(partitions.mapInArrow(for_spark(HOUSE, NOW), spark_schema())) == answers


def test_a_partition_that_fails_is_asked_again_by_spark(partitions, answers, tmp_path):
    ask = failing_first(for_spark(HOUSE, NOW), tmp_path)
    assert _steps(partitions.mapInArrow(ask, spark_schema())) == answers
    assert (tmp_path / "failed").exists()
