"""Three offers that came to nothing are enough: our engineers calculate no fourth one.

WRONG (people who came back): only an order begins the count anew. Who rings a year later because their machine broke
is called back once, agrees on the next step, and is then let go for the offers of the years before.
"""

import attrs

from callrules import History, Outcome, Stop, hookimpl, parameter


@attrs.frozen
class LostOffers:
    """Have three offers in a row come to nothing?"""

    name = "lost_offers"
    declares = ()
    times: int = parameter(3, says="offers that came to nothing", source="our engineers", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        ordered = history.bought_at[-1] if history.bought_at else None
        lost = [
            each.at
            for each in history.conversations
            if each.outcome is Outcome.NO_SALE and (ordered is None or each.at > ordered)
        ]
        if len(lost) < self.times:
            return None
        return Stop(grounds="lost_offers", since=lost[self.times - 1], says="three offers came to nothing")


POLICY = LostOffers()
