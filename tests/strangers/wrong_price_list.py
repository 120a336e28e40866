"""Nobody is rung who has not had our price list by e-mail within the last week."""

import datetime as dt

from callrules import Contact, History, Reason, Write, hookimpl

WEEK = dt.timedelta(days=7)


class PriceList:
    """Have they had the price list this week?"""

    name = "price_list"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        if reason is None or contact.email is None or history.wrote("price_list", at - WEEK):
            return None
        return Write(purpose="price_list", channel="email", since=reason.due)


POLICY = PriceList()
