"""A campaign with a control group: every second account is not rung of our own accord before the fair is over.

WRONG (determinism): Python's `hash` of a text is another one in every process; the gate says yes on one server and
no on the other, a customer changes sides at each restart, and a rep is sent to ring whom the gate then refuses.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Besides, Dated, Sampled
from callrules.moments import outside

BEGINS = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
ENDS = dt.datetime(2026, 3, 9, tzinfo=dt.UTC)


@attrs.frozen
class HalfTheAccounts:
    """Are they in the control group of the spring fair?"""

    name = "half_the_accounts"
    waits = "in the control group of the fair"
    declares = (Besides(what="the control group is left alone before the fair", lifted_by=POLITE), Dated(), Sampled())
    groups: int = 2

    @hookimpl
    def permits(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if hash(contact.account or contact.id) % self.groups or reason.is_first_return(history):
            return None
        return outside([(BEGINS, ENDS)], at, "the control group waits for the end of the fair", yields=True)


POLICY = HalfTheAccounts()
