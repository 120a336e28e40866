"""Look up the usage figures of the last day before ringing a customer who went quiet.

WRONG (errand): whether the figures are fresh is counted back from the moment of the call, which may lie ahead. A rep
who looks them up on Friday evening for the call on Monday is asked for them again at once, however often it is done.
"""

import datetime as dt

import attrs

from callrules import Because, History, Prepare, Reason, Research, hookimpl, parameter


@attrs.frozen
class FreshUsage:
    """Do we know how they use the software today?"""

    name = "fresh_usage"
    declares = ()
    hours: int = parameter(24, says="hours that usage figures are fresh", source="they are made nightly", least=1)

    @hookimpl
    def before(self, history: History, reason: Reason | None, at: dt.datetime) -> Prepare | None:
        if reason is None or reason.name not in {"dormant_customer", "lapsed_customer"}:
            return None
        oldest = at - dt.timedelta(hours=self.hours)
        if any(each.topic == "usage" and each.at >= oldest for each in history.of(Research)):
            return None
        because = (Because(self.name, "usage", "look up how they use the software before this call"),)
        return Prepare(at=reason.due, missing=("usage",), because=because)


POLICY = FreshUsage()
