"""Every warm call ends with a look at the cover that is missing: strangers and lapsed customers are spared.

WRONG (agenda): the call that a note after a hang-up promised is warm by its reason, too. It begins with an apology for
the bad moment, and in the same breath the agenda sells a household policy; so does the call that comes late and says
sorry for it.
"""

import attrs

from callrules import Agenda, Ask, Contact, Reason, hookimpl

COLD = frozenset({"prospect", "competitor_customer", "lapsed_customer", "dormant_customer"})


@attrs.frozen
class RoundOff:
    """What is still missing in their cover?"""

    name = "round_off"
    declares = ()

    @hookimpl
    def agenda(self, contact: Contact, reason: Reason) -> Agenda | None:
        if reason.name in COLD or contact.business:
            return None
        return Agenda(
            objective="Do what the call was for, then sell them the household policy.",
            asks=(
                Ask("May I tell you about our household policy?", "hear_of_household"),
                Ask("May I send you an offer at this month's price?", "household_offer"),
                Ask("Would you like to take it out today?", "household_today"),
            ),
            outcome="They have an offer for the household policy.",
            path=("Do what was promised.", "Name the gap in their cover.", "Make the offer."),
        )


POLICY = RoundOff()
