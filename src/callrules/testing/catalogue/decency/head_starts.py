"""The law of decency about head starts: they have an end, so that whoever else waits is reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from callrules.dispositions import Disposition
from callrules.errors import RuleFailed
from callrules.facts import CallAttempt, Fact, Introduction, Message, Purchase
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Call
from callrules.testing.catalogue.shared.decency import decent
from callrules.testing.catalogue.shared.predicates import after_all, in_turn
from callrules.testing.catalogue.shared.turns import gives_no_head_start, head_start, waits_its_turn
from callrules.testing.lawbook import Broken
from callrules.testing.oracle import DAY
from callrules.testing.policies import playbook_behind
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Outcome

A_YEAR, A_MONTH, DAYS = 366, 30, 1_000
"""A year: no date of the house takes longer to come round again (rulebook E7)."""
NONE = dt.timedelta(0)
Kind = Callable[[dt.datetime, int], Fact]
LITTLE, MUCH = 100, 100_000_000
"""The amount of an order: of many small ones, and of a firm's in dong or rupiah."""


def _bought(currency: str) -> Kind:
    return lambda at, amount: Purchase(at=at, amount=amount, currency=currency)


def _talked(at: dt.datetime, _: int) -> Fact:
    return CallAttempt(at=at, disposition=Disposition.CONVERSATION, outcome=Outcome.ADVANCE)


def _wrote(at: dt.datetime, _: int) -> Fact:
    return Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND)


def _was_introduced(at: dt.datetime, _: int) -> Fact:
    return Introduction(at=at, by=f"a friend of {at:%Y-%m-%d}")


KINDS = {
    "orders for a great sum": _bought("EUR"),
    "orders for a great sum in dong": _bought("VND"),
    "talks with us": _talked,
    "writes to us": _wrote,
    "is introduced to us": _was_introduced,
}
"""What a head start may grow with; not how long ago it was, for everybody grows older alike."""


@decent(
    "head-starts-end",
    says="However much they bought and however often they talked with us, it is worth a year of waiting at most: who "
    "waits for longer comes first.",
    moment="a call waits its turn",
    reached=waits_its_turn,
    exempts=gives_no_head_start,
    remedy="let `priority` answer `min(days, most)`: what it counts has no end, and others are never reached",
)
def head_starts_end(situation: Situation) -> Iterator[Broken]:
    """Compare what happened each month, for a small sum, with what happened each day for a great one; as long ago."""
    playbook, call, at = playbook_behind(situation.policy), situation.call, after_all(situation)
    if playbook is None or call is None:
        return
    what = in_turn(situation, tuple(KINDS))
    gained = _gained(situation, playbook, call, at, KINDS[what])
    if isinstance(gained, RuleFailed):
        yield Broken(says=f"who {what} each day for years has no turn: {gained}", at=at)
    elif abs(gained.days) > A_YEAR:
        stands = f"{abs(gained.days)} days further {'ahead' if gained.days > 0 else 'back'}"
        yield Broken(says=f"who {what} each day for years, not each month, stands {stands}: without an end", at=at)


def _gained(
    situation: Situation, playbook: Playbook, call: Call, at: dt.datetime, kind: Kind
) -> dt.timedelta | RuleFailed:
    """The days that somebody gains by a great deal of it; the failure where that alone fails."""
    little, much = (_with(situation, kind, at, *each) for each in ((A_MONTH, LITTLE), (1, MUCH)))
    try:
        usual = head_start(situation, playbook, call, at, little)
    except RuleFailed:
        return NONE
    try:
        return head_start(situation, playbook, call, at, much) - usual
    except RuleFailed as failed:
        return failed


def _with(situation: Situation, kind: Kind, at: dt.datetime, every: int, amount: int) -> History:
    """The same life in which that happened as well, every so many days."""
    return situation.history.add(*(kind(at - each * DAY, amount) for each in range(1, DAYS, every)))
