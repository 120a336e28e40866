"""A card to welcome who bought for the first time."""

import datetime as dt

from callrules import Contact, History, Write, hookimpl
from callrules.channels import best_channel

DAY = dt.timedelta(days=1)


class WelcomeCard:
    """A card to welcome who bought for the first time.

    WRONG (errand): the export of orders has dates only, so "since" is the day after. A card that was written on the
    very day of the order, as it should be, does not count, and another one is asked for at once.
    """

    name = "welcome_card"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, at: dt.datetime) -> Write | None:
        if not history.bought_at:
            return None
        calendar = history.calendar
        first = history.bought_at[0]
        channel = best_channel(contact, history)
        the_day_after = calendar.starts(calendar.day(first) + DAY)
        if channel is None or not history.owes(first) or at >= calendar.add(first, days=14):
            return None
        if history.wrote("welcome", the_day_after):
            return None
        return Write(since=first, purpose="welcome", channel=channel)


POLICY = WelcomeCard()
