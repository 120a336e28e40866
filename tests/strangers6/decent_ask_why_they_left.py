"""Before we ring a customer who stopped buying, somebody reads up why: complaints, returns, late deliveries.

Decent: an errand like the house's own preparation, for one reason of ours alone, done once it was found out after the last
purchase, and asked for from the moment at which the reason falls due.
"""

import attrs

from callrules import Because, History, Outcome, Prepare, Purchase, Reason, hookimpl

TOPIC = "why_they_left"


@attrs.frozen
class ReadUp:
    """Did anybody look up why they stopped?"""

    name = "read_up"
    declares = ()
    only_with = (Purchase, Outcome.ORDER)

    @hookimpl
    def before(self, history: History, reason: Reason | None) -> Prepare | None:
        if reason is None or reason.name != "lapsed_customer" or not history.bought_at:
            return None
        if any(each.topic == TOPIC and each.at >= history.bought_at[-1] for each in history.research):
            return None
        because = (Because(self.name, TOPIC, "they stopped buying: read up why before the call"),)
        return Prepare(at=reason.due, since=reason.due, missing=[TOPIC], because=because)


POLICY = ReadUp()
