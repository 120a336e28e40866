"""Each team calls on its own weekdays: the German desk on Tuesdays and Thursdays, Rita on Mondays and Wednesdays.

WRONG (rules at odds, a rare contact): a German contact whose adviser is Rita belongs to both, and the two guards share
no day at all. Such a person is never called, not even when we promised it or when they rang us in vain, and nobody
tells them goodbye.
"""

import datetime as dt

import attrs

from callrules import Contact, Named, Reason, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides, Lift
from callrules.moments import outside

DAY = dt.timedelta(days=1)


@attrs.frozen
class DaysOfTeam:
    """Is it one of the weekdays of the team that looks after them?"""

    name: str
    weekdays: frozenset[int]
    regions: frozenset[str] = frozenset()
    reps: frozenset[str] = frozenset()
    waits = "not a day of their team"
    declares = (Besides(what="only on the weekdays of their team", lifted_by={Lift.NAMED_HOUR}),)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        country = (contact.region or "").partition("-")[0]
        if contact.hours or not (country in self.regions or contact.owner in self.reps):
            return None
        others = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 9))
            if day.isoweekday() not in self.weekdays
        ]
        return outside(others, at, "a day of their team", yields=reason.named is Named.HOUR)


POLICY = (
    DaysOfTeam(name="days_of_germany", weekdays=frozenset({2, 4}), regions=frozenset({"DE"})),
    DaysOfTeam(name="days_of_rita", weekdays=frozenset({1, 3}), reps=frozenset({"rita"})),
)
