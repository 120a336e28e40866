"""Is it Rita's contact, and is Rita on holiday?"""

import datetime as dt
from zoneinfo import ZoneInfo

from callrules import Contact, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Besides, Dated
from callrules.moments import outside

BERLIN = ZoneInfo("Europe/Berlin")


class RitasHoliday:
    """Is it Rita's contact, and is Rita on holiday?

    DECENT: two weeks in August, on Rita's own clock; a colleague makes the promised and the returned calls.
    """

    name = "ritas_holiday"
    waits = "Rita is on holiday"
    declares = (Dated(), Besides(what="Rita's holiday", lifted_by=POLITE))
    away = (dt.datetime(2026, 8, 3, tzinfo=BERLIN), dt.datetime(2026, 8, 17, tzinfo=BERLIN))

    @hookimpl
    def permits(self, contact: Contact, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        if contact.owner != "rita" or reason.is_first_return(history):
            return None
        return outside([self.away], at, "Rita is on holiday", yields=True)


POLICY = RitasHoliday()
