"""`make faults`: three hundred kills, and eight writers at once; nothing that was acknowledged is lost."""

import json
import multiprocessing
import os
import random
import signal
import time

import pytest

from callrules.cli.book.journal import append
from callrules.cli.book.reading import Book

KILLS, WRITERS, FACTS = 300, 8, 200
FORKED = multiprocessing.get_context("fork")
CONTACTS = "id,timezone\nann,Europe/London\nbob,Europe/London\n"


@pytest.fixture
def book(tmp_path):
    (tmp_path / "contacts.csv").write_text(CONTACTS)
    return tmp_path


def fact(who, name, size):
    return {"contact": who, "id": name, "type": "meeting", "at": "2026-01-05T12:00:00Z", "place": "x" * size}


def _writes(book, name, heard, size, count):
    for place in range(count):
        append(book, [fact("ann", f"{name}-{place}", size)])
        os.write(heard, f"{name}-{place}\n".encode())


def ids(book):
    lines = [each for each in (book / "history.jsonl").read_bytes().split(b"\n") if each]
    return [json.loads(each)["id"] for each in lines]


def test_no_kill_loses_what_was_acknowledged_and_none_leaves_a_book_that_cannot_be_read(book):
    dice, acknowledged = random.Random(7), []
    for kill in range(KILLS):
        reading, heard = os.pipe()
        writer = FORKED.Process(target=_writes, args=(book, str(kill), heard, dice.choice([10, 70_000]), 10_000))
        writer.start()
        os.close(heard)
        time.sleep(dice.random() * 0.04)
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        with os.fdopen(reading) as told:
            acknowledged += told.read().split()
        assert Book(book).person("ann")
    append(book, [fact("bob", "last", 1)])
    assert len(acknowledged) > KILLS
    assert set(acknowledged) - set(ids(book)) == set()


def test_eight_writers_at_once_lose_nothing_and_mix_nothing(book):
    reading, heard = os.pipe()
    writers = [FORKED.Process(target=_writes, args=(book, f"w{who}", heard, 300, FACTS)) for who in range(WRITERS)]
    for writer in writers:
        writer.start()
    os.close(heard)
    with os.fdopen(reading) as told:
        acknowledged = told.read().split()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert len(acknowledged) == WRITERS * FACTS
    assert sorted(ids(book)) == sorted(acknowledged)
