"""The zoo and the herd, told: who was caught, who got away, who was accused."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from making.markdown import table

from zoo.everything import ZOO
from zoo.figures import WITHIN
from zoo.herd import HERD
from zoo.report.words import command, names, number, share
from zoo.specimens import Specimen

Json = dict[str, Any]
ENOUGH = 0.8
"""The share of seeds that must catch a policy."""


def cases(kills: Json) -> list[int | None]:
    """The case at which each run ended; `None` where the policy got away."""
    return [case for each in kills["policies"].values() for case in each["cases"]]


def within(kills: Json, most: int) -> str:
    """The share of runs that ended within so many cases."""
    runs = cases(kills)
    return share(sum(1 for case in runs if case and case <= most), len(runs))


def got_away(kills: Json) -> list[str]:
    """Policies that no seed caught."""
    return [name for name, each in kills["policies"].items() if not any(each["cases"])]


def seldom(kills: Json) -> dict[str, str]:
    """Policies that too few seeds caught, and how many did."""
    return {
        name: _seeds(each)
        for name, each in kills["policies"].items()
        if sum(map(bool, each["cases"])) < ENOUGH * len(each["cases"])
    }


def zoo_told(kills: Json) -> Iterator[str]:
    """Shares, the names of those who got away, and every broken policy with what a manager would say."""
    runs, asked = cases(kills), kills["asked"]
    yield "## The zoo"
    yield (
        f"{number(len(kills['policies']), 'policy', 'policies')}, each the real library with one thing wrong. "
        f"Each is held to the laws from {number(asked['seeds'], 'seed')}, over {asked['examples']:,} lives at most, "
        "until a law is broken; a rule that never spoke is told after 100 lives."
    )
    yield command("kills", asked)
    sizes = [most for most in WITHIN if most <= asked["examples"]]
    shares = (within(kills, most) for most in sizes)
    yield table(("caught within", *(f"{most} lives" for most in sizes)), [(f"of {len(runs):,} runs", *shares)])
    yield f"**Never caught:** {names(got_away(kills))}."
    rare = {name: seeds for name, seeds in seldom(kills).items() if name not in got_away(kills)}
    told = ", ".join(f"`{name}` ({seeds})" for name, seeds in rare.items())
    yield f"**Caught, but by fewer than eight of ten seeds:** {told or 'none'}."
    yield (
        "Below, *case* is the life at which the policy is caught, in the middle of its seeds, "
        "and *by* names the laws that were the first to break, the most frequent first."
    )
    for group, kept in groupby(ZOO, key=lambda each: each.group):
        yield from _group(group, list(kept), kills["policies"])


def _group(group: str, kept: list[Specimen], met: Json) -> Iterator[str]:
    yield f"### {group[0].upper()}{group[1:]}"
    rows = [(f"`{each.id}`", each.says, *_met(met.get(each.id))) for each in kept]
    yield table(("policy", "what a manager would say", "caught", "case", "by"), rows)


def _met(each: Json | None) -> tuple[str, str, str]:
    if each is None:
        return "not measured", "", ""
    found = [case for case in each["cases"] if case]
    middle = f"{statistics.median(found):g}" if found else "–"
    return _seeds(each), middle, names(each["laws"], 3) if found else "–"


def _seeds(each: Json) -> str:
    return f"{sum(map(bool, each['cases']))}/{len(each['cases'])}"


def of_the_herd(herd: Json) -> int:
    """How many lives of lawful policies were looked at."""
    return sum(each["lives"] for each in herd["policies"].values())


def accused(herd: Json) -> list[str]:
    """Every false alarm."""
    return [f"`{name}`: {each}" for name, met in herd["policies"].items() for each in met["accused"]]


def herd_told(herd: Json) -> Iterator[str]:
    """Every lawful policy, its lives, and who was accused."""
    yield "## The herd"
    yield (
        f"{number(len(herd['policies']), 'policy', 'policies')} that are odd and do no wrong. "
        "A law that accuses one of them is wrong itself."
    )
    yield command("herd", herd["asked"])
    wrong = accused(herd)
    yield f"**Accused:** {number(len(wrong), 'time')} in {of_the_herd(herd):,} lives." + _listed(wrong)
    rows = [(f"`{each.id}`", each.says, *_left_alone(herd["policies"].get(each.id))) for each in HERD]
    yield table(("policy", "what its people say", "lives", "accused"), rows)
    yield from relaxed_told()


def relaxed_told() -> Iterator[str]:
    """Which laws of decency a lawful policy is not held to, and why."""
    yield (
        "**Not held to all laws:** a policy may leave a law of decency aside and say why "
        '(`relax={"decent-hours": Relax.wholly("why")}`). These do, and are held to all others:'
    )
    rows = [(f"`{each.id}`", names(sorted(each.relaxed)), each.why) for each in HERD if each.relaxed]
    yield table(("policy", "leaves aside", "because"), rows)


def _left_alone(each: Json | None) -> tuple[str, str]:
    return (f"{each['lives']:,}", str(len(each["accused"]))) if each else ("not measured", "")


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"\n* {each}" for each in lines)
