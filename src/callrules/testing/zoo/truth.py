"""Broken policies that say what is not so, all together."""

from __future__ import annotations

from callrules.testing.zoo.stale import STALE
from callrules.testing.zoo.untrue import UNTRUE

TRUTH = (*STALE, *UNTRUE)
"""Broken policies that say what is not so."""
