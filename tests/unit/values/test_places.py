"""Regions, their time zones and their weekends: the answers, and the tables against their sources."""

import tomllib
from collections import Counter
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from callrules import places
from callrules.places import is_region, weekend_of, zones_of

TABLES = tomllib.loads(Path(places.__file__).with_name("places.toml").read_text("utf-8"))
REGIONS = {
    country: [f"{country}-{subdivision}" for line in lines for subdivision in line.split()]
    for country, lines in TABLES["zones"].items()
}
# Countries in ISO 3166-1, and so in zone.tab, which ISO 3166-2 lists as subdivisions of another too.
COUNTRIES_WITHIN = {
    "CN": ["HK", "MO", "TW"],
    "FR": ["BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"],
    "NL": ["AW", "BQ", "CW", "SX"],
    "US": ["AS", "GU", "MP", "PR", "UM", "VI"],
}
LISTED_WHOLE = sorted(REGIONS.keys() - {"FR", "NL"})
FRIDAY_AND_SATURDAY, SATURDAY_AND_SUNDAY = frozenset({5, 6}), frozenset({6, 7})


def zones_of_all(regions: list[str]) -> set[str]:
    return {zone for region in regions for zone in zones_of(region)}


# Regions


@pytest.mark.parametrize("code", ["FR", "US", "US-FL", "US-DC", "US-PR", "CA-QC", "AU-NSW", "BR-AM", "PT-20"])
def test_a_country_or_its_subdivision_is_a_region(code: str) -> None:
    assert is_region(code)


@pytest.mark.parametrize("code", ["", "-", "fr", "XX", "FRA", "FR-", "-FL", "FR-ABCD", "FR-75\n", "FR-é"])
def test_what_has_no_known_country_or_no_proper_shape_is_no_region(code: str) -> None:
    assert not is_region(code)


@pytest.mark.parametrize("code", ["US-XX", "US-ON", "CA-FL", "CA-PQ", "AU-NZ"])
def test_a_subdivision_that_its_country_lacks_is_refused_where_we_know_them_all(code: str) -> None:
    assert not is_region(code)


def test_elsewhere_a_subdivision_is_accepted_by_its_shape() -> None:
    assert is_region("DE-ZZZ")


# Zones


def test_florida_could_be_eastern_or_central() -> None:
    assert zones_of("US-FL") == ("America/New_York", "America/Chicago")


def test_arizona_could_be_on_navajo_time() -> None:
    assert zones_of("US-AZ") == ("America/Phoenix", "America/Denver")


def test_phenix_city_in_alabama_keeps_the_time_of_georgia() -> None:
    assert zones_of("US-AL") == ("America/Chicago", "America/New_York")


def test_new_south_wales_includes_broken_hill_and_lord_howe_island() -> None:
    assert zones_of("AU-NSW") == ("Australia/Sydney", "Australia/Broken_Hill", "Australia/Lord_Howe")


@pytest.mark.parametrize("region", ["ES-CN", "ES-GC", "ES-TF"])
def test_the_canaries_are_not_on_the_time_of_madrid(region: str) -> None:
    assert zones_of(region) == ("Atlantic/Canary",)


@pytest.mark.parametrize(("region", "country"), [("US-PR", "PR"), ("FR-974", "RE"), ("NL-BQ1", "BQ")])
def test_a_subdivision_that_is_a_country_too_has_the_zones_of_that_country(region: str, country: str) -> None:
    assert zones_of(region) == zones_of(country)


def test_a_country_has_its_zones_in_the_order_of_the_time_zone_database() -> None:
    assert zones_of("PT") == ("Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores")


@pytest.mark.parametrize("region", ["KZ-ALA", "MN-1", "US-XX"])
def test_an_unlisted_subdivision_could_be_in_any_zone_of_its_country(region: str) -> None:
    assert len(zones_of(region)) > 1
    assert zones_of(region) == zones_of(region[:2])


@pytest.mark.parametrize("region", ["", "XX", "XX-FL", "USA"])
def test_an_unknown_country_has_no_zones(region: str) -> None:
    assert zones_of(region) == ()


# Weekends


@pytest.mark.parametrize("region", [None, "FR", "US-FL", "AE", "IN", "UG", "XX"])
def test_the_weekend_is_saturday_and_sunday_unless_known_otherwise(region: str | None) -> None:
    assert weekend_of(region) == SATURDAY_AND_SUNDAY


@pytest.mark.parametrize("region", ["IL", "SA", "EG-C"])
def test_the_weekend_is_friday_and_saturday_where_sunday_is_a_working_day(region: str) -> None:
    assert weekend_of(region) == FRIDAY_AND_SATURDAY


def test_weekends_agree_with_cldr_save_where_it_knows_only_a_sunday() -> None:
    babel = pytest.importorskip("babel")
    locales = map(babel.Locale.parse, babel.localedata.locale_identifiers())
    for locale in {locale.territory: locale for locale in locales if locale.territory}.values():
        cldr = frozenset({locale.weekend_start + 1, locale.weekend_end + 1})
        expected = SATURDAY_AND_SUNDAY if cldr == {7} else cldr
        assert weekend_of(locale.territory) == expected, locale.territory


# The tables against their sources


@pytest.mark.parametrize("country", REGIONS)
def test_every_zone_named_exists(country: str) -> None:
    assert zones_of_all(REGIONS[country]) <= available_timezones()


@pytest.mark.parametrize("country", REGIONS)
def test_every_zone_named_belongs_to_its_country(country: str) -> None:
    known = zones_of_all([country, *COUNTRIES_WITHIN.get(country, [])])
    assert zones_of_all(REGIONS[country]) <= known


@pytest.mark.parametrize("country", LISTED_WHOLE)
def test_subdivisions_together_cover_every_zone_of_their_country(country: str) -> None:
    assert zones_of_all(REGIONS[country]) >= set(zones_of(country))


@pytest.mark.parametrize("country", REGIONS)
def test_no_subdivision_is_listed_twice(country: str) -> None:
    assert max(Counter(REGIONS[country]).values()) == 1
    assert all(is_region(region) for region in REGIONS[country])


def test_no_zone_is_named_twice_for_one_subdivision() -> None:
    for region in (region for regions in REGIONS.values() for region in regions):
        assert len(zones_of(region)) == len(set(zones_of(region))), region


@pytest.mark.parametrize(("country", "count"), [("US", 50 + 1 + 6), ("CA", 10 + 3), ("AU", 6 + 2)])
def test_states_provinces_and_territories_are_complete(country: str, count: int) -> None:
    assert country in TABLES["complete"]
    assert len(REGIONS[country]) == count
