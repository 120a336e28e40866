"""Gatekeepers are not asked why their firm stopped buying: they can neither know it nor change it.

Decent: it takes a reason away from some people and gives nobody one; whatever they ask for, and whatever was promised
to them, is called as ever. It declares nothing, for it is silent where the house would speak.
"""

import attrs

from callrules import Contact, History, Reason, Role, hookimpl
from callrules.rules import LapsedCustomers


@attrs.frozen
class NotTheFrontDesk:
    """Has this customer stopped buying, and can they tell us why?"""

    name = "lapsed_customers"
    declares = ()
    house: LapsedCustomers = LapsedCustomers()

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> Reason | None:
        if contact.role is Role.GATEKEEPER:
            return None
        return self.house.reasons(history)


POLICY = NotTheFrontDesk()
