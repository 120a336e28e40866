"""What is tried here at length is tried in short by the unit tests, whose damages are borrowed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "unit"))
