"""Whoever was annoyed by our last call gets three more days to cool off before anybody rings."""

import datetime as dt

from callrules import History, Reception, Window, hookimpl
from callrules.declared import Besides


class CoolingOff:
    """Were they annoyed the last time?"""

    name = "cooling_off"
    waits = "annoyed the last time"
    declares = (Besides(what="three days more after a call that annoyed them"),)

    @hookimpl
    def permits(self, history: History, at: dt.datetime) -> Window | None:
        last = history.last_reflection
        if last is None or last.received is not Reception.ANNOYED:
            return None
        return Window(start=at + dt.timedelta(days=3), says="they were annoyed: three days more")


POLICY = CoolingOff()
