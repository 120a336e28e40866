"""Where a person of an ISO 3166 region can be, and when their weekend is.

A region is a country (``FR``) or one of its subdivisions (``US-FL``, ``CA-QC``). Where a region spans
several time zones every one of them is named, never fewer: a call that is fine in each possible zone
is fine wherever the person is.

Sources:
    Countries (ISO 3166-1): ``iso3166.tab`` of the IANA time zone database, from the ``tzdata`` package, and
    ``XK`` for Kosovo, which ISO 3166-1 leaves to its users and the Unicode CLDR and the European Union use.
    Zones of a country: ``zone.tab`` of the same database.
    Zones of a subdivision: ``places.toml``, by ISO 3166-2 code, after the areas that ``zone.tab`` and
    the comments of the time zone database describe; zone boundaries in the United States after
    49 CFR Part 71. It adds the clocks that whole towns keep by custom against the law.
    Country of a zone: ``zone.tab``, and for older names the links of ``tzdata.zi``, save those in ``places.toml``.
    Weekends: ``places.toml``, after ``weekData`` of the Unicode CLDR (version 47), save that a weekend
    of Sunday alone (India, Uganda) keeps its Saturday: when in doubt, a day is not a day to call.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SHAPE = re.compile(r"([A-Z]{2})(?:-([A-Z0-9]{1,3}))?")
_KOSOVO, _ITS_ZONE = "XK", "Europe/Belgrade"
_OFTEN_MEANT = {"UK": "GB", "EL": "GR"}
"""What the European Union writes for two of its neighbours, past and present, and ISO 3166 does not."""
_ALSO_CALLED = {
    "united kingdom": "GB", "great britain": "GB", "united states of america": "US", "south korea": "KR",
    "czechia": "CZ", "the netherlands": "NL", "ivory coast": "CI", "turkey": "TR",
}  # fmt: skip
"""Names that address books use, besides those of `iso3166.tab`."""
_SATURDAY_AND_SUNDAY = frozenset({6, 7})


@lru_cache(maxsize=1_000)
def is_region(code: str) -> bool:
    """Tell whether a code names a country, or a subdivision that its country may have.

    Codes are upper case. A subdivision of Australia, Canada or the United States must exist; one of
    any other country need only look like one.
    """
    shape = _SHAPE.fullmatch(code)
    if shape is None or shape[1] not in _countries():
        return False
    if shape[2] is None or shape[1] not in _tables()["complete"]:
        return True
    return code in _zones_by_subdivision()


def meant_by(code: str) -> str | None:
    """Name the region that somebody means who writes `UK` or `EL`, in any case; `None` for all else."""
    country, dash, subdivision = code.strip().upper().partition("-")
    meant = f"{_OFTEN_MEANT.get(country, country)}{dash}{subdivision}"
    return meant if meant != code and is_region(meant) else None


def country_called(text: str) -> str | None:
    """Name the country that a code (`US`, `UK`) or an English name (`Germany`, as `iso3166.tab` has it) stands for."""
    code = text.strip().upper()
    if code in _countries():
        return code
    return meant_by(code) or _countries_by_name().get(text.strip().casefold())


def zones_of(region: str) -> tuple[str, ...]:
    """Name every IANA time zone in which a person of the region can be.

    A subdivision whose zones are not known has all those of its country. A region of no known country
    has none, and neither have the two uninhabited countries without a clock (``BV``, ``HM``): a caller
    must take an empty answer for "unknown", not for "anywhere will do".
    """
    of_subdivision = _zones_by_subdivision().get(region)
    return of_subdivision or _zones_by_country().get(_country(region), ())


def weekend_of(region: str | None) -> frozenset[int]:
    """Give the ISO weekdays (Monday is 1) of the region's weekend: Saturday and Sunday if not known."""
    return _weekends().get(_country(region or ""), _SATURDAY_AND_SUNDAY)


NO_PLACE = frozenset(
    {
        "UTC", "UCT", "Universal", "Zulu", "GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich",
        "EST", "MST", "HST", "WET", "CET", "MET", "EET",
    }
)  # fmt: skip
"""Zones that servers fill in by default and that name no place (rulebook G20), besides all of ``Etc/``."""


def names_a_place(zone: str) -> bool:
    """Tell whether an IANA zone says where somebody is: UTC, GMT, a bare EST and all of `Etc/` do not."""
    return zone not in NO_PLACE and not zone.startswith("Etc/")


def country_of(zone: str) -> str | None:
    """Give the country of an IANA zone; `None` for a zone that names no place."""
    listed = _countries_by_zone()
    return listed.get(zone) or listed.get(_links().get(zone, zone)) if names_a_place(zone) else None


def is_in(zone: str, region: str) -> bool:
    """Tell whether an IANA zone lies in the region: the subdivision where its zones are known, else the country."""
    if region in _zones_by_subdivision():
        return _links().get(zone, zone) in {_links().get(each, each) for each in zones_of(region)}
    return country_of(zone) == _country(region)


@cache
def all_zones() -> frozenset[str]:
    """The name of every zone of the IANA database, less `Factory`, which is no place."""
    listed = _package("tzdata").joinpath("zones").read_text(encoding="utf-8")
    return frozenset(listed.split()) - {"Factory"}


def _package(name: str) -> Traversable:
    from importlib import resources  # noqa: PLC0415 - slow to import, and only who reads a region needs it

    return resources.files(name)


def _country(region: str) -> str:
    return region.partition("-")[0]


@cache
def _countries() -> frozenset[str]:
    return frozenset({_KOSOVO, *(country for country, *_ in _rows("iso3166.tab"))})


@cache
def _countries_by_name() -> Mapping[str, str]:
    return {name.casefold(): country for country, name, *_ in _rows("iso3166.tab")} | _ALSO_CALLED


@cache
def _zones_by_country() -> Mapping[str, tuple[str, ...]]:
    zones: dict[str, tuple[str, ...]] = {_KOSOVO: (_ITS_ZONE,)}
    for country, _, zone, *_ in _rows("zone.tab"):
        zones[country] = (*zones.get(country, ()), zone)
    return zones


@cache
def _countries_by_zone() -> Mapping[str, str]:
    listed = {zone: country for country, _, zone, *_ in _rows("zone.tab")}
    return listed | {zone: country for country, zones in _tables()["zone_countries"].items() for zone in zones}


@cache
def _links() -> Mapping[str, str]:
    """Older names of zones, each with the name that stands for the same clock today."""
    lines = _package("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text("utf-8").splitlines()
    return {alias: zone for kind, zone, alias in (each.split() for each in lines if each.startswith("L ")) if kind}


@cache
def _zones_by_subdivision() -> Mapping[str, tuple[str, ...]]:
    return {
        f"{country}-{subdivision}": tuple(zones)
        for country, lines in _tables()["zones"].items()
        for subdivisions, zones in lines.items()
        for subdivision in subdivisions.split()
    }


@cache
def _weekends() -> Mapping[str, frozenset[int]]:
    lines = _tables()["weekends"].items()
    return {country: frozenset(days) for countries, days in lines for country in countries.split()}


@cache
def _tables() -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415 - only who reads a region needs it

    return tomllib.loads(_package("callrules").joinpath("places.toml").read_text("utf-8"))


def _rows(table: str) -> list[list[str]]:
    text = _package("tzdata").joinpath("zoneinfo", table).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
