"""Before we ring a business for reasons of our own, somebody looks up its credit, and that is good for thirty days.

WRONG (an errand that is never done): the thirty days are counted back from the moment of the call, but the errand is asked for
at once. Where the call lies further ahead (a snooze of two months, a rest after a hang-up), the rep looks it up, and is asked
to look it up again the next minute, day after day.
"""

import datetime as dt

import attrs

from callrules import Because, Contact, History, Named, Prepare, Reason, hookimpl

FRESH = dt.timedelta(days=30)


@attrs.frozen
class CreditCheck:
    """Do we know whether this business pays its bills?"""

    name = "credit_check"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Prepare | None:
        if reason is None or not contact.business or reason.named in (Named.HOUR, Named.DAY):
            return None
        if any(each.topic == "credit" and each.at >= at - FRESH for each in history.research):
            return None
        because = (Because(self.name, "credit", "look up their credit before the call"),)
        return Prepare(missing=["credit"], because=because)


POLICY = CreditCheck()
