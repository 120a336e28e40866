"""Six weeks after an order the coffee is nearly gone, so we ask whether they need more, for three weeks at most.

WRONG (imported facts): the six weeks are counted from the day on which the order was typed in. When the orders of three
years come into the book in one night, everybody is asked six weeks later about coffee that they drank long ago.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, History, Outcome, Purchase, Reason, hookimpl, parameter
from callrules.declared import After, Due


def known(fact: Purchase | CallAttempt) -> dt.datetime:
    """Since when we know of it."""
    return fact.recorded or fact.at


@attrs.frozen
class Refills:
    """Is what they bought nearly used up?"""

    name = "refills"

    weeks: int = parameter(6, says="weeks that what they bought lasts", source="our spring figures", least=1)
    more_weeks: int = parameter(3, says="weeks in which we still ask", source="us", least=1)

    @property
    def declares(self) -> tuple[Due, ...]:
        """When the reason is due, and until when."""
        days, until = 7 * self.weeks, 7 * (self.weeks + self.more_weeks)
        return (Due(reason="refill", after=After.PURCHASE, days=days, until_days=until),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Ask once after the last order."""
        by_phone = [each for each in history.conversations if each.outcome is Outcome.ORDER]
        orders = [*history.still_bought, *by_phone]
        if not orders:
            return None
        calendar, last = history.calendar, max(orders, key=known)
        until = calendar.day(known(last)) + dt.timedelta(weeks=self.weeks + self.more_weeks)
        return Reason(
            name="refill",
            due=calendar.add(known(last), days=7 * self.weeks),
            expires=calendar.starts(until + dt.timedelta(days=1)),
            about=last.key,
            says="what they bought lasts six weeks",
        )


POLICY = Refills()
