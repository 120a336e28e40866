"""A referral is worth most while it is fresh, so introduced people come first on the day list, the freshest before all.

WRONG (priority): the head start shrinks by two days for each day that they wait. Who was not reached in the first weeks
falls behind everybody, farther each day, and on a full desk is never rung: the friend who introduced them hears of it.
"""

import datetime as dt

import attrs

from callrules import Call, History, Introduction, Step, hookimpl, parameter


@attrs.frozen
class FreshReferralsFirst:
    """Were they introduced to us, and how long ago did the call fall due?"""

    start: int = parameter(40, says="days of head start of a fresh referral", source="our figures of last year")

    name = "fresh_referrals_first"
    declares = ()
    only_with = (Introduction,)

    @hookimpl
    def priority(self, history: History, step: Step, now: dt.datetime) -> float | None:
        if not history.introductions or not isinstance(step, Call) or step.since is None:
            return None
        waited = (now - step.since) / dt.timedelta(days=1)
        return self.start - 2.0 * max(waited, 0.0)


POLICY = FreshReferralsFirst()
