"""A book that goes live keeps the laws: what is not owed is not missed, and nobody is called sooner for it."""

import datetime as dt

from callrules import Playbook
from callrules.testing import laws

IN_THE_MIDDLE_OF_MANY_LIVES = dt.date(2026, 3, 1)

test_a_playbook_that_goes_live_keeps_the_laws = laws(Playbook(owes_from=IN_THE_MIDDLE_OF_MANY_LIVES), examples=60)
