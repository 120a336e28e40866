"""Broken policies that listen to something besides the facts, all together."""

from __future__ import annotations

from callrules.testing.zoo.memories import MEMORIES
from callrules.testing.zoo.neighbours import NEIGHBOURS
from callrules.testing.zoo.own_machines import OWN_MACHINES
from callrules.testing.zoo.surroundings import SURROUNDINGS

PURITY = (*SURROUNDINGS, *OWN_MACHINES, *MEMORIES, *NEIGHBOURS)
"""Broken policies that listen to something besides the facts."""
