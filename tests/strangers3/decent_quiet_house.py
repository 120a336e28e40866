"""Somebody else at that number has just refused a call of ours: leave the whole house alone for three days.

Decent: counts neighbours' refusals on the number that would ring, and says so (`WithNeighbours`, `Besides`); polite to
a moment they named and to a first call back.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Reason, Window, hookimpl, parameter
from callrules.declared import POLITE, Besides, WithNeighbours
from callrules.moments import outside


@attrs.frozen
class QuietHouse:
    """Did somebody else at that number refuse a call just now?"""

    name = "quiet_house"
    waits = "somebody else there refused a call just now"
    declares = (Besides(what="some days after somebody else there refused a call", lifted_by=POLITE), WithNeighbours())
    days: int = parameter(3, says="days after a refusal of somebody else there", source="us", least=1)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        blocked = [
            (call.at, call.at + dt.timedelta(days=self.days))
            for call in history.tries_on(number)
            if call.contact not in (None, contact.id) and call.is_refusal
        ]
        return outside(blocked, at, "the house is left alone for some days", yields=True)


POLICY = QuietHouse()
