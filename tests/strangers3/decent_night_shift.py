"""Who works nights, as we found out and noted under the topic `night_shift`, sleeps until two in the afternoon.

Decent: a detail of our own, kept as `Research`; stricter than the house; an hour they named, hours they told us and a first call
back come through; on their own clock, where it is one.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Reason, Research, Window, hookimpl, parameter
from callrules.calendars import possible_calendars
from callrules.declared import POLITE, Besides
from callrules.moments import outside

DAY = dt.timedelta(days=1)


@attrs.frozen
class NightShift:
    """Do they sleep now, because they work nights?"""

    name = "night_shift"
    waits = "asleep after the night shift"
    opens_daily = True
    only_with = (Research,)
    declares = (Besides(what="not while they sleep after the night shift", lifted_by=POLITE),)
    wakes: dt.time = parameter(dt.time(14), says="local time until which they sleep", source="our nurses")

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if not any(each.topic == "night_shift" for each in history.research):
            return None
        calendars = possible_calendars(contact, number)
        if contact.hours or len(calendars) != 1 or reason.is_first_return(history):
            return None
        (calendar,) = calendars
        today = calendar.day(at)
        asleep = [
            (calendar.starts(today + each * DAY), calendar.wall(today + each * DAY, self.wakes))
            for each in range(-1, 4)
        ]
        return outside(asleep, at, "awake from two o'clock on", yields=True)


POLICY = NightShift()
