"""Interest cools down by the day, so whoever gave a sign of life lately comes first on the list.

WRONG (priority): two days are taken away for each day since their last sign, and waiting gives back only one. Whoever
waits is put back for waiting: with new enquiries every day, an old customer whose call is due never reaches the top.
"""

import datetime as dt

import attrs

from callrules import History, hookimpl, parameter

DAY = dt.timedelta(days=1)


@attrs.frozen
class LeadsCoolDown:
    """How long ago did we last hear from them?"""

    name = "leads_cool_down"
    declares = ()
    days_a_day: int = parameter(2, says="days taken away for each day of silence", source="studies of online enquiries")

    @hookimpl
    def priority(self, history: History, now: dt.datetime) -> float | None:
        if history.came_back is None:
            return None
        return -self.days_a_day * ((now - history.came_back) / DAY)


POLICY = LeadsCoolDown()
