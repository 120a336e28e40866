"""Simulations as plain JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from callrules.desk.simulating.simulating import Simulated


def write_simulated(one: Sequence[Simulated], other: Sequence[Simulated] = ()) -> dict[str, Any]:
    """Give every roll of the dice with its figures and days; those of the other playbook below `against`."""
    against = {"against": [_run(each) for each in other]} if other else {}
    return {"people": one[0].people, "runs": [_run(each) for each in one], **against}


def _run(run: Simulated) -> dict[str, Any]:
    days = [
        {"date": day.isoformat(), "dials": dials, "conversations": run.talks_by_day[day]}
        for day, dials in run.dials_by_day.items()
    ]
    return {"seed": run.seed, "figures": dict(run.figures), "days": days}
