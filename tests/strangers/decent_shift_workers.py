"""Our customers work in shifts and sleep until the afternoon: we ring from five until half past nine."""

import datetime as dt

from callrules import Playbook
from callrules.rules import Hours

POLICY = Playbook().with_rules(
    Hours(opens=dt.time(17), closes=dt.time(21, 30), business_closes=dt.time(21)),
)
