"""Nobody is rung from 20 December to 6 January."""

import datetime as dt

from callrules import Contact, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides
from callrules.moments import outside


class ChristmasRest:
    """Nobody is rung from 20 December to 6 January.

    WRONG (turn of the year): in January "this year's" rest is the coming one, so on 2 January the phone rings.
    """

    name = "christmas_rest"
    waits = "Christmas"
    declares = (Besides(what="nobody between 20 December and 6 January"),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None, at: dt.datetime) -> Window | None:
        rests = []
        for calendar in possible_calendars(contact, number):
            year = calendar.day(at).year
            rests.append((calendar.starts(dt.date(year, 12, 20)), calendar.starts(dt.date(year + 1, 1, 7))))
        return outside(rests, at, "Christmas")


POLICY = ChristmasRest()
