"""Whose turn it is: the head start that a policy gives a call among those that wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from callrules.deciding.answerer import Answerer
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Call
from callrules.testing.catalogue.shared.predicates import is_ahead_of_the_facts
from callrules.testing.lawbook import SHOWS_RULES, unless
from callrules.testing.policies import Policy, playbook_behind
from callrules.testing.situations import Situation


def _head_starts(policy: Policy) -> Sequence[Answerer]:
    playbook = playbook_behind(policy)
    return playbook.plan["priority"] if playbook else ()


gives_no_head_start = unless(SHOWS_RULES, (_head_starts, "no rule gives a head start"))


def waits_its_turn(situation: Situation) -> bool:
    """Whether a call is asked for that is made in its turn: promised and returned ones come first in any case."""
    call = situation.call
    return call is not None and not call.reason.named and is_ahead_of_the_facts(situation)


def head_start(
    situation: Situation, playbook: Playbook, call: Call, at: dt.datetime, history: History | None = None
) -> dt.timedelta:
    """The head start of that call, by the policy where it hands this on. Raises `RuleFailed` where a rule does."""
    known = situation.history if history is None else history
    whose: Any = situation.policy if callable(getattr(situation.policy, "priority", None)) else playbook
    found: dt.timedelta = whose.priority(situation.contact, known, call, at)
    return found
