"""Guests that take their time are tested from outside, once: see unit/deciding/test_guests_from_outside.py."""

import sys
from pathlib import Path

collect_ignore = ["bakery_cadence"]
sys.path[:0] = [str(each) for each in Path(__file__).parent.glob("*/src")]
