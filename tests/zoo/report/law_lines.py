"""Every law, told: how often its moment comes, whom it catches, and whom it alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from making.markdown import table

from callrules.testing.lawbook import Law
from zoo.report.words import command, names, share
from zoo.runs import HELD

Json = dict[str, Any]
NOTHING: Json = {"laws": {}, "policies": {}, "sizes": []}


def alone(matrix: Json) -> Counter[str]:
    """How many policies each law catches that no other law does."""
    held = {law.id for law in HELD}
    breaking = (set(each["laws"]) & held for each in matrix["policies"].values())
    return Counter(next(iter(laws)) for laws in breaking if len(laws) == 1)


def unproven(matrix: Json) -> list[str]:
    """Laws that are nobody's only catcher."""
    return [law.id for law in HELD if law.id not in alone(matrix)]


def never_reached(reach: Json) -> list[str]:
    """Laws of the house whose moment no life came to."""
    return [name for name, shares in reach["laws"].items() if shares[-1] == 0]


def laws_told(figures: Json) -> Iterator[str]:
    """One table of all laws, from three measurements."""
    kills, matrix, reach = (figures.get(part, NOTHING) for part in ("kills", "matrix", "reach"))
    yield "## The laws"
    yield (
        "Does each law earn its place? Its moment should come, and somebody should be caught by it alone. "
        "What each of them says stands among the [laws](../reference/laws.md)."
    )
    for part, met in (("matrix", matrix), ("reach", reach)):
        yield command(part, met.get("asked"))
    yield _who_earns(matrix)
    yield f"**Moments that no life of the house came to:** {names(never_reached(reach))}."
    yield from _pairs(reach.get("pairs"))
    yield (
        "*Reached* is the share of lives of the house that come to the moment. "
        "*First* counts the runs of the zoo in which the law was the first to break, *in all* the policies "
        "that break it at all, and *alone* those that break nothing else."
    )
    sizes = [f"reached in {size}" for size in dict.fromkeys(reach["sizes"])]
    firsts: Counter[str] = sum((Counter(each["laws"]) for each in kills["policies"].values()), Counter())
    counts = (firsts, Counter(law for each in matrix["policies"].values() for law in each["laws"]), alone(matrix))
    rows = [(*_reached(law, reach, len(sizes)), *(str(count[law.id] or "–") for count in counts)) for law in HELD]
    yield table(("law", "its moment", *sizes, "first", "in all", "alone"), rows)


def _pairs(met: Json | None) -> Iterator[str]:
    """How many pairs the lives hold: a kind of fact after a restraint, or before an errand."""
    if met:
        yield (
            f"**Pairs:** a kind of fact (by type and ending) after a restraint, or before an errand: {met['met']:,} of "
            f"{met['all']:,} within {met['lives']} lives; {met['thrown']:,} where nothing is told on purpose."
        )


def _who_earns(matrix: Json) -> str:
    idle = [law.id for law in HELD if not any(law.id in each["laws"] for each in matrix["policies"].values())]
    company = [name for name in unproven(matrix) if name not in idle]
    missed = [name for name, each in matrix["policies"].items() if not each["laws"]]
    asked = matrix.get("asked", {}).get("examples", 0)
    return (
        f"**Sole catchers:** {len(alone(matrix))} of {len(HELD)} laws catch somebody within {asked} lives "
        "whom no other law does.\n\n"
        f"**Not yet earning their place**, for others catch the same policies: {names(company)}.\n\n"
        f"**Breaking for nobody in the zoo:** {names(idle)}.\n\n"
        f"**Policies that break no law so soon:** {names(missed)}."
    )


def _reached(law: Law, reach: Json, sizes: int) -> tuple[str, ...]:
    shares = reach["laws"].get(law.id, [])[-sizes:] if sizes else []
    return (f"`{law.id}`", law.moment, *(_share(each) for each in shares), *[""] * (sizes - len(shares)))


def _share(reached: float | None) -> str:
    if reached is None:
        return "does not apply"
    return share(reached) if reached else "never"
