"""A card to welcome who bought for the first time."""

import datetime as dt

from callrules import Contact, History, Write, hookimpl
from callrules.channels import best_channel


class WelcomeCard:
    """A card to welcome who bought for the first time.

    DECENT: by the best channel there is, once, within a month, and nothing is owed from before going live.
    """

    name = "welcome_card"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, at: dt.datetime) -> Write | None:
        if not history.bought_at:
            return None
        first = history.bought_at[0]
        channel = best_channel(contact, history)
        if channel is None or not history.owes(first) or at >= history.calendar.add(first, months=1):
            return None
        return None if history.wrote("welcome", first) else Write(since=first, purpose="welcome", channel=channel)


POLICY = WelcomeCard()
