"""A comparison as plain JSON."""

from __future__ import annotations

import datetime as dt
from typing import Any

from callrules.desk.comparing.comparing import Comparison, Standing
from callrules.wire import write_moment, write_step


def write_comparison(seen: Comparison) -> dict[str, Any]:
    """Give how many are rung by each, what holds the others back, and everybody who is treated otherwise."""
    people = [
        {
            "contact": each.contact.id,
            "kind": each.kind,
            "this_one": _standing(each.before, seen.at),
            "the_other": _standing(each.after, seen.at),
        }
        for each in seen.differences
    ]
    return {
        "at": write_moment(seen.at),
        "people": seen.people,
        "rung": {"this_one": seen.rung_before, "the_other": seen.rung_after},
        "new": _by_rule(seen, "new"),
        "gone": _by_rule(seen, "gone"),
        "differences": people,
    }


def _standing(each: Standing, now: dt.datetime) -> dict[str, Any]:
    return {"code": each.group[0], "step": write_step(each.step, now) if each.step else None}


def _by_rule(seen: Comparison, kind: str) -> list[dict[str, Any]]:
    return [{"code": code, "says": says, "count": count} for (code, says), count in seen.by_rule(kind).items()]
