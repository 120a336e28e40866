"""The house rules, one idea a file. Copy any of them to write your own."""

from __future__ import annotations

from typing import Any

from callrules.rules.caps import Caps
from callrules.rules.competitors_customers import CompetitorsCustomers
from callrules.rules.dormant_customers import DormantCustomers
from callrules.rules.hang_ups import HangUps
from callrules.rules.hours import Hours
from callrules.rules.lapsed_customers import LapsedCustomers
from callrules.rules.live_numbers import LiveNumbers
from callrules.rules.open_dials import OpenDials
from callrules.rules.opt_outs import OptOuts
from callrules.rules.pace import Pace
from callrules.rules.persistence import Persistence
from callrules.rules.promised_calls import PromisedCalls
from callrules.rules.prospects import Prospects
from callrules.rules.returned_calls import ReturnedCalls
from callrules.rules.snoozes import Snoozes
from callrules.rules.their_promises import TheirPromises

FLOOR: tuple[Any, ...] = (OptOuts(), LiveNumbers(), OpenDials())
"""What is in every playbook and cannot be left out."""

DEFAULT_RULES: tuple[Any, ...] = (
    *FLOOR,
    Persistence(),
    ReturnedCalls(),
    PromisedCalls(),
    TheirPromises(),
    LapsedCustomers(),
    DormantCustomers(),
    CompetitorsCustomers(),
    Prospects(),
    HangUps(),
    Hours(),
    Pace(),
    Caps(),
    Snoozes(),
)
"""The house rules, in the order of the rulebook's precedence."""

__all__ = ["DEFAULT_RULES", "FLOOR", *(type(rule).__name__ for rule in DEFAULT_RULES)]
