"""What a day of a book costs when an index says who is due, beside looking at everybody, and beside twice as many.

    python benchmarks/a_day.py [--people 50000] [--due 500]

Everybody has five calls behind them and waits for a promised call; of `--due` people it is due today. The first `today`
looks at everybody, and makes the index; the second asks about who is due. Then twice as many, with as many due. Of each
the CPU time of a process of its own, as somebody at a terminal pays it, and the most memory it held; the ratios below
are of times, less what a `today` of nobody costs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

DAY = "2026-11-18"
FIRST, SECOND = f"{DAY}T15:00:00Z", f"{DAY}T15:20:00Z"


def write(folder: Path, people: int, due: int) -> None:
    """A book of so many people with five calls each; of the first `due` the promised call is due on the day."""
    folder.mkdir()
    dice = random.Random(1)
    with (folder / "contacts.csv").open("w") as contacts, (folder / "history.jsonl").open("w") as history:
        contacts.write("id,phones,timezone\n")
        for place in range(people):
            contacts.write(f"c{place},+1206{2000000 + place},America/New_York\n")
            history.writelines(f"{line}\n" for line in calls(place, dice, is_due=place < due))


def calls(place: int, dice: random.Random, *, is_due: bool) -> list[str]:
    """Four calls that reached nobody, and a talk that ended in a promise to call."""
    when = [f"2026-{month:02}-{dice.randint(1, 28):02}T{dice.randint(15, 20)}:00:00Z" for month in (3, 5, 7, 8)]
    tried = [{"type": "call_attempt", "at": at, "disposition": "no_answer", "reason": "prospect"} for at in when]
    promised = f"{DAY}T09:00:00" if is_due else f"2027-0{dice.randint(2, 8)}-{dice.randint(10, 25)}T10:00:00"
    talk = {
        "type": "call_attempt", "at": f"2026-10-{dice.randint(1, 28):02}T16:00:00Z", "disposition": "conversation",
        "outcome": "continuation", "callback_at": promised, "zone": "America/New_York",
    }  # fmt: skip
    return [json.dumps({"contact": f"c{place}", **each}) for each in (*tried, talk)]


class Cost(NamedTuple):
    """What a process cost: seconds of CPU, and megabytes at its largest."""

    seconds: float
    megabytes: float


def today(folder: Path, at: str, *more: str) -> tuple[Cost, dict[str, object]]:
    """One `callrules today` in a process of its own: its cost, and what it printed."""
    command = [sys.executable, "-m", "callrules", "today", str(folder), "--at", at, "--json", *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as started:
        printed = started.stdout.read() if started.stdout else b""
        _, status, spent = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    return Cost(spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024), json.loads(printed)


def measured(folder: Path, people: int, due: int, *, whole: bool = True) -> tuple[float, float]:
    """The CPU time of looking at everybody, where `whole`, and of asking by index, which must say the same."""
    write(folder, people, due)
    first, _ = today(folder, FIRST)
    index = folder / "history.index"
    size = index.stat().st_size / 1e6
    second, by_index = today(folder, SECOND)
    print(f"{people:>9,} people, {due:,} due, an index of {size:,.0f} MB")
    print(f"          first of the day {_told(first)}, by index {_told(second)}")
    if not whole:
        return first.seconds, second.seconds
    index.unlink()
    everybody, by_all = today(folder, SECOND)
    assert by_index == by_all
    print(f"          everybody {_told(everybody)}")
    return everybody.seconds, second.seconds


def _told(cost: Cost) -> str:
    return f"{cost.seconds:.2f} s and {cost.megabytes:,.0f} MB"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--due", type=int)
    given = parser.parse_args()
    due = given.due or given.people // 100
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        nobody = Path(name, "nobody")
        write(nobody, 1, 0)
        start = min(today(nobody, FIRST)[0].seconds for _ in range(3))
        whole, by_index = measured(Path(name, "once"), given.people, due)
        _, twice = measured(Path(name, "twice"), 2 * given.people, due, whole=False)
    print(f"a today of one person {start:.2f} s, taken off below")
    print(f"by index / everybody        {(by_index - start) / (whole - start):8.2%}")
    print(f"twice as many / once        {(twice - start) / (by_index - start):8.2f}")
    print(f"({time.monotonic() - began:.0f} s on the wall)")


if __name__ == "__main__":
    main()
