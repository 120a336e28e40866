"""Broken policies that say what is not so, all together."""

from __future__ import annotations

from zoo.out_of_season import OUT_OF_SEASON
from zoo.simple_reasons import NO_SIMPLE_REASON
from zoo.stale import STALE
from zoo.unready import UNREADY
from zoo.untrue import UNTRUE

TRUTH = (*STALE, *UNTRUE, *UNREADY, *OUT_OF_SEASON, *NO_SIMPLE_REASON)
"""Broken policies that say what is not so."""
