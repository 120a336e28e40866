"""We ring gardeners on the first of March after they last bought or talked with us, and hardly ever in winter."""

import datetime as dt

from callrules import Contact, History, Reason, Window, hookimpl
from callrules.calendars import Calendar, possible_calendars
from callrules.declared import Besides
from callrules.moments import outside


class GardenSeason:
    """Does the season begin for somebody who gardens?"""

    name = "garden_season"
    declares = ()

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        last = max(history.bought_at[-1], history.last_talk.at if history.last_talk else history.bought_at[-1])
        calendar = history.calendar
        day = calendar.day(last)
        march = dt.date(day.year if day < dt.date(day.year, 3, 1) else day.year + 1, 3, 1)
        due, ends = calendar.starts(march), calendar.starts(dt.date(march.year, 6, 1))
        return Reason(name="season", due=due, about=str(march.year), says="the season begins", expires=ends)


class DeepWinter:
    """Is the garden asleep?"""

    name = "deep_winter"
    waits = "the garden is asleep"
    declares = (Besides(what="not from 15 December to 15 January"),)

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if reason.is_first_return(history):
            return None
        winters = [
            self.winter(calendar, calendar.day(at).year + each)
            for calendar in possible_calendars(contact, number)
            for each in (-1, 0, 1)
        ]
        return outside(winters, at, "the garden is asleep", yields=True)

    def winter(self, calendar: Calendar, year: int) -> tuple[dt.datetime, dt.datetime]:
        return calendar.starts(dt.date(year, 12, 15)), calendar.starts(dt.date(year + 1, 1, 15))


POLICY = (GardenSeason(), DeepWinter())
