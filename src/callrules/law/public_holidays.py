"""E8: nobody is rung on a public holiday of theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.calendars import DAY, Stretch, possible_calendars, possible_regions
from callrules.contact import Contact
from callrules.days_off import DaysOff, are_known, holidays_of
from callrules.declared import Dated, Declared
from callrules.hookspecs import hookimpl
from callrules.moments import Window, outside
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
        regions = sorted(possible_regions(contact))
        unknown = [region for region in regions if not are_known(region, at.year)]
        blocked = list(_holidays(contact, number, at))
        if not blocked:
            return Window(says=_unknown(unknown, at.year)) if unknown else None
        is_one = any(starts <= at < ends for starts, ends in blocked)
        says = "a public holiday there" if is_one else "no public holiday there"
        return outside(blocked, at, says, yields=reason.named is Named.HOUR)


def _unknown(regions: list[str], year: int) -> str:
    return f"no public holidays of {', '.join(regions)} are known for {year}: weekends only"


def _holidays(contact: Contact, number: str | None, at: dt.datetime) -> Iterator[Stretch]:
    """Last year's to next year's, on every calendar that could be theirs."""
    for calendar in possible_calendars(contact, number, KEPT):
        year = calendar.day(at).year
        for region in calendar.holidays:
            near = (holidays_of(region, each) or () for each in (year - 1, year, year + 1))
            for day in {day for days in near for day in days}:
                yield calendar.starts(day), calendar.starts(day + DAY)
