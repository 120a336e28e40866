"""Purchases that stayed bought: refunds take back what was bought before them (rulebook G22)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
    ordered = sorted(purchases, key=lambda purchase: (purchase.at, purchase.is_return))
    left: dict[str | None, list[tuple[Purchase, Decimal]]] = defaultdict(list)
    gone: set[int] = set()
    for each in ordered:
        if each.is_return:
            gone.update(map(id, _taken_back(left[each.currency], each)))
        elif each.amount:
            left[each.currency].append((each, each.amount))
    kept = {id(purchase): amount for stack in left.values() for purchase, amount in stack}
    return tuple(
        (each, kept.get(id(each), each.amount)) for each in ordered if not each.is_return and id(each) not in gone
    )


def _taken_back(left: list[tuple[Purchase, Decimal]], refund: Purchase) -> Iterator[Purchase]:
    """Take what a refund takes back off what is left, the latest first, and yield what it took back wholly."""
    owed = -(refund.amount or Decimal(0))
    while left and owed:
        purchase, amount = left.pop()
        if amount > owed:
            left.append((purchase, amount - owed))
            return
        owed -= amount
        yield purchase
