"""What did not happen after all: told twice, never arrived, or taken back by a refund (rulebook G22, G25, G26)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import attrs

from callrules.facts import CallAttempt, Fact, Message, Purchase
from callrules.vocabulary import Channel, Direction, Reply

SAYS_NOTHING_NEW = {"id", "recorded", "remark"}


def first_tellings(facts: Iterable[Fact]) -> dict[int, Fact]:
    """For every call and message, by its `id()`, the first that tells of the same event."""
    firsts: list[Fact] = []
    found: dict[int, Fact] = {}
    for fact in facts:
        if isinstance(fact, (CallAttempt, Message)):
            first = next((each for each in firsts if _same_event(each, fact)), fact)
            found[id(fact)] = first
            firsts.append(first)
    return found


def _same_event(one: Fact, other: Fact) -> bool:
    if type(one) is not type(other) or one.at.replace(microsecond=0) != other.at.replace(microsecond=0):
        return False
    names = [each.name for each in attrs.fields(type(one)) if each.name not in SAYS_NOTHING_NEW | {"at"}]
    return all(getattr(one, name) == getattr(other, name) for name in names)


def never_arrived(messages: Sequence[Message]) -> set[int]:
    """The messages of ours, by `id()`, that came back: for each bounce our latest one by its channel before it."""
    lost = set()
    for bounce in messages:
        if bounce.reply is Reply.BOUNCED:
            sent = [each for each in messages if each.direction is Direction.OUTBOUND and each.at <= bounce.at]
            by_it = [each for each in sent if box(each.channel) is box(bounce.channel)]
            lost |= {id(max(by_it, key=lambda each: each.at))} if by_it else set()
    return lost


def box(channel: Channel) -> Channel:
    """Give the box where it ends up: what is written by hand comes with the letters."""
    return Channel.LETTER if channel is Channel.HANDWRITTEN else channel


def taken_back(purchases: Sequence[Purchase]) -> set[int]:
    """The purchases, by `id()`, of which refunds left nothing; each takes back the latest before it first."""
    left = {id(each): each.amount for each in purchases if each.amount is not None and each.amount > 0}
    for refund in (each for each in purchases if each.amount is not None and each.amount < 0):
        owed = -(refund.amount or Decimal(0))
        for bought in reversed([each for each in purchases if id(each) in left and each.at <= refund.at]):
            if bought.currency == refund.currency:
                taken = min(left[id(bought)] or Decimal(0), owed)
                left[id(bought)] = (left[id(bought)] or Decimal(0)) - taken
                owed -= taken
    return {place for place, amount in left.items() if not amount}
