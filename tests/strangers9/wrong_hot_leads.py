"""Leads with a high score are rung while they are hot.

WRONG (reason): `about` is the score, and each talk raises the score. So a talk makes another reason of the same one,
due at once: whoever is kind enough to talk with us is rung again on the next day, as often as the caps allow.
"""

import attrs

from callrules import Direction, History, Reason, hookimpl, parameter


@attrs.frozen
class HotLeads:
    """How warm is this lead?"""

    name = "hot_leads"
    declares = ()
    hot: int = parameter(10, says="points from which a lead is hot", source="our scoring model", least=1)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        talked = [each.at for each in history.conversations]
        wrote = [each.at for each in history.messages if each.direction is Direction.INBOUND]
        score = 10 * len(history.bought_at) + 5 * len(talked) + 3 * len(wrote)
        if score < self.hot:
            return None
        return Reason(
            name="hot_lead",
            about=f"score {score}",
            due=max([*history.bought_at, *talked, *wrote]),
            says=f"a hot lead: {score} points",
        )


POLICY = (HotLeads(),)
