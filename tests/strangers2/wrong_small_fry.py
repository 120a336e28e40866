"""Is a call worth it?"""

import attrs

from callrules import History, Window, hookimpl, parameter
from callrules.declared import Besides


@attrs.frozen
class SmallFry:
    """Is a call worth it?

    WRONG (amount): who bought for less than a hundred in all is never rung, also where we promised a call or they
    turned to us; and all currencies are one. `Besides` says it in words. Rulebook B1, E6.
    """

    name = "small_fry"
    waits = "spent too little"
    declares = (Besides(what="nobody who spent less than a hundred"),)
    least: int = parameter(100, says="money below which nobody is rung", source="controlling")

    @hookimpl
    def permits(self, history: History) -> Window | None:
        spent = sum(each.amount or 0 for each in history.still_bought)
        return Window.never("spent too little") if history.purchases and spent < self.least else None


POLICY = SmallFry()
