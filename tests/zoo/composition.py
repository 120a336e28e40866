"""Broken policies that fall out with others, all together."""

from __future__ import annotations

from zoo.disagreements import DISAGREEMENTS
from zoo.gates import GATES
from zoo.guests import GUESTS
from zoo.turns import UNASKED

COMPOSITION = (*DISAGREEMENTS, *GATES, *GUESTS, *UNASKED)
"""Broken policies that fall out with others."""
