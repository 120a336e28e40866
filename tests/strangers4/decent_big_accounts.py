"""Hospitals: one switchboard for many people, a list of approved goods to look up first, and a fixed head start.

Decent: after a colleague was rung there the switchboard has three days of peace (polite, with neighbours, declared);
a cold call to a business is prepared once; the head start never changes while somebody waits.
"""

import datetime as dt

import attrs

from callrules import Because, Contact, Errand, History, Prepare, Reason, Window, hookimpl
from callrules.declared import POLITE, Besides, WithNeighbours
from callrules.moments import outside


@attrs.frozen
class Switchboard:
    """Was a colleague of theirs rung at the same number of late?"""

    name = "switchboard"
    waits = "a colleague at the same number was rung"
    declares = (
        Besides(what="three days of peace for a number at which a colleague was rung", lifted_by=POLITE),
        WithNeighbours(),
    )
    days: int = 3

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        peace = dt.timedelta(days=self.days)
        others = [call.at for call in history.tries_on(number) if call.contact not in (None, contact.id)]
        return outside([(each, each + peace) for each in others], at, "a colleague was rung there", yields=True)


@attrs.frozen
class ApprovedGoods:
    """Do we know what this hospital may buy at all?"""

    name = "approved_goods"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None) -> Errand | None:
        if reason is None or reason.name != "prospect" or not contact.business:
            return None
        if any(each.topic == "approved_goods" for each in history.research):
            return None
        why = Because(rule=self.name, code="approved_goods", says="look up their list of approved goods first")
        return Prepare(missing=("approved_goods",), because=(why,))


@attrs.frozen
class HeadStart:
    """Is this somebody at an account?"""

    name = "head_start"
    declares = ()
    days: float = 4.0

    @hookimpl
    def priority(self, contact: Contact) -> float | None:
        return self.days if contact.account else None


POLICY = (Switchboard(), ApprovedGoods(), HeadStart())
