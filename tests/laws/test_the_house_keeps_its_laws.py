"""The house rules before the catalogue: what a rule author's three lines say about our own rules."""

import os

from callrules import Playbook
from callrules.testing import laws

test_house = laws(Playbook(), examples=max(30, int(os.environ.get("CALLRULES_EXAMPLES", "200")) // 4))
