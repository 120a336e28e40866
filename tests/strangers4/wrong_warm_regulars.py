"""Regulars are rung while their last order is fresh: a head start that melts away as the weeks go by.

WRONG (order of the day): it melts by two days a day and never stops, so it eats what they gain by waiting; a regular
who was passed over once falls further back each day, and is never reached behind newcomers.
"""

import datetime as dt

import attrs

from callrules import History, hookimpl, parameter


@attrs.frozen
class WarmRegulars:
    """Is this a regular who has just ordered?"""

    name = "warm_regulars"
    declares = ()
    orders: int = parameter(3, says="days of purchase that make a regular", source="the shops", least=1)
    head_start: int = parameter(60, says="days of head start on the day of the order", source="the shops")
    melts: int = parameter(2, says="days by which it melts each day", source="the shops")

    @hookimpl
    def priority(self, history: History, now: dt.datetime) -> float | None:
        if len(history.days_bought) < self.orders:
            return None
        gone_by = (now - history.bought_at[-1]).total_seconds() / 86_400
        return float(self.head_start - self.melts * gone_by)


POLICY = WarmRegulars()
