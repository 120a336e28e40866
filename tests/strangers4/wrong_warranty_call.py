"""After-sales: two months before the two years of warranty end, ring and offer a check of what they bought.

WRONG (truth): `history.purchases` holds refunds too, and the last one is taken for a sale; who sent the thing
back is rung, 22 months after the refund, about the warranty of something that they do not own.
"""

import attrs

from callrules import History, Reason, hookimpl, parameter


@attrs.frozen
class WarrantyCall:
    """Does the warranty of what they bought end soon?"""

    name = "warranty_call"
    declares = ()
    months: int = parameter(24, says="months of warranty", source="our terms of sale", least=3)
    ahead: int = parameter(2, says="months before its end", source="the service desk", least=1)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.purchases:
            return None
        calendar, bought = history.calendar, history.purchases[-1].at
        return Reason(
            name="warranty_ends",
            due=calendar.add(bought, months=self.months - self.ahead),
            expires=calendar.add(bought, months=self.months),
            about=f"warranty of {calendar.day(bought)}",
            says="the warranty of what they bought ends soon: offer a check",
        )


POLICY = WarrantyCall()
