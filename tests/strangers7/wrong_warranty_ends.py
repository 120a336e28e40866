"""A month before the warranty ends they can still have something mended for nothing: tell them.

WRONG (an untrue only_with): the rule counts every order, and says that it speaks of purchases alone. Who ordered by
phone has a call that ended in an order and no purchase, so the rule is not asked, and the warranty ends unheard.
"""

import attrs

from callrules import History, Purchase, Reason, hookimpl, parameter
from callrules.declared import After, Due


@attrs.frozen
class WarrantyEnds:
    """Does their warranty end soon?"""

    name = "warranty_ends"
    only_with = (Purchase,)
    months: int = parameter(24, says="months of warranty", source="our terms", least=2)

    @property
    def declares(self) -> tuple[Due, ...]:
        return (Due(reason="warranty_ends", after=After.PURCHASE, months=self.months - 1),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        bought, calendar = history.bought_at[-1], history.calendar
        return Reason(
            name="warranty_ends",
            due=calendar.add(bought, months=self.months - 1),
            about=f"bought on {calendar.day(bought)}",
            expires=calendar.add(bought, months=self.months),
            says="their warranty ends soon",
        )


POLICY = WarrantyEnds()
