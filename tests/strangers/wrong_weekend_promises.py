"""Nobody means it when they say "ring me at the weekend", so such a promise does not go onto the list."""

from collections.abc import Iterator

from callrules import History, Reason, hookimpl
from callrules.rules import PromisedCalls


class WeekdayPromises(PromisedCalls):
    """Did we promise a call for a weekday?"""

    name = "promised_calls"

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for reason in super().reasons(history):
            if reason.due is None or history.calendar.day(reason.due).isoweekday() < 6:
                yield reason


POLICY = WeekdayPromises()
