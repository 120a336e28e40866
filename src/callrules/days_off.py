"""Days on which nobody works although it is no weekend: public holidays, and days that a playbook closes (E8)."""

from __future__ import annotations

import datetime as dt
import warnings
from functools import lru_cache

import attrs


@attrs.frozen(cache_hash=True)
class DaysOff:
    """The days off that a playbook keeps: those it closes for everybody, and public holidays where it knows them."""

    closed: frozenset[dt.date] = frozenset()
    holidays: bool = False


NONE = DaysOff()


def is_holiday(region: str, day: dt.date) -> bool:
    """Tell whether it is a public holiday of the region (its country and subdivision, ISO 3166)."""
    return day in (holidays_of(region, day.year) or ())


@lru_cache(maxsize=4096)
def holidays_in(regions: frozenset[str], year: int) -> frozenset[dt.date]:
    """Give the public holidays of several regions in a year, as far as they are known."""
    return frozenset[dt.date]().union(*(holidays_of(region, year) or () for region in regions))


def are_known(region: str, year: int) -> bool:
    """Tell whether the `holidays` package knows that country and year."""
    return holidays_of(region, year) is not None


@lru_cache(maxsize=4096)
def holidays_of(region: str, year: int) -> frozenset[dt.date] | None:
    """Give the public holidays of a region in a year, of its country where the subdivision is unknown.

    They are the default category of the `holidays` package; `None` where it knows neither country nor year.
    """
    import holidays  # noqa: PLC0415 - slow to import, and most decisions count no working days

    country, _, subdivision = region.partition("-")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            named = holidays.country_holidays(country, subdiv=subdivision or None, years=year)
    except NotImplementedError:
        return holidays_of(country, year) if subdivision else None
    return frozenset(named) if named.start_year <= year <= named.end_year else None
