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
YEARS, WEEKS = 2, 6
"""A head start that ends, as a campaign's does, puts somebody back once, not in each of two years or six weeks."""


@law(
    "waiting-moves-up",
    says="Who waits longer is not put back for it: waiting and head start together do not fall week after week, nor "
    "year after year.",
    group="composition",
    moment="a call waits its turn",
    reached=waits_its_turn,
    at_the_end=True,
    exempts=gives_no_head_start,
    remedy="let `priority` answer what does not fall while they wait: by what they are, not by how long it is due",
)
def waiting_moves_up(situation: Situation) -> Iterator[Broken]:
    """Ask about the same step week after week and year after year, with nothing but time passing."""
    playbook, call = playbook_behind(situation.policy), situation.call
    if playbook is None or call is None:
        return
    began = max(after_all(situation), call.since or situation.now)
    waiting = attrs.evolve(call, since=call.since or began)
    for pause, times, what in ((7 * DAY, WEEKS, "weeks"), (A_YEAR, YEARS, "years")):
        moments = [began + DAY + each * pause for each in range(times + 1)]
        turns = _turns(situation, playbook, waiting, moments)
        if turns and all(later <= earlier - DAY for earlier, later in pairwise(turns)):
            lost = (turns[0] - turns[-1]).days
            says = f"who waits for {call.reason.name} loses {lost} days of its turn in {times} {what} of waiting"
            yield Broken(says=f"{says}: whoever falls due later is rung first", at=moments[-1])


def _turns(situation: Situation, playbook: Playbook, call: Call, moments: Sequence[dt.datetime]) -> list[dt.timedelta]:
    """For each moment the waiting since the first, with the head start; nothing where a rule fails."""
    try:
        return [at - moments[0] + head_start(situation, playbook, call, at) for at in moments]
    except RuleFailed:
        return []
