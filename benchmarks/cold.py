"""What one answer costs at a terminal: `callrules next`, cold, beside a Python that does nothing.

    python benchmarks/cold.py [--rounds 15]

Each is a process of its own, in turns; shown are the medians of CPU time and of the clock on the wall. Bytecode is
kept, as where somebody installed it, and a first run of each writes it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

CASE = {
    "now": "2026-11-20T15:00:00Z",
    "contact": {"id": "marie", "region": "FR", "phones": [{"number": "+33142685300"}]},
    "history": [
        {"type": "purchase", "at": "2025-06-03T09:00:00Z", "id": "p1"},
        {
            "type": "call_attempt",
            "at": "2026-09-02T12:00:00Z",
            "disposition": "conversation",
            "outcome": "continuation",
        },
        {"type": "call_attempt", "at": "2026-11-02T12:00:00Z", "disposition": "no_answer"},
    ],
}
PYTHON = [sys.executable]


class Cost(NamedTuple):
    """Milliseconds of CPU, and on the wall."""

    cpu: float
    wall: float


def cost(command: list[str], kept: Path) -> Cost:
    """What one run of a command costs, with its bytecode kept in a folder."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**own, "PYTHONPYCACHEPREFIX": str(kept)}) as started:
        _, status, spent = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    assert started.returncode == 0, command
    return Cost((spent.ru_utime + spent.ru_stime) * 1e3, (time.perf_counter() - began) * 1e3)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "case.json")
        case.write_text(json.dumps(CASE))
        commands = {
            "python -c pass": [*PYTHON, "-c", "pass"],
            "import callrules": [*PYTHON, "-c", "import callrules"],
            "callrules --help": [*PYTHON, "-m", "callrules", "--help"],
            "callrules next --json": [*PYTHON, "-m", "callrules", "next", "--json", str(case)],
            "callrules next": [*PYTHON, "-m", "callrules", "next", str(case)],
        }
        told: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(given.rounds + 1):
            for name, command in commands.items():
                told[name].append(cost(command, Path(folder)))
    least = median(each.cpu for each in told["python -c pass"][1:])
    for name, (_, *costs) in told.items():
        cpu, wall = median(each.cpu for each in costs), median(each.wall for each in costs)
        print(f"{name:22}{cpu:6.0f} ms of CPU {cpu / least:6.1f} times python {wall:6.0f} ms on the wall")


if __name__ == "__main__":
    main()
