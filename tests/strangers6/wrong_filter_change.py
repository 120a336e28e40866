"""Whoever bought a filter is rung half a year later, when it has to be changed.

WRONG (a call lost for ever): `about` is "01 September", without a year. Who orders each year on the same day (a standing
order of 1 March) is rung the first time, and never again: the next year's reason counts as heard already.
"""

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl
from callrules.declared import Due


@attrs.frozen
class FilterChange:
    """Is the filter that they bought to be changed by now?"""

    name = "filter_change"
    declares = (Due(reason="filter_change", after="purchase", months=6),)
    only_with = (Purchase, Outcome.ORDER)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], months=6)
        day = history.calendar.day(due)
        return Reason(
            name="filter_change",
            due=due,
            about=f"{day:%d %B}",
            says="the filter that they bought has to be changed after half a year",
        )


POLICY = FilterChange()
