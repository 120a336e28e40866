"""Broken policies that fall out with others, all together."""

from __future__ import annotations

from callrules.testing.zoo.disagreements import DISAGREEMENTS
from callrules.testing.zoo.gates import GATES
from callrules.testing.zoo.guests import GUESTS

COMPOSITION = (*DISAGREEMENTS, *GATES, *GUESTS)
"""Broken policies that fall out with others."""
