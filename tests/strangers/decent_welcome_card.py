"""Whoever orders for the first time gets a welcome in writing before we ring them again."""

import datetime as dt

from callrules import Contact, History, Write, hookimpl
from callrules.channels import best_channel


class WelcomeCard:
    """Have they had our welcome?"""

    name = "welcome_card"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, at: dt.datetime) -> Write | None:
        if not history.bought_at:
            return None
        first = history.bought_at[0]
        channel = best_channel(contact, history)
        if channel is None or history.wrote("welcome", first):
            return None
        return Write(purpose="welcome", channel=channel, since=first)


POLICY = WelcomeCard()
