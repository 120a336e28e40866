"""Two teams share the week: the senior team calls who decides, on Mondays and Tuesdays; the firms team has the rest.

WRONG (rules at odds): each rule is fine alone. Somebody who decides and is a firm is left no day at all: the one allows
Monday and Tuesday, the other Wednesday to Friday. A call back, or one that was promised for a day, never comes.
"""

import datetime as dt

import attrs

from callrules import Contact, Named, Reason, Role, Window, hookimpl
from callrules.calendars import possible_calendars
from callrules.declared import Besides, Lift
from callrules.moments import outside

DAY = dt.timedelta(days=1)


@attrs.frozen
class SeniorTeam:
    """Is the senior team there?"""

    name = "senior_team"
    waits = "the senior team is not there"
    opens_daily = True
    declares = (Besides(what="who decides on two days only", lifted_by={Lift.NAMED_HOUR}),)
    days: frozenset[int] = frozenset({1, 2})

    def serves(self, contact: Contact) -> bool:
        return contact.role is Role.DECISION_MAKER

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if contact.hours or not self.serves(contact):
            return None
        closed = [
            (calendar.starts(day), calendar.starts(day + DAY))
            for calendar in possible_calendars(contact, number)
            for day in (calendar.day(at) + DAY * each for each in range(-1, 10))
            if day.isoweekday() not in self.days
        ]
        return outside(closed, at, self.waits, yields=reason.named is Named.HOUR)


@attrs.frozen
class FirmsTeam(SeniorTeam):
    """Is the firms team there?"""

    name = "firms_team"
    waits = "the firms team is not there"
    declares = (Besides(what="firms on three days only", lifted_by={Lift.NAMED_HOUR}),)
    days: frozenset[int] = frozenset({3, 4, 5})

    def serves(self, contact: Contact) -> bool:
        return contact.business


POLICY = (SeniorTeam(), FirmsTeam())
