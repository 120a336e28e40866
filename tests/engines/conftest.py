"""Invented people as a file, and what each of them is answered alone."""

import random

import pyarrow.parquet as pq
import pytest
from crowd import HOUSE, NOW, crowd

from callrules.hosts.batches import write_people


@pytest.fixture(scope="session")
def people():
    """A hundred lives, with facts of every kind."""
    return crowd(random.Random(13), 100)


@pytest.fixture(scope="session")
def answers(people):
    """The step of each, asked one by one."""
    return {contact.id: HOUSE.next_step(contact, history, NOW) for contact, history in people}


@pytest.fixture(scope="session")
def file(people, tmp_path_factory):
    """Those people in a file of eight row groups."""
    path = tmp_path_factory.mktemp("engines") / "people.parquet"
    with pq.ParquetWriter(path, write_people(people[:1]).schema) as writer:
        for start in range(0, len(people), 13):
            writer.write_batch(write_people(people[start : start + 13]))
    return path
