"""Who sends back more than they buy costs us money: we let them go, kindly and for good.

WRONG (walk away, currencies): amounts are added whatever their currency, and an order without an amount counts as nothing.
One refund of 8,000 yen beside 500 euros drops a good customer for ever, and no later order of theirs opens the door again.
"""

from decimal import Decimal

import attrs

from callrules import History, Purchase, Stop, hookimpl


@attrs.frozen
class MoreBackThanBought:
    """Have they sent back more than they bought?"""

    name = "more_back_than_bought"
    declares = ()
    only_with = (Purchase,)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        total = sum((each.amount or Decimal(0) for each in history.purchases), Decimal(0))
        if total >= 0:
            return None
        refunds = [each for each in history.purchases if each.amount is not None and each.amount < 0]
        return Stop(
            grounds="more_back_than_bought",
            since=refunds[-1].at,
            says="they sent back more than they bought",
            firm=True,
        )


POLICY = MoreBackThanBought()
