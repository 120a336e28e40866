"""Whoever bought from us this year gets a card in December, before Christmas Eve, and no call for it."""

import datetime as dt

import attrs

from callrules import Because, Contact, History, Outcome, Purchase, Reason, Write, hookimpl
from callrules.channels import best_channel


@attrs.frozen
class WinterCard:
    """Did they buy this year, and did nobody write them a card in December?"""

    name = "winter_card"
    declares = ()
    only_with = (Purchase, Outcome.ORDER)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        """A card from the first of December of the year in which they last bought, until the twenty-fourth."""
        channel = best_channel(contact, history)
        if reason is not None or channel is None or not history.bought_at:
            return None
        calendar = history.calendar
        year = calendar.local(history.bought_at[-1]).year
        opens, closes = calendar.starts(dt.date(year, 12, 1)), calendar.starts(dt.date(year, 12, 24))
        due = max(opens, history.bought_at[-1])
        if history.snooze is not None:
            due = max(due, calendar.starts(history.snooze.until))
        if due >= closes or at >= closes or history.wrote("winter_card", opens):
            return None
        because = (Because(self.name, "winter_card", "they bought this year: send them a card in December"),)
        return Write(at=due, since=due, purpose="winter_card", channel=channel, because=because)


POLICY = WinterCard()
