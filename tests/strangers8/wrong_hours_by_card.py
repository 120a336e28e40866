"""Opening hours as in the house, with a short way for the many contacts whose time zone stands on their card.

WRONG (guard, a rare contact): the short way counts on the one clock of the card. It forgets a telephone that has a zone
of its own (card in Paris, mobile in New York), a card whose zone and region disagree, and a zone such as UTC that names
no place. That telephone rings at three at night, although the rule declares that it opens at nine on their own clock.
"""

import datetime as dt

import attrs

from callrules import Contact, History, Named, Reason, Window, hookimpl
from callrules.declared import Declared, declared_by
from callrules.rules import Hours

DAY = dt.timedelta(days=1)


@attrs.frozen
class HoursByCard:
    """Is it a decent hour there? Asked a million times a night, so the usual contact has a short way."""

    name = "hours"
    waits = "outside their hours"
    opens_daily = True
    house: Hours = Hours()

    @property
    def declares(self) -> tuple[Declared, ...]:
        return tuple(declared_by(self.house))

    @hookimpl
    def permits(
        self, contact: Contact, history: History, reason: Reason, number: str | None, at: dt.datetime
    ) -> Window | None:
        if contact.hours or not contact.timezone:
            return self.house.permits(contact, reason, number, at)
        calendar = history.calendar
        closes = self.house.business_closes if contact.business else self.house.closes
        day = calendar.day(at)
        while not calendar.is_working(day) or calendar.wall(day, closes) <= at:
            day += DAY
        return Window(
            start=calendar.wall(day, self.house.opens),
            end=calendar.wall(day, closes),
            says="their hours",
            yields=reason.named is Named.HOUR,
        )


POLICY = HoursByCard()
