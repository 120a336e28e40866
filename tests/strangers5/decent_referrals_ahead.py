"""Who was introduced to us comes two weeks ahead on the day list; whom our last call annoyed comes ten days later.

Decent: a priority that does not change while they wait, so nobody is overtaken for ever; it decides no call.
"""

import attrs

from callrules import History, Introduction, Reception, Reflection, hookimpl, parameter


@attrs.frozen
class ReferralsAhead:
    """Were they introduced, and how was our last call received?"""

    ahead: int = parameter(14, says="days of head start of somebody introduced", source="our figures")
    behind: int = parameter(10, says="days later after a call that annoyed", source="our figures")

    name = "referrals_ahead"
    declares = ()
    only_with = (Introduction, Reflection)

    @hookimpl
    def priority(self, history: History) -> float | None:
        days = 0.0
        if history.introductions:
            days += self.ahead
        looked_back = history.last_reflection
        if looked_back is not None and looked_back.received is Reception.ANNOYED:
            days -= self.behind
        return days or None


POLICY = ReferralsAhead()
