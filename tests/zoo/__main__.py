"""`python -m zoo`: do the laws catch every broken policy, and leave every lawful one alone?"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from zoo.everything import SPECIMENS, ZOO
from zoo.figures import WITHIN, Figures
from zoo.herd import HERD
from zoo.runs import Task, run_all


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the zoo and the herd; 1 when one got away or a lawful one was accused, 2 for bad arguments."""
    asked = _arguments(arguments)
    tasks = _tasks(asked)
    runs = run_all(tasks, jobs=asked.jobs, progress=_progress if sys.stderr.isatty() else None)
    figures = Figures(runs)
    sys.stdout.write((json.dumps(figures.as_json(), indent=1) if asked.json else _told(figures)) + "\n")
    return 0 if figures.is_good else 1


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m zoo", description=__doc__)
    parser.add_argument("--examples", type=_count, default=200, help="lives of a policy, at most (default 200)")
    parser.add_argument("--seeds", type=_count, default=1, help="from how many seeds (default 1)")
    parser.add_argument(
        "--herd-examples", type=_count, help="lives of a lawful policy (default: a twenty-fifth, at least 20)"
    )
    parser.add_argument("--jobs", type=_count, help="processes (default: one a core)")
    parser.add_argument("--only", nargs="+", metavar="ID", choices=sorted(SPECIMENS), help="these policies only")
    parser.add_argument("--json", action="store_true", help="print everything for programs")
    return parser.parse_args(given)


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError(f"found {text}, expected a whole number from 1 on")
    return count


def _tasks(asked: argparse.Namespace) -> list[Task]:
    of_the_herd = asked.herd_examples or max(20, asked.examples // 25)
    chosen = [each for each in (*ZOO, *HERD) if asked.only is None or each.id in asked.only]
    return [
        Task(specimen=each.id, seed=seed, examples=of_the_herd if each.is_lawful else asked.examples)
        for each in chosen
        for seed in range(asked.seeds)
    ]


def _progress(done: int, of: int) -> None:
    end = "\n" if done == of else ""
    sys.stderr.write(f"\rzoo: {done} of {of} runs{end}")
    sys.stderr.flush()


def _told(figures: Figures) -> str:
    policies = figures.as_json()["policies"]
    width = max((len(each["id"]) for each in policies), default=0)
    lines = [f"{each['id']:{width}}  {each['caught']:>5}  {', '.join(each['laws']) or 'GOT AWAY'}" for each in policies]
    shares = ", ".join(f"{figures.share(within):.1%} within {within}" for within in WITHIN)
    lines += ["", f"{len(figures.of_the_zoo)} runs of {len(policies)} broken policies: caught {shares} cases"]
    lines += [f"got away: {name}: {SPECIMENS[name].says}" for name in figures.got_away]
    lines.append(f"{sum(each.cases for each in figures.of_the_herd)} lawful lives, {len(figures.accused)} accused")
    lines += [
        f"accused: {each.specimen} by {each.law} (seed {each.seed}, case {each.case}): {each.says}"
        for each in figures.accused
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
