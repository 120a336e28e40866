"""Broken policies that ring people too often, all together."""

from __future__ import annotations

from zoo.miscounted import MISCOUNTED
from zoo.uncapped import UNCAPPED

CAPS = (*UNCAPPED, *MISCOUNTED)
"""Broken policies about how many calls there may be."""
