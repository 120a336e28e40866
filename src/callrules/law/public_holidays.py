"""E3, F8: nobody is rung on a public holiday of their region."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import ClassVar

import attrs
import holidays

from callrules.calendars import DAY, calendar_of
from callrules.contact import Contact
from callrules.declared import Dated, Declared
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
from callrules.promises import Named
from callrules.step import Reason


@attrs.frozen
class PublicHolidays:
    """Is it a public holiday where they are?

    Rulebook E3, F8. By the `holidays` package, for the country or subdivision in `Contact.region`; it knows
    nothing of a contact without a region. Like opening hours it gives way to an hour the person named.
    """

    name: ClassVar[str] = "public_holidays"

    @property
    def declares(self) -> tuple[Declared, ...]:
        """That holidays have their dates."""
        return (Dated(),)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, at: dt.datetime) -> Window | None:
        if contact.region is None:
            return None
        calendar = calendar_of(contact)
        year = calendar.day(at).year
        days = (day for each in (year, year + 1) for day in _holidays(contact.region, each))
        blocked = [(calendar.starts(day), calendar.starts(day + DAY)) for day in days]
        return outside(blocked, at, "a public holiday there", yields=reason.named is Named.HOUR)


@lru_cache(maxsize=4096)
def _holidays(region: str, year: int) -> tuple[dt.date, ...]:
    country, _, subdivision = region.partition("-")
    try:
        return tuple(holidays.country_holidays(country, subdiv=subdivision or None, years=year))
    except NotImplementedError:
        return () if not subdivision else _holidays(country, year)
