"""Measure how far the laws can be trusted, and write the page that tells it.

Each part can be measured by itself; what it finds is kept beside what is known of the others.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import attrs

from zoo.everything import SPECIMENS
from zoo.report.figures import KEPT, PARTS, keep, measure, read, with_mutants
from zoo.report.page import written
from zoo.report.scope import Scope
from zoo.strangers import STRANGERS

MUTANTS = "mutants"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked: measure, or write. Raises `SystemExit` for arguments that make no sense."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.verb == "write":
        asked.into.write_text(written(read(asked.figures)), "utf-8")
        return 0
    if not asked.part and (asked.examples or asked.seeds or asked.share or asked.only):
        parser.error("--examples, --seeds, --share and --only change one --part: say which")
    if MUTANTS in (asked.part or ()) and not asked.text:
        parser.error(f"--part {MUTANTS} is measured elsewhere: hand over what it found with --text FILE")
    if asked.go_on and (asked.part != ["herd"] or not asked.seeds or asked.examples or asked.only):
        parser.error("--go-on is for --part herd, and needs --seeds alone: up to which seed")
    for part in asked.part or PARTS:
        _measure(part, asked)
    return 0


def _measure(part: str, asked: argparse.Namespace) -> None:
    began = time.perf_counter()
    if part == MUTANTS:
        keep(asked.into, with_mutants(asked.text.read_text("utf-8"), read(asked.into)))
        return
    for found in measure(part, _scope(part, asked), read(asked.into)):
        keep(asked.into, found)
    sys.stderr.write(f"{part}: {time.perf_counter() - began:.0f} s\n")


def _scope(part: str, asked: argparse.Namespace) -> Scope:
    told = {name: getattr(asked, name) for name in ("examples", "seeds", "share", "jobs")}
    told["only"] = frozenset(asked.only or ())
    if asked.go_on:
        known = read(asked.into)["herd"]["asked"]
        told |= {"before": known["seeds"], "examples": known["examples"]}
    return attrs.evolve(PARTS[part].usual, **{name: each for name, each in told.items() if each})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m zoo.report", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    measuring = verbs.add_parser("measure", help="measure every part, or those named, in their usual sizes")
    measuring.add_argument("--part", action="append", choices=[*PARTS, MUTANTS], help="this part only; may be repeated")
    measuring.add_argument("--examples", type=int, help="lives of a policy, at most")
    measuring.add_argument("--seeds", type=int, help="from how many seeds")
    measuring.add_argument("--share", type=int, help="one policy in so many")
    measuring.add_argument("--jobs", type=int, help="processes (default: one a core)")
    measuring.add_argument(
        "--only", nargs="+", metavar="ID", choices=sorted([*SPECIMENS, *STRANGERS]), help="these policies, by id"
    )
    measuring.add_argument("--go-on", action="store_true", help="herd: add lives from the seeds that follow")
    measuring.add_argument("--into", type=Path, default=KEPT, help="the file of figures (default: %(default)s)")
    measuring.add_argument("--text", type=Path, help=f"what --part {MUTANTS} is to say, as Markdown")
    writing = verbs.add_parser("write", help="write the page from the figures")
    writing.add_argument("figures", type=Path, nargs="?", default=KEPT, help="the file (default: %(default)s)")
    writing.add_argument("--into", type=Path, default=KEPT.with_suffix(".md"), help="the page (default: %(default)s)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
