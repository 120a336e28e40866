"""Speed to lead: who became due last is the freshest, and is rung first.

WRONG (priority): every day of waiting costs two days of head start, so the longer somebody waits the further they fall
back. In a full book the customer who waits since spring is overtaken by each new lead, and is never rung.
"""

import datetime as dt

import attrs

from callrules import Call, Step, hookimpl

DAY = dt.timedelta(days=1)


@attrs.frozen
class NewestFirst:
    """How fresh is this call?"""

    name = "newest_first"
    declares = ()

    @hookimpl
    def priority(self, step: Step, now: dt.datetime) -> float | None:
        if not isinstance(step, Call) or step.since is None:
            return None
        return -2.0 * ((now - step.since) / DAY)


POLICY = (NewestFirst(),)
