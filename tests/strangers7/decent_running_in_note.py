"""Two weeks after an order ask in writing whether all runs well.

Decent: it writes where others ring, and holds up no call. It is told ahead, goes only by a channel that they did not
refuse, is written once for an order that stayed bought, and is let be after a month.
"""

import datetime as dt

import attrs

from callrules import Because, Contact, History, Outcome, Purchase, Reason, Write, hookimpl, parameter
from callrules.channels import best_channel


@attrs.frozen
class RunningIn:
    """Did they order two weeks ago, and has nobody asked how it runs?"""

    name = "running_in"
    declares = ()
    only_with = (Purchase, Outcome.ORDER)
    days: int = parameter(14, says="days after the order", source="our service desk", least=1)
    stale: int = parameter(30, says="days after which it is let be", source="our service desk", least=1)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        channel = best_channel(contact, history)
        if reason is not None or channel is None or not history.bought_at:
            return None
        bought = history.bought_at[-1]
        due = history.calendar.add(bought, days=self.days)
        if history.wrote("running_in", bought) or at >= due + dt.timedelta(days=self.stale):
            return None
        because = (Because(self.name, "running_in", "they ordered two weeks ago: ask whether all runs well"),)
        return Write(at=due, since=due, purpose="running_in", channel=channel, because=because)


POLICY = RunningIn()
