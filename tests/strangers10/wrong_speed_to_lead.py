"""Ring first whoever has just fallen due, for a fresh lead answers best.

WRONG (priority): the head start falls by two days for each day that somebody waits. On a full list whoever was not
reached on the first day falls further behind each morning, and for two months is overtaken by everybody new.
"""

import datetime as dt

import attrs

from callrules import Call, Step, hookimpl, parameter


@attrs.frozen
class SpeedToLead:
    """How fresh is this call?"""

    name = "speed_to_lead"
    declares = ()
    most: int = parameter(120, says="days of head start on the first day", source="our lead response study")
    a_day: int = parameter(2, says="days lost for each day of waiting", source="our lead response study")

    @hookimpl
    def priority(self, step: Step, now: dt.datetime) -> float | None:
        if not isinstance(step, Call) or step.since is None:
            return None
        waited = max(0, (now - step.since).days)
        return float(max(0, self.most - self.a_day * waited))


POLICY = SpeedToLead()
