"""Purchases that stayed bought: refunds take back what was bought before them (rulebook G22)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from callrules.facts import Purchase


def still_bought(purchases: Iterable[Purchase]) -> tuple[Purchase, ...]:
    """Give the purchases, oldest first, less refunds and whatever these took back wholly.

    A refund takes back the latest earlier purchases in its currency, up to its amount. A purchase without an amount
    is never taken back.
    """
    return tuple(purchase for purchase, _ in amounts_kept(purchases))


def amounts_kept(purchases: Iterable[Purchase]) -> tuple[tuple[Purchase, Decimal | None], ...]:
    """Give the purchases that stayed bought, oldest first, each with what refunds left of its amount."""
    left: list[tuple[Purchase, Decimal | None]] = []
    for each in sorted(purchases, key=lambda purchase: (purchase.at, purchase.is_return)):
        if each.is_return:
            left = _less(left, each)
        else:
            left.append((each, each.amount))
    return tuple(left)


def _less(left: list[tuple[Purchase, Decimal | None]], refund: Purchase) -> list[tuple[Purchase, Decimal | None]]:
    owed = -(refund.amount or Decimal(0))
    kept = []
    for purchase, amount in reversed(left):
        if amount is None or purchase.currency != refund.currency or not owed:
            kept.append((purchase, amount))
            continue
        taken = min(amount, owed)
        owed -= taken
        if amount > taken or not amount:
            kept.append((purchase, amount - taken))
    return kept[::-1]
