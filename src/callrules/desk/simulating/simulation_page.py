"""A simulation as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.day_names import day_and_month
from callrules.desk.html_page import figure, page, part, table
from callrules.desk.simulating.simulating import Simulated
from callrules.desk.simulating.tables import Runs, heading, tables
from callrules.pictures.bars_picture import Bar, bars_picture
from callrules.pictures.columns_picture import Column, columns_picture

PICTURED = {
    "conversations": "conversations",
    "orders": "orders",
    "promises_kept": "promises kept",
    "pestered": "people pestered",
    "forgotten": "forgotten",
    "asked_us_to_stop": "asked us to stop",
    "never_rung": "never rung",
}
"""The figures that are drawn: what it brought, and what it cost them."""


def simulation_page(one: Runs, other: Runs = ()) -> str:
    """The page as HTML: light and dark, narrow and wide, and on paper."""
    return page("With imagined answers", heading(one), _parts(one, other))


def _parts(one: Runs, other: Runs) -> Iterator[str]:
    for each in tables(one, other):
        yield part(each.title, table(each.rows, each.heads), f"{each.name} wide", each.below)
    yield part("What it brought, and what it cost them", figure(_bars(one, other)))
    yield part("Day by day", figure(_days(one[0])), below=f"seed {one[0].seed}")
    if other:
        yield part("Day by day, the other", figure(_days(other[0])), below=f"seed {other[0].seed}")


def _bars(one: Runs, other: Runs) -> str:
    bars = [Bar(says, _mean(one, name), _mean(other, name) if other else None) for name, says in PICTURED.items()]
    return bars_picture("What came of it", bars, ("this one", "the other") if other else None)


def _mean(runs: Runs, name: str) -> float:
    return round(sum(each.figures[name] for each in runs) / len(runs), 1)


def _days(run: Simulated) -> str:
    columns = [Column(f"{day_and_month(day)}", dials, run.talks_by_day[day]) for day, dials in run.dials_by_day.items()]
    return columns_picture("Calls by day", columns, "calls", "of them conversations")
