"""A fresh matter is a warm one, so whoever has just fallen due is rung before those who have cooled down.

WRONG (priorities): the head start melts while they wait, faster than waiting counts. Who is not rung on the first day
is overtaken on the second by everybody who comes new, and on a full desk they wait for weeks.
"""

import datetime as dt

import attrs

from callrules import Call, Step, hookimpl, parameter

DAY = dt.timedelta(days=1)


@attrs.frozen
class FreshFirst:
    """How fresh is the matter?"""

    name = "fresh_first"
    declares = ()

    days: int = parameter(60, says="days of head start on the first day", source="us", least=1, most=300)
    melts: int = parameter(3, says="days of it that melt away with each day", source="us", least=0, most=30)

    @hookimpl
    def priority(self, step: Step, now: dt.datetime) -> float | None:
        """Two months for what is new, and every day less."""
        if not isinstance(step, Call) or step.since is None:
            return None
        waited = max((now - step.since) / DAY, 0.0)
        return max(self.days - self.melts * waited, 0.0)


POLICY = FreshFirst()
