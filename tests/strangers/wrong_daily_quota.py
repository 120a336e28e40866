"""One rep manages forty people a day, so after the fortieth the rest of the list waits until tomorrow."""

import datetime as dt
from collections import defaultdict

from callrules import Contact, History, Window, hookimpl
from callrules.declared import Besides


class DailyQuota:
    """Is the day's list full?"""

    name = "daily_quota"
    waits = "the day's list is full"
    declares = (Besides(what="forty people a day"),)

    def __init__(self) -> None:
        self.asked: dict[dt.date, set[str]] = defaultdict(set)

    @hookimpl
    def permits(self, contact: Contact, history: History, at: dt.datetime) -> Window | None:
        day = history.calendar.day(at)
        today = self.asked[day]
        if contact.id in today or len(today) < 40:
            today.add(contact.id)
            return None
        return Window(start=history.calendar.ends(at), says="the day's list is full")


POLICY = DailyQuota()
