"""Calls to customers of a competitor may wait a month longer than others, and firms go a week before households.

Decent: the head start is the same however long they wait, so nobody is put back for waiting, and everybody's turn
comes. Who waits for a promised or a returned call is first all the same.
"""

import attrs

from callrules import Call, Contact, Step, hookimpl


@attrs.frozen
class CompetitorsLater:
    """How much can this call wait?"""

    name = "competitors_later"
    declares = ()

    @hookimpl
    def priority(self, contact: Contact, step: Step) -> list[float]:
        if not isinstance(step, Call):
            return []
        later = -30.0 if step.reason.name == "competitor_customer" else 0.0
        return [later, 7.0 if contact.business else 0.0]


POLICY = (CompetitorsLater(),)
