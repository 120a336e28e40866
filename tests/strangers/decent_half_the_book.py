"""For half of our book we try whether four days between two calls bring more than the usual."""

import datetime as dt
import zlib

from callrules import Contact, History, Reason, Window, hookimpl
from callrules.declared import Besides, Sampled
from callrules.moments import outside

FOUR_DAYS = dt.timedelta(days=4)


class HalfTheBook:
    """Did we ring this half of the book within four days?"""

    name = "half_the_book"
    waits = "in the patient half"
    declares = (Sampled(), Besides(what="four days between calls for half of the book"))

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if zlib.crc32(contact.id.encode()) % 2 or reason.is_first_return(history):
            return None
        made = (*history.attempts, *history.tries_on(number))
        return outside([(call.at, call.at + FOUR_DAYS) for call in made], at, "four days between calls", yields=True)


POLICY = HalfTheBook()
