"""The generator of lives, told: what is lost when a feature is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from making.markdown import table

from zoo.report.features import EVERY_FEATURE
from zoo.report.words import command, names, number, share

Json = dict[str, Any]
MOST_NAMES = 4


def worth(ablation: Json) -> tuple[int, int]:
    """How many features lower the share caught when they are taken away, and of how many."""
    with_all = len(ablation["caught"][EVERY_FEATURE])
    less = [len(caught) < with_all for name, caught in ablation["caught"].items() if name != EVERY_FEATURE]
    return sum(less), len(less)


def generator_told(ablation: Json) -> Iterator[str]:
    """What each feature adds."""
    asked, runs = ablation["asked"], ablation["runs"]
    yield "## What makes lives telling"
    yield (
        f"Each feature of the lives that are led is taken away in turn, and {number(runs, 'run')} of the zoo are "
        f"repeated without it, over {asked['examples']} lives each"
        + (f" (one policy in {asked['share']})." if asked["share"] > 1 else ".")
        + " A feature that loses nobody when it goes is decoration, or waits for a policy that needs it."
    )
    yield command("ablation", asked)
    usual = set(ablation["caught"][EVERY_FEATURE])
    rows = [(name, share(len(caught), runs), *_lost(usual, caught)) for name, caught in ablation["caught"].items()]
    yield table(("taken away", "caught", "lost", "who then gets away"), rows)


def _lost(usual: set[str], caught: list[str]) -> tuple[str, str]:
    lost = sorted(usual - set(caught))
    return str(len(lost)) if lost else "–", names(lost, MOST_NAMES) if lost else ""
