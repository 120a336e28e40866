"""Boiler makers: eleven months after they bought, the yearly service falls due, and we offer a date.

Decent: declared as `Due` after a purchase; names the order it is about, so that the next order has its own; refunds do not count.
"""

import attrs

from callrules import History, Outcome, Purchase, Reason, hookimpl, parameter
from callrules.declared import After, Due


@attrs.frozen
class YearlyService:
    """Is what they bought due for its service?"""

    name = "yearly_service"
    only_with = (Purchase, Outcome.ORDER)
    months: int = parameter(11, says="months after a purchase", source="the makers' handbook", least=1)

    @property
    def declares(self) -> tuple[Due, ...]:
        return (Due(reason="yearly_service", after=After("purchase"), months=self.months),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        bought = history.bought_at[-1]
        return Reason(
            name="yearly_service",
            about=f"{history.calendar.day(bought):%Y-%m-%d}",
            due=history.calendar.add(bought, months=self.months),
            says=f"what they bought last is due for service after {self.months} months",
        )


POLICY = YearlyService()
