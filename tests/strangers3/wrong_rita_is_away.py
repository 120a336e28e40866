"""Rita is on leave over the turn of the year: her people wait for her, nobody else should ring them.

WRONG (a promise, a call to return): the guard is firm and asks for no reason. Who was promised a call by Rita's desk for the 28th,
named the hour themselves, or rang us on the 23rd is left waiting until she is back, and no stand-in may ring.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Window, hookimpl
from callrules.declared import Besides, Dated
from callrules.moments import outside


@attrs.frozen
class RitaIsAway:
    """Is their own rep away?"""

    name = "rita_is_away"
    waits = "their rep is away"
    declares = (Besides(what="not while their rep is on leave"), Dated())
    rep: str = "rita"
    first: dt.date = dt.date(2026, 12, 21)
    back: dt.date = dt.date(2027, 1, 7)

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window | None:
        if contact.owner != self.rep:
            return None
        leave = (history.calendar.starts(self.first), history.calendar.starts(self.back))
        return outside([leave], at, "their rep is away until then")


POLICY = RitaIsAway()
