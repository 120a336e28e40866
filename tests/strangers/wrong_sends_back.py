"""Who sends things back costs us more than they bring: we stop ringing them at once."""

from callrules import History, Stop, hookimpl


class SendsBack:
    """Did they ever send something back?"""

    name = "sends_back"
    declares = ()

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        refunds = [each for each in history.purchases if each.amount is not None and each.amount < 0]
        if not refunds:
            return None
        return Stop(grounds="sends_back", since=refunds[0].at, says="they send things back", firm=True)


POLICY = SendsBack()
