"""Look up how a quiet customer uses the software before we ring.

Decent: it holds up the house's own call until a topic is there that the house does not know, but it is done by one
piece of research since they last talked with us or bought, it counts from facts alone, and holds up no call that they
asked for.
"""

import datetime as dt

from callrules import Because, History, Prepare, Reason, Research, hookimpl


class UsageFirst:
    """Do we know how they use the software since we last talked?"""

    name = "usage_first"
    declares = ()

    @hookimpl
    def before(self, history: History, reason: Reason | None) -> Prepare | None:
        if reason is None or reason.name != "dormant_customer" or not history.bought_at:
            return None
        talk = history.last_talk
        since: dt.datetime = talk.at if talk else history.bought_at[-1]
        if any(each.topic == "usage" and each.at >= since for each in history.of(Research)):
            return None
        because = (Because(self.name, "usage", "look up how they use the software before this call"),)
        return Prepare(at=reason.due, missing=("usage",), because=because)


POLICY = UsageFirst()
