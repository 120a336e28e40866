"""On the day list customers with large orders come earlier: a day of waiting for each hundred of their average order.

WRONG (total, for the host): the average is divided by the orders that were kept. For one who sent everything back that is none:
the rule divides by zero, and the day list fails for everybody on the morning on which this one falls due.
"""

import attrs

from callrules import Call, History, Purchase, Step, hookimpl, parameter


@attrs.frozen
class BigOrdersFirst:
    """How much do they order at a time?"""

    name = "big_orders_first"
    declares = ()
    only_with = (Purchase,)
    a_day: int = parameter(100, says="of an average order that is worth a day of waiting", source="us", least=1)
    most_days: int = parameter(30, says="days of waiting at most", source="us", least=1)

    @hookimpl
    def priority(self, history: History, step: Step) -> float | None:
        if not isinstance(step, Call):
            return None
        amounts = [each.amount for each in history.purchases if each.amount is not None]
        if not amounts:
            return None
        average = sum(amounts) / len(history.still_bought)
        return float(max(0, min(average / self.a_day, self.most_days)))


POLICY = BigOrdersFirst()
