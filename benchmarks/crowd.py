"""Invented people by the million, as record batches: five facts each, and a share of them with a promise due."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

NOW = dt.datetime(2027, 3, 2, 16, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ZONES = ("Europe/London", "America/New_York", "Europe/Paris", "America/Chicago")
FACT = pa.struct(
    {
        "type": pa.string(), "at": pa.timestamp("us", "UTC"), "id": pa.string(), "disposition": pa.string(),
        "outcome": pa.string(), "reason": pa.string(), "by": pa.string(), "due": pa.string(),
    }
)  # fmt: skip
PEOPLE = pa.schema({"id": pa.string(), "timezone": pa.string(), "history": pa.list_(FACT)})
"""Only the columns that somebody fills."""


def batches(people: int, *, rows: int = 10_000) -> Iterator[pa.RecordBatch]:
    """So many people with five facts each: two purchases, three calls."""
    dice = random.Random(1)
    for start in range(0, people, rows):
        told = [person(dice, f"c{place}") for place in range(start, min(start + rows, people))]
        yield pa.RecordBatch.from_pylist(told, schema=PEOPLE)


def person(dice: random.Random, who: str) -> dict[str, Any]:
    """One of them: bought twice, was rung three times."""
    bought = [{"type": "purchase", "at": ago(dice, 30, 700), "id": f"{who}-{place}"} for place in "ab"]
    rung = [
        {"type": "call_attempt", "at": ago(dice, 5, 400), "disposition": ended, "outcome": how, "reason": "prospect"}
        for ended, how in (("no_answer", None), ("voicemail_left", None), ("conversation", "continuation"))
    ]
    return {"id": who, "timezone": dice.choice(ZONES), "history": [*bought, *rung]}


def ago(dice: random.Random, least: int, most: int) -> dt.datetime:
    """A working hour so many days ago."""
    return NOW - dice.randint(least, most) * DAY + dt.timedelta(minutes=dice.randrange(-60, 60))
