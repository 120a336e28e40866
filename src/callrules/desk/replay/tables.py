"""A replay as rows for people: verdicts, the rules on which they hang, and two playbooks side by side."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.desk.replay.replaying import Replay
from callrules.desk.replay.side_by_side import SideBySide
from callrules.desk.replay.verdicts import AGREED, VERDICTS
from callrules.desk.table import Table


def heading(seen: Replay) -> str:
    """The line that says how many calls were looked at, and how many the rules would have made, too."""
    agreed = f", {_percent(seen.verdicts[AGREED], seen.calls)} of them as the rules would have it" if seen.calls else ""
    return f"{seen.calls:,} calls with {seen.people:,} people{agreed}"


def tables(seen: Replay) -> Iterator[Table]:
    """The tables of one replay."""
    yield Table("verdicts", "Each call, as the rules would have it", tuple(_verdicts(seen)))
    yield Table("rules", "On which rule it hangs", tuple(_rules(seen)), ("rule", "calls", "verdicts"))


def tables_of_both(both: SideBySide) -> Iterator[Table]:
    """The tables of two playbooks, the second against the first."""
    yield Table("verdicts", "Each call, by both playbooks", tuple(_both(both)), ("", "this one", "the other", ""))
    yield Table("rules", "On which rule it hangs", tuple(_both_rules(both)), ("rule", "this one", "the other", ""))
    if both.moved:
        yield Table("moved", "Judged otherwise by the other", tuple(_moved(both)))


def _verdicts(seen: Replay) -> Iterator[tuple[str, str]]:
    for name, count in _in_sight(seen):
        yield f"{count:,} ({_percent(count, seen.calls)})", f"{called(name)}: {VERDICTS[name]}"


def _in_sight(seen: Replay) -> list[tuple[str, int]]:
    return [(name, count) for name, count in seen.verdicts.items() if count]


def _rules(seen: Replay) -> Iterator[tuple[str, ...]]:
    for rule, count in seen.of_rules.items():
        said = ", ".join(f"{called(name)} {times:,}" for name, times in seen.rules[rule].items())
        yield called(rule), f"{count:,}", said


def _both(both: SideBySide) -> Iterator[tuple[str, ...]]:
    for name in VERDICTS:
        if both.one.verdicts[name] or both.other.verdicts[name]:
            yield _row(called(name), both.one.verdicts[name], both.other.verdicts[name])


def _both_rules(both: SideBySide) -> Iterator[tuple[str, ...]]:
    one, other = both.one.of_rules, both.other.of_rules
    for rule in dict.fromkeys((*one, *other)):
        yield _row(called(rule), one.get(rule, 0), other.get(rule, 0))


def _row(name: str, one: int, other: int) -> tuple[str, ...]:
    return name, f"{one:,}", f"{other:,}", f"{other - one:+,}" if other != one else ""


def _moved(both: SideBySide) -> Iterator[tuple[str, str]]:
    for (before, after), count in both.moved.items():
        yield f"{count:,}", f"{called(before)} → {called(after)}"


def called(name: str) -> str:
    """A word for programs, as people read it."""
    return name.replace("_", " ")


def _percent(count: int, of: int) -> str:
    return f"{count / of * 100:.0f} %"
