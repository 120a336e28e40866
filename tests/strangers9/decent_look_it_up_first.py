"""Nobody rings a lapsed customer before somebody looked up why they stopped.

Decent: it is homework and no letter, so it holds up this cold call alone and none that they asked for. One piece of
research after their last order settles it.
"""

import datetime as dt

import attrs

from callrules import Because, History, Outcome, Prepare, Purchase, Reason, Research, hookimpl

TOPIC = "why_they_stopped"


@attrs.frozen
class LookItUpFirst:
    """Do we know why they stopped buying?"""

    name = "look_it_up_first"
    declares = ()
    only_with = (Purchase, Outcome.ORDER)

    @hookimpl
    def before(self, history: History, reason: Reason | None, at: dt.datetime) -> Prepare | None:
        if reason is None or reason.name != "lapsed_customer" or reason.due is None or not history.bought_at:
            return None
        last = history.bought_at[-1]
        if any(each.topic == TOPIC and each.at >= last for each in history.of(Research)):
            return None
        because = (Because(self.name, TOPIC, "they stopped buying: look up why before anybody rings"),)
        return Prepare(at=reason.due, since=reason.due, missing=[TOPIC], because=because)


POLICY = (LookItUpFirst(),)
