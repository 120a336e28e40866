"""Two weeks after somebody bought we ask how the first days with it went, and six weeks after it we ask no more."""

import datetime as dt

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl, parameter
from callrules.declared import After, Due


@attrs.frozen
class FirstWeeks:
    """Have they had it for two weeks?"""

    name = "first_weeks"
    only_with = (Purchase, Outcome.ORDER)

    days: int = parameter(14, says="days until they know what it is like", source="our workshop", least=1)
    until_days: int = parameter(42, says="days after which it is no news any more", source="us", least=2)

    @property
    def declares(self) -> tuple[Due, ...]:
        """When it is due after a purchase, and until when."""
        return (Due(reason="first_weeks", after=After.PURCHASE, days=self.days, until_days=self.until_days),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Ask once after the last purchase that stayed bought."""
        if not history.bought_at:
            return None
        calendar, bought = history.calendar, history.bought_at[-1]
        day = calendar.day(bought)
        return Reason(
            name="first_weeks",
            due=calendar.add(bought, days=self.days),
            expires=calendar.starts(day + dt.timedelta(days=self.until_days + 1)),
            about=day.isoformat(),
            says="the first weeks with what they bought are over",
        )


POLICY = FirstWeeks()
