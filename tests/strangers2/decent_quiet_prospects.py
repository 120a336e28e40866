"""Three tries in vain with somebody who never bought."""

from callrules import History, Stop, hookimpl


class QuietProspects:
    """Three tries in vain with somebody who never bought.

    DECENT: we let go sooner than the house, and look again after half a year, once each time.
    """

    name = "quiet_prospects"
    declares = ()

    @hookimpl
    def walk_away(self, history: History) -> list[Stop]:
        if history.bought_at:
            return []
        return [
            Stop(
                grounds="quiet_prospect",
                since=call.at,
                revisit=history.calendar.add(call.at, months=6),
                says="three tries in vain: leave them in peace for now",
            )
            for call in history.row_of_unanswered[2:]
        ]


POLICY = QuietProspects()
