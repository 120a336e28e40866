"""A4: who buys from a competitor, and would be better off here."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared, Due
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Reason


@attrs.frozen
class CompetitorsCustomers:
    """Do they buy from a competitor?

    Rulebook A4. Due at once where there never was a talk; one, by phone or face to face, answers it, and it
    returns six months after. Bold, pleasant, light; it never runs the competitor down.
    """

    name: ClassVar[str] = "competitors_customers"
    return_months: int = parameter(6, says="months until it returns", source="rulebook A1–A4")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """How long after a talk."""
        return (Due(reason="competitor_customer", months=self.return_months),)

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> Reason | None:
        if not contact.buys_from:
            return None
        due = history.due_again(None, self.return_months)
        return Reason(name="competitor_customer", due=due, says=f"buys from {contact.buys_from}")
