"""Campaigns last half a year. Who has not ordered by then is let go; who comes back begins a new half year.

WRONG (a yes not heard): "came back" is an order or a call of theirs; an e-mail that asks for a call, a web form or a
consent counts for nothing, so they are told goodbye on a ground that is older than their own word.
"""

import attrs

from callrules import History, Stop, hookimpl, parameter


@attrs.frozen
class CampaignIsOver:
    """Have we tried for half a year since they last turned to us?"""

    name = "campaign_is_over"
    declares = ()
    months: int = parameter(6, says="months that a campaign lasts", source="marketing", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        signs = [call.at for call in history.inbound] + list(history.bought_at)
        back = max(signs, default=None)
        tries = [call.at for call in history.attempts if back is None or call.at > back]
        if not tries:
            return None
        return Stop(
            grounds="campaign_over",
            since=history.calendar.add(tries[0], months=self.months),
            says=f"{self.months} months of this campaign brought no order: leave the door open",
        )


POLICY = CampaignIsOver()
