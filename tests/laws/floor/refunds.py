"""Purchases that stayed bought."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from floor.plain import Plain


def still_bought(purchases: Sequence[Plain]) -> Sequence[Plain]:
    """The purchases less refunds, and less what these took back wholly, the latest first."""
    for each in purchases:
        if each.refund:
            return less_refunds(purchases)
    return purchases


def less_refunds(purchases: Sequence[Plain]) -> Sequence[Plain]:
    """The same where there are refunds."""
    left: list[tuple[Plain, Decimal | None]] = []
    for each in sorted(purchases, key=lambda purchase: (purchase.at, purchase.refund)):
        left = less(left, each) if each.refund else [*left, (each, each.amount)]
    return [purchase for purchase, _ in left]


def less(left: list[tuple[Plain, Decimal | None]], refund: Plain) -> list[tuple[Plain, Decimal | None]]:
    """What a refund leaves."""
    owed, rest = -refund.amount, []
    for purchase, amount in reversed(left):
        if amount is None or purchase.currency != refund.currency or not owed:
            rest.append((purchase, amount))
            continue
        taken = min(amount, owed)
        owed -= taken
        if amount > taken or not amount:
            rest.append((purchase, amount - taken))
    return rest[::-1]
