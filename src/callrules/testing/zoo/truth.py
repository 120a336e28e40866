"""Broken policies that say what is not so, all together."""

from __future__ import annotations

from callrules.testing.zoo.out_of_season import OUT_OF_SEASON
from callrules.testing.zoo.stale import STALE
from callrules.testing.zoo.unready import UNREADY
from callrules.testing.zoo.untrue import UNTRUE

TRUTH = (*STALE, *UNTRUE, *UNREADY, *OUT_OF_SEASON)
"""Broken policies that say what is not so."""
