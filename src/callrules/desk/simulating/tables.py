"""Simulations as rows for people: one playbook, or two side by side, over as many rolls of the dice as were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from callrules.desk.simulating.simulating import TOLD, Simulated
from callrules.desk.table import Table

Runs = Sequence[Simulated]


def heading(one: Runs) -> str:
    """The line that says what was simulated."""
    days = len(one[0].dials_by_day)
    several = f"{len(one)} rolls of the dice, seeds {one[0].seed} to {one[-1].seed}"
    seeds = several if len(one) > 1 else f"seed {one[0].seed}"
    return f"{one[0].people:,} people, {days} days, {seeds}; how they answer is imagined"


def tables(one: Runs, other: Runs = ()) -> Iterator[Table]:
    """The figures of one playbook, or of two."""
    if not other:
        rows = tuple((middle(one, name), says) for name, says in TOLD.items())
        yield Table("simulated", "What came of it", rows, below=_below(one))
        return
    both = tuple(
        (says, middle(one, name), middle(other, name), difference(one, other, name)) for name, says in TOLD.items()
    )
    heads = ("", "this one", "the other", "the other less this one")
    yield Table("simulated", "What came of both", both, heads, _below(one))


def _below(one: Runs) -> str:
    if len(one) == 1:
        return "one roll of the dice: try more with --runs before you believe a difference"
    return "the mean of all rolls, and between which they lay"


def middle(runs: Runs, name: str) -> str:
    """The mean of a figure, and the least and the most of it where there were several rolls."""
    return _told([each.figures[name] for each in runs])


def difference(one: Runs, other: Runs, name: str) -> str:
    """The difference of two playbooks on the same dice, roll by roll."""
    each = [second.figures[name] - first.figures[name] for first, second in zip(one, other, strict=True)]
    return _told(each, "+") if any(each) else ""


def _told(values: Sequence[int], sign: str = "") -> str:
    if len(values) == 1:
        return f"{values[0]:{sign},}"
    mean = sum(values) / len(values)
    return f"{mean:{sign},.1f} ({min(values):{sign},} to {max(values):{sign},})"
