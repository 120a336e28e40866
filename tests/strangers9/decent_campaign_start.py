"""The brand is not on the market before a certain day, so nobody is rung cold for it before then.

Decent: only cold calls wait, and only until a fixed day that has come in every zone that they may be in. Whoever was
promised a call, asked for one, or turned to us is rung as ever, before that day and after it.
"""

import datetime as dt

import attrs

from callrules import Contact, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides, Dated

COLD = frozenset({"prospect", "lapsed_customer", "dormant_customer", "competitor_customer"})


@attrs.frozen
class CampaignStart:
    """Has the campaign begun?"""

    name = "campaign_start"
    waits = "the campaign has not begun"
    declares = (Dated(), Besides(what="no cold call before the campaign begins"))
    begins: dt.date = dt.date(2026, 3, 2)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        calendars = possible_calendars(contact, number)
        if reason.name not in COLD or not calendars:
            return None
        begins = max(calendar.starts(self.begins) for calendar in calendars)
        return Window(start=begins, says="the campaign begins") if at < begins else None


POLICY = (CampaignStart(),)
