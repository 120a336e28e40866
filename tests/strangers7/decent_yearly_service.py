"""Eleven months after their last order, ask whether a service is due: ring before they have to.

Decent: they are no lost customers yet, so a call is unusual, but it is about something of theirs. A new order begins
anew, an order sent back does not count, and a talk from then on answers it whatever it was about.
"""

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl, parameter
from callrules.declared import After, Due


@attrs.frozen
class YearlyService:
    """Is it eleven months since their last order?"""

    name = "yearly_service"
    only_with = (Purchase, Outcome.ORDER)
    months: int = parameter(11, says="months after the last order", source="our manual", least=1)

    @property
    def declares(self) -> tuple[Due, ...]:
        return (Due(reason="yearly_service", after=After.PURCHASE, months=self.months),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        bought, calendar = history.bought_at[-1], history.calendar
        due = calendar.add(bought, months=self.months)
        if history.talked_since(due):
            return None
        about = f"bought on {calendar.day(bought)}"
        says = f"{self.months} months or more since their last order"
        return Reason(name="yearly_service", due=due, about=about, says=says)


POLICY = YearlyService()
