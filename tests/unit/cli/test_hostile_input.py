"""No traceback, no long line, nothing private and nothing that steers a terminal, whatever is handed in.

How many inputs: CALLRULES_HOSTILE, 2,000 unless told; CI says 10,000. Every 200th runs as a process of its own.
"""

import io
import os
import subprocess
import sys
import time
import traceback
from contextlib import contextmanager
from itertools import pairwise

import pytest

from callrules.cli.front import run
from helpers.hostile import PRIVATE, Hostile

SEEDS = int(os.environ.get("CALLRULES_HOSTILE", "2000"))
SHARDS, EVERY = 20, 200
JOINERS = "\u200c\u200d"
MOST, TOO_LONG = 300, 5.0


@contextmanager
def streams(given):
    """Standard streams of bytes; what was said can be read afterwards."""
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), "utf-8")
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    try:
        yield sys.stdout, sys.stderr
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


def in_process(arguments, given):
    with streams(given) as both:
        try:
            code = run(arguments)
        except BaseException:  # noqa: BLE001 - whatever gets out is what we look for
            return 1, "", traceback.format_exc()
        for each in both:
            each.flush()
        return code, *(each.buffer.getvalue().decode() for each in both)


def as_a_process(arguments, given):
    named = [
        each.encode("utf-8", "surrogateescape" if max(each, default="") >= "\udc80" else "surrogatepass")
        for each in arguments
    ]
    done = subprocess.run([sys.executable, "-m", "callrules", *named], input=given, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def wrong_with(code, out, err, typed=()):
    """What must not be seen, in words; what was typed as an argument, such as the name of a file, may be."""
    steering = [each for each in out + err if not (each.isprintable() or each == "\n" or each in JOINERS)]
    return {
        "an exit code that says nothing": code not in {0, 2, 3},
        "a traceback": "Traceback" in err,
        "no word about what went wrong": code == 2 and not err.startswith("callrules: "),
        "more than a line about bad input": code == 2 and "log" not in err and err.count("\n") > 12,
        "a line that is too long": any(len(line) > MOST for line in err.splitlines()),
        "something private": any(each in err and not any(each in told for told in typed) for each in PRIVATE),
        "what steers a terminal": bool(steering),
    }


def hostile_files(arguments):
    """The names of files that were typed: an error names them."""
    return [
        name
        for option, name in pairwise(arguments)
        if option in {"--svg", "--html", "--into", "--playbook", "--map", "--rest"}
    ]


def tried(seed, folder):
    """What was wrong with one input, and how long it took."""
    folder.mkdir()
    hostile = Hostile(seed, folder)
    arguments = [each.replace("\x00", "") for each in hostile.arguments()] if not seed % EVERY else hostile.arguments()
    began = time.perf_counter()
    answer = (in_process if seed % EVERY else as_a_process)(arguments, hostile.stdin)
    took = time.perf_counter() - began
    found = [what for what, is_seen in wrong_with(*answer, typed=hostile_files(arguments)).items() if is_seen]
    return took, f"seed {seed}: {', '.join(found)}\n{arguments}\n{answer}" if found else None


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_hostile_input_is_answered_or_refused_in_one_short_discreet_line(shard, tmp_path, monkeypatch, record_property):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    slowest, troubles = (0.0, 0), []
    for seed in range(shard, SEEDS, SHARDS):
        took, trouble = tried(seed, tmp_path / str(seed))
        slowest = max(slowest, (took, seed))
        troubles += [trouble] if trouble else []
    record_property("slowest", f"seed {slowest[1]}: {slowest[0]:.2f} s")
    print(f"slowest: seed {slowest[1]}, {slowest[0]:.2f} s")
    assert not troubles, f"{len(troubles)} of {SEEDS // SHARDS}\n" + "\n".join(troubles[:8])
    assert slowest[0] < TOO_LONG, f"seed {slowest[1]} took {slowest[0]:.1f} s"
