"""Ring those first who bring most: one point for every hundred euros that they spent.

WRONG (units mixed up): a point is a day of waiting. Who bought one press for 90,000 euros is 900 days ahead, so on a
full list a customer who buys seals for 200 euros, and whose reason has stood for two years, is never reached.
"""

import attrs

from callrules import History, hookimpl, parameter


@attrs.frozen
class PointsForTurnover:
    """How much did they spend with us?"""

    name = "points_for_turnover"
    declares = ()
    euros: int = parameter(100, says="euros that are worth a point", source="our sales plan", least=1)

    @hookimpl
    def priority(self, history: History) -> float:
        spent = sum(float(each.amount) for each in history.still_bought if each.amount is not None)
        return spent / self.euros


POLICY = PointsForTurnover()
