"""Orders after a conversation, and what they came to: currencies are never mixed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from callrules.calendars import DAY
from callrules.desk.scorecard.marks import Mark, Seen
from callrules.facts import CallAttempt, Purchase
from callrules.refunds import amounts_kept
from callrules.vocabulary import Outcome

NO_CURRENCY = "XXX"
"""The word of ISO 4217 for no currency: what an amount without one is counted under."""


def orders(seen: Seen) -> Iterator[Mark]:
    """Yield each purchase of the period that stayed bought, where a conversation was held not too long before it.

    A conversation that ended in an order counts as one, also where no purchase was written down.
    """
    brought = set()
    for purchase, amount in amounts_kept(seen.history.purchases):
        call = _after(seen, purchase)
        if call:
            brought.add(call.key)
        if call and seen.period.holds(purchase.at):
            yield _order(seen, call, purchase, amount)
    for call in seen.conversations:
        if call.outcome is Outcome.ORDER and call.key not in brought:
            yield seen.mark("orders", call.at, call)


def _after(seen: Seen, purchase: Purchase) -> CallAttempt | None:
    call = seen.last_before(purchase.at, seen.history.conversations)
    days = seen.period.within.order
    return call if call and purchase.at <= call.at + days * DAY else None


def _order(seen: Seen, call: CallAttempt, purchase: Purchase, amount: Decimal | None) -> Mark:
    mark = seen.mark("orders", purchase.at, call)
    if amount is None:
        return mark
    return attrs.evolve(mark, currency=purchase.currency or NO_CURRENCY, amount=amount)
