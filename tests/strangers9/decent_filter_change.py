"""The filter that they bought lasts twelve weeks: ring when it is time for another.

Decent: it counts from what they kept, on their own calendar, and not from any call. Once heard it is used up, and the
next purchase brings the next one, because the reason is about its own day.
"""

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl
from callrules.declared import After, Due


@attrs.frozen
class FilterChange:
    """Is their filter used up?"""

    name = "filter_change"
    declares = (Due(reason="filter_change", after=After.PURCHASE, days=84),)
    only_with = (Purchase, Outcome.ORDER)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        calendar = history.calendar
        due = calendar.add(history.bought_at[-1], days=84)
        return Reason(
            name="filter_change",
            due=due,
            about=f"filter of {calendar.day(due):%Y-%m-%d}",
            says="a filter lasts twelve weeks, and theirs is used up",
        )


POLICY = (FilterChange(),)
