"""E8: nobody is rung on a public holiday of theirs."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Calendar, possible_calendars, possible_regions
from callrules.contact import Contact
from callrules.days_off import DaysOff, are_known, holidays_in
from callrules.declared import Dated, Declared
from callrules.hookspecs import hookimpl
from callrules.moments import Blocked, Window
from callrules.promises import Named
from callrules.step import Reason

KEPT = DaysOff(holidays=True)


@attrs.frozen
class PublicHolidays:
    """Is it a public holiday where they are?

    Rulebook E8. The default category of the `holidays` package, for the country and subdivision in `Contact.region`,
    else for the country of their zone. A holiday is no working day wherever these are counted. It gives way to an
    hour the person named. Where the package knows neither country nor year there are weekends only, and `why` says so.
    """

    name: ClassVar[str] = "public_holidays"
    keeps_holidays: ClassVar[bool] = True
    opens_daily: ClassVar[bool] = True

    @property
    def declares(self) -> tuple[Declared, ...]:
        """That holidays have their dates."""
        return (Dated(),)

    @hookimpl
    def permits(self, contact: Contact, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        calendars = possible_calendars(contact, number, KEPT)
        blocked = _blocked(calendars, tuple([calendar.day(at).year for calendar in calendars]))
        if not blocked.starts:
            return _unknown(possible_regions(contact), at.year)
        says = "a public holiday there" if blocked.holds(at) else "no public holiday there"
        return blocked.window(at, says, yields=reason.named is Named.HOUR)


def _unknown(regions: frozenset[str], year: int) -> Window | None:
    unknown = [region for region in sorted(regions) if not are_known(region, year)]
    if not unknown:
        return None
    return Window(says=f"no public holidays of {', '.join(unknown)} are known for {year}: weekends only")


@lru_cache(maxsize=4096)
def _blocked(calendars: tuple[Calendar, ...], years: tuple[int, ...]) -> Blocked:
    """Last year's to next year's, on every calendar that could be theirs."""
    return Blocked.by(
        (calendar.starts(day), calendar.starts(day + DAY))
        for calendar, year in zip(calendars, years, strict=True)
        for near in (year - 1, year, year + 1)
        for day in holidays_in(calendar.holidays, near)
    )
