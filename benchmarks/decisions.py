"""What a decision costs here, and how many times more it cost in an older checkout, measured in one run.

    git worktree add --detach /tmp/before 12105b3
    python benchmarks/decisions.py --before /tmp/before/src [--people 1000] [--rounds 5]

Each population is decided by both in turns, each in a process of its own, so that noise meets both alike. The
clock is CPU time and counts the history and the decision; facts and contacts are made outside of it. Quote ratios.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from populations import NOW, POPULATIONS

from callrules import History, Playbook

HERE = Path(__file__).resolve().parent
NOW_TOO = HERE.parent / "src"


def measured(population: str, people: int, rounds: int) -> dict[str, float]:
    """The median of CPU seconds for a history and its decision, and for asking the same history once more."""
    everybody = list(POPULATIONS[population](people, random.Random(1)))
    playbook, first, again = Playbook(strict=True), [], []
    for _ in range(rounds + 1):
        gc.collect()
        start = time.process_time()
        for contact, facts in everybody:
            playbook.next_step(contact, History(facts), NOW)
        first.append(time.process_time() - start)
        known = [(contact, History(facts).seen_by(contact)) for contact, facts in everybody[: people // 4]]
        for contact, history in known:
            playbook.next_step(contact, history, NOW)
        start = time.process_time()
        for contact, history in known:
            playbook.next_step(contact, history, NOW)
        again.append(time.process_time() - start)
    return {"first": statistics.median(first[1:]) / people, "again": statistics.median(again[1:]) / len(known)}


def in_a_process(source: Path, population: str, people: int) -> dict[str, float]:
    """One measurement by the library that lies in that folder."""
    return dict(answer_of(__file__, (source, HERE), population, people, rounds=3))


def answer_of(script: str, folders: Iterable[Path], population: str, people: int, *, rounds: int) -> Any:
    """One measurement by that script, in a process that imports from these folders."""
    environment = {**os.environ, "PYTHONPATH": ":".join(map(str, folders))}
    command = [sys.executable, script, "--one", population, "--people", str(people), "--rounds", str(rounds)]
    return json.loads(subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout)


def compared(population: str, before: Path | None, people: int, rounds: int) -> None:
    """Print the medians of both, and the median of their ratios."""
    pairs = []
    for _ in range(rounds):
        now = in_a_process(NOW_TOO, population, people)
        pairs.append((now, in_a_process(before, population, people) if before else now))
    for which in ("first", "again"):
        here, there = (statistics.median(each[place][which] for each in pairs) * 1e6 for place in (0, 1))
        ratio = statistics.median(old[which] / new[which] for new, old in pairs)
        print(f"{population:16} {which:6} {here:7.0f} µs {there:7.0f} µs before {ratio:6.2f} times")


def main(
    says: str | None,
    populations: Iterable[str],
    people: int,
    measured: Callable[[str, int, int], object],
    compared: Callable[[str, Path | None, int, int], None],
) -> None:
    """Measure and print; with `--one`, as a process of its own, one measurement as JSON."""
    parser = argparse.ArgumentParser(description=says, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, help="the src folder of an older checkout")
    parser.add_argument("--people", type=int, default=people)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measured(given.one, given.people, given.rounds)))
        return
    for population in populations:
        compared(population, given.before, given.people, given.rounds)


if __name__ == "__main__":
    main(__doc__, POPULATIONS, 1000, measured, compared)
