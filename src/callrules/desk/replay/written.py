"""A replay as plain JSON (design, part 6)."""

from __future__ import annotations

from typing import Any

from callrules.desk.replay.replaying import Replay
from callrules.desk.replay.side_by_side import SideBySide


def write_replay(seen: Replay) -> dict[str, Any]:
    """Give the verdicts and the rules, each with its number of calls: every call is counted once in either."""
    return {
        "calls": seen.calls,
        "people": seen.people,
        "verdicts": dict(seen.verdicts),
        "rules": dict(seen.of_rules),
        "verdicts_of_rules": {rule: dict(verdicts) for rule, verdicts in seen.rules.items()},
    }


def write_side_by_side(both: SideBySide) -> dict[str, Any]:
    """Give the replay, that of the other playbook below `against`, and how many calls they judge otherwise."""
    moved = [{"this_one": one, "the_other": other, "calls": count} for (one, other), count in both.moved.items()]
    return {**write_replay(both.one), "against": write_replay(both.other), "moved": moved}
