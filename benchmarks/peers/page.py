"""The page of the peers: its table and its picture, from the figures that were kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peers.picture import bars

Figures = dict[str, Any]
FOLDER = Path(__file__).parents[2] / "docs" / "explanation"
KEPT, PAGE, PICTURE = FOLDER / "peers.json", FOLDER / "peers.md", FOLDER / "peers.svg"
START, END = "<!-- peers: written by `make peers` -->", "<!-- end -->"
TITLE = "Eight flat rules, all heard: CPU time in times the function by hand, by tens"


def keep(figures: Figures) -> None:
    """Write the figures, the table into its place on the page, and the picture."""
    KEPT.write_text(json.dumps(rounded(figures), indent=1) + "\n", "utf-8")
    PAGE.write_text(written(PAGE.read_text("utf-8"), kept()), "utf-8")
    PICTURE.write_text(picture(kept()), "utf-8")


def kept() -> Figures:
    """The figures of the last run that was kept."""
    return dict(json.loads(KEPT.read_text("utf-8")))


def rounded(figures: Any) -> Any:
    """The same figures with three digits: more would pretend."""
    if isinstance(figures, dict):
        return {name: rounded(each) for name, each in figures.items()}
    if isinstance(figures, list):
        return [rounded(each) for each in figures]
    return float(f"{figures:.3g}") if isinstance(figures, float) else figures


def written(page: str, figures: Figures) -> str:
    """The page with these figures in the place of those that stand there."""
    before, rest = page.split(START)
    after = rest.split(END, 1)[1]
    return "\n".join([before + START, "", *table(figures), "", *gate_lines(figures), "", END]) + after


def table(figures: Figures) -> Iterator[str]:
    """One line for each engine, in the order of the code."""
    yield "| engine | package | times by hand | callrules ÷ it | asked again ÷ it |"
    yield "| --- | --- | --- | --- | --- |"
    for line in figures["lines"]:
        ratios = (line[column] for column in ("times_by_hand", "ours", "ours_again"))
        yield f"| {line['name']} | {line['package']} | {' | '.join(map(both, ratios))} |"
    for name, by_hand in figures["ours"].items():
        yield f"| **{name}** | | **{times(by_hand)}** | | |"


def both(ratio: dict[str, float]) -> str:
    """The ratio to an engine that stops early, and to one that hears all eight."""
    return f"{times(ratio['first'])} / {times(ratio['all'])}"


def gate_lines(figures: Figures) -> Iterator[str]:
    """One sentence about the last gate."""
    gate, people, rounds = figures["gate"], figures["people"], figures["rounds"]
    yield f"`may_call` ÷ {gate['package']}: {times(gate['ours'])}, asked again {times(gate['ours_again'])}."
    yield f"Medians of {rounds} rounds over {people} contacts; every answer was compared in the same run."


def times(ratio: float) -> str:
    """A ratio, with as many digits as it deserves."""
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.2g}"


def picture(figures: Figures) -> str:
    """A bar for each engine."""
    theirs = [(line["name"], line["times_by_hand"]["all"], False) for line in figures["lines"]]
    ours = [(name, by_hand, True) for name, by_hand in figures["ours"].items()]
    return bars(TITLE, sorted([*theirs, *ours], key=lambda each: each[1]))
