"""The law of whose turn it is: head starts do not make anybody wait for ever (rulebook F2, F12)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from callrules.errors import RuleFailed
from callrules.playbook import Playbook
from callrules.step import Call
from callrules.testing.catalogue.shared.predicates import after_all
from callrules.testing.catalogue.shared.turns import gives_no_head_start, head_start, waits_its_turn
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY
from callrules.testing.policies import playbook_behind
from callrules.testing.situations import Situation

A_YEAR = 366 * DAY
YEARS = 2
"""A head start that ends, as that of a campaign does, puts somebody back once, and not in each of two years."""


@law(
    "waiting-moves-up",
    says="Who waits longer is not put back for it: waiting and head start together do not fall year after year.",
    group="composition",
    moment="a call waits its turn",
    reached=waits_its_turn,
    at_the_end=True,
    exempts=gives_no_head_start,
    remedy="let `priority` answer what does not fall while they wait: by what they are, not by how long it is due",
)
def waiting_moves_up(situation: Situation) -> Iterator[Broken]:
    """Ask about the same step after a day, a year and another one, with nothing but time passing."""
    playbook, call = playbook_behind(situation.policy), situation.call
    if playbook is None or call is None:
        return
    began = max(after_all(situation), call.since or situation.now)
    moments = [began + DAY + each * A_YEAR for each in range(YEARS + 1)]
    turns = _turns(situation, playbook, attrs.evolve(call, since=call.since or began), moments)
    if turns and all(later < earlier - DAY for earlier, later in pairwise(turns)):
        lost = (turns[0] - turns[-1]).days
        says = f"who waits for {call.reason.name} loses {lost} days of its turn in {YEARS} years of waiting"
        yield Broken(says=f"{says}: whoever falls due later is rung first, for ever", at=moments[-1])


def _turns(situation: Situation, playbook: Playbook, call: Call, moments: Sequence[dt.datetime]) -> list[dt.timedelta]:
    """For each moment the waiting since the first, with the head start; nothing where a rule fails."""
    try:
        return [at - moments[0] + head_start(situation, playbook, call, at) for at in moments]
    except RuleFailed:
        return []
