"""What the runs come to: shares caught, who got away, who was accused, which law caught whom."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from zoo.everything import SPECIMENS
from zoo.runs import Run

WITHIN = (50, 100, 200, 500)


@attrs.frozen
class Figures:
    """All runs, of the zoo and of the herd."""

    runs: Sequence[Run]

    @property
    def of_the_zoo(self) -> list[Run]:
        """The runs of policies that must be caught."""
        return [each for each in self.runs if not SPECIMENS[each.specimen].is_lawful]

    @property
    def of_the_herd(self) -> list[Run]:
        """The runs of policies that must be left alone."""
        return [each for each in self.runs if SPECIMENS[each.specimen].is_lawful]

    @property
    def accused(self) -> list[Run]:
        """Lawful policies that a law accused: false alarms."""
        return [each for each in self.of_the_herd if each.law]

    @property
    def got_away(self) -> list[str]:
        """Broken policies that no seed caught, by id."""
        return [name for name, runs in self.by_specimen().items() if not any(each.law for each in runs)]

    @property
    def seldom(self) -> dict[str, int]:
        """Broken policies that fewer than eight of ten seeds caught, and how many seeds did."""
        caught = {name: sum(1 for each in runs if each.law) for name, runs in self.by_specimen().items()}
        seeds = max((len(runs) for runs in self.by_specimen().values()), default=0)
        return {name: count for name, count in caught.items() if count < 0.8 * seeds}

    @property
    def is_good(self) -> bool:
        """Whether nobody got away and nobody was accused."""
        return not (self.got_away or self.accused)

    def by_specimen(self) -> dict[str, list[Run]]:
        """The hunted runs of each broken policy."""
        runs: dict[str, list[Run]] = {}
        for each in self.of_the_zoo:
            runs.setdefault(each.specimen, []).append(each)
        return runs

    def share(self, within: int) -> float:
        """The share of runs in which the policy was caught within so many cases."""
        of_the_zoo = self.of_the_zoo
        return sum(_caught(each, within) for each in of_the_zoo) / len(of_the_zoo) if of_the_zoo else 1.0

    def as_json(self) -> dict[str, Any]:
        """Everything for programs."""
        return {
            "caught": {f"within {within}": round(self.share(within), 4) for within in WITHIN},
            "runs": len(self.of_the_zoo),
            "lawful_cases": sum(each.cases for each in self.of_the_herd),
            "got_away": self.got_away,
            "seldom_caught": self.seldom,
            "accused": [attrs.asdict(each) for each in self.accused],
            "laws": dict(first_catchers(self.of_the_zoo).most_common()),
            "policies": [_policy(name, runs) for name, runs in self.by_specimen().items()],
            "herd": _herd(self.of_the_herd),
        }


def _caught(each: Run, within: int) -> bool:
    return each.case is not None and each.case <= within


def first_catchers(runs: Iterable[Run]) -> Counter[str]:
    """How often each law was the first to catch a policy."""
    return Counter(each.law for each in runs if each.law)


def _policy(name: str, runs: Sequence[Run]) -> dict[str, Any]:
    specimen, cases = SPECIMENS[name], sorted(each.case for each in runs if each.case)
    return {
        "id": name,
        "group": specimen.group,
        "says": specimen.says,
        "caught": f"{len(cases)}/{len(runs)}",
        "median_case": statistics.median(cases) if cases else None,
        "laws": dict(first_catchers(runs).most_common()),
        "seeds": [{"seed": each.seed, "law": each.law, "case": each.case} for each in runs],
    }


def _herd(runs: Sequence[Run]) -> list[dict[str, Any]]:
    names = dict.fromkeys(each.specimen for each in runs)
    return [
        {
            "id": name,
            "says": SPECIMENS[name].says,
            "cases": sum(each.cases for each in runs if each.specimen == name),
            "accused": sum(1 for each in runs if each.specimen == name and each.law),
        }
        for name in names
    ]
