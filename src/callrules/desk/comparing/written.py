"""A comparison as plain JSON."""

from __future__ import annotations

from typing import Any

from callrules.desk.comparing.comparing import Comparison
from callrules.wire import write_moment, write_step


def write_comparison(seen: Comparison) -> dict[str, Any]:
    """Give how many are rung by each, what holds the others back, and everybody who is treated otherwise."""
    people = [
        {
            "contact": each.contact.id,
            "kind": each.kind,
            "this_one": {"code": each.before.group[0], "step": write_step(each.before.step, seen.at)},
            "the_other": {"code": each.after.group[0], "step": write_step(each.after.step, seen.at)},
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


def _by_rule(seen: Comparison, kind: str) -> list[dict[str, Any]]:
    return [{"code": code, "says": says, "count": count} for (code, says), count in seen.by_rule(kind).items()]
