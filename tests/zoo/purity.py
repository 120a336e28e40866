"""Broken policies that listen to something besides the facts, all together."""

from __future__ import annotations

from zoo.as_they_fall import AS_THEY_FALL
from zoo.memories import MEMORIES
from zoo.neighbours import NEIGHBOURS
from zoo.own_machines import OWN_MACHINES
from zoo.surroundings import SURROUNDINGS

PURITY = (*SURROUNDINGS, *OWN_MACHINES, *AS_THEY_FALL, *MEMORIES, *NEIGHBOURS)
"""Broken policies that listen to something besides the facts."""
