"""Tests of every room may borrow people to sell to."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).with_name("rules")))
