"""A garage: eleven months after the last purchase the yearly service is offered.

Decent: a reason of a name of its own, counted from what they bought and kept, declared as `Due`, told apart by its own day with
the year.
"""

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl
from callrules.declared import Due


@attrs.frozen
class YearlyService:
    """Is the yearly service due soon?"""

    name = "yearly_service"
    declares = (Due(reason="yearly_service", after="purchase", months=11),)
    only_with = (Purchase, Outcome.ORDER)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], months=11)
        return Reason(
            name="yearly_service",
            due=due,
            about=history.calendar.day(due).isoformat(),
            says="the yearly service of what they bought is due within a month",
        )


POLICY = YearlyService()
