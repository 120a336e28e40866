"""How is the big order doing? Meant to be wrong, and decent: what has no `about` comes back when it falls due again."""

import attrs

from callrules import History, Reason, hookimpl, parameter
from callrules.declared import After, Due


@attrs.frozen
class BigOrders:
    """How is the big order doing?

    WRONG (id): the call is "about" the id of the order. Orders that came without an id are all about nothing, so the
    first one that was talked about uses up every later one: the second big order is never asked after.
    """

    name = "big_orders"
    declares = (Due(reason="big_order", after=After.PURCHASE, days=7),)
    least: int = parameter(1000, says="money from which an order is big", source="sales", most=10**6)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.still_bought:
            return None
        order = history.still_bought[-1]
        if order.at != history.bought_at[-1] or not order.amount or order.amount < self.least:
            return None
        calendar = history.calendar
        return Reason(
            name="big_order",
            about=order.id,
            due=calendar.add(order.at, days=7),
            expires=calendar.add(order.at, days=30),
            says="a big order a week ago: ask how it is doing",
        )


POLICY = BigOrders()
