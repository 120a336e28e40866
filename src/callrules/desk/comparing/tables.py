"""A comparison as rows for people: who is rung that was not, the other way round, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.desk.comparing.comparing import Comparison, Difference
from callrules.desk.table import Table

TITLES = {
    "new": ("Rung by the other, and not by this one", "held back by this one because of"),
    "gone": ("Rung by this one, and not by the other", "held back by the other because of"),
}
MOST_NAMES = 10
"""So many people are named of each kind; the JSON names them all."""


def heading(seen: Comparison) -> str:
    """The line that says how many are rung by each."""
    differ = len(seen.of("new")) + len(seen.of("gone"))
    rung = f"{seen.rung_before:,} due by this one, {seen.rung_after:,} by the other"
    return f"{seen.people:,} people, {rung}: {differ:,} differ"


def tables(seen: Comparison) -> Iterator[Table]:
    """Every table that holds something."""
    for kind, (title, below) in TITLES.items():
        if seen.of(kind):
            rows = tuple((f"{count:,}", says) for (_, says), count in seen.by_rule(kind).items())
            yield Table(kind, f"{title}: {len(seen.of(kind)):,}", rows, below=f"{below}:")
            yield Table(f"{kind}_people", _first(len(seen.of(kind))), tuple(map(_named, seen.of(kind)[:MOST_NAMES])))
    quiet = tuple(_quietly(seen))
    if quiet:
        yield Table("besides", "Besides", quiet)


def _first(count: int) -> str:
    return f"The first {MOST_NAMES} of them" if count > MOST_NAMES else "They are"


def _named(each: Difference) -> tuple[str, str]:
    rung = each.after if each.after.is_rung else each.before
    says = rung.step.says if rung.step else ""
    return each.contact.called, f"{rung.group[1].replace('_', ' ')}: {says}"


def _quietly(seen: Comparison) -> Iterator[tuple[str, str]]:
    for kind, says in (("another_reason", "rung by both, for another reason or otherwise"),
                       ("another_step", "rung by neither, and next treated otherwise")):  # fmt: skip
        if seen.of(kind):
            yield f"{len(seen.of(kind)):,}", says
