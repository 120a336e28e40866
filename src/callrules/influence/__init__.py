"""People of an account: who moves whom, how strongly and why, and the warmest way to somebody."""

from __future__ import annotations

from callrules.influence.influence_map import InfluenceMap, Ranked, some_maps, warmest_path
from callrules.influence.paths import Path
from callrules.influence.people import Influence, Person
from callrules.influence.warmth import seen_with, takes_our_calls

__all__ = [
    "Influence", "InfluenceMap", "Path", "Person", "Ranked", "seen_with", "some_maps", "takes_our_calls",
    "warmest_path",
]  # fmt: skip
