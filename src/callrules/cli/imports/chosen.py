"""The map that somebody chose on the command line, with what was said there besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from callrules import checks
from callrules.cli.imports.clocks import Clock, some_formats
from callrules.cli.imports.fields import CALLS, CONTACTS
from callrules.cli.imports.maps import Map, Section
from callrules.cli.imports.ready_maps import READY, own_map, ready_map
from callrules.cli.imports.vcards import VCARDS, is_of_vcards
from callrules.errors import BadInput
from callrules.redaction import quoted

CHECKS = {"timezone": checks.timezone, "region": checks.region}
NOBODY_KNOWS = "connected"
"""How a call ended of which no column says it: nobody knows who answered."""


def place_of(told: Mapping[str, Any]) -> dict[str, str]:
    """The place of new people, as the options say."""
    return {name: check(told[name], f"--{name}") for name, check in CHECKS.items() if told[name] is not None}


def chosen(kind: str, told: Mapping[str, Any]) -> Map:
    """The map of a system, of an author, or made of options alone. Raises `BadInput`."""
    if told["system"] and told["own"]:
        raise BadInput("--as: found --map beside it, expected one of them: a map may extend a ready one")
    if kind == CONTACTS and is_of_vcards(told["file"]):
        found = _alone(VCARDS, told)
    elif told["own"]:
        found = own_map(told["own"])
    else:
        found = ready_map(told["system"]) if told["system"] else _of_options(kind, told)
    sections = tuple(_with_options(section, told) for section in found.sections.get(kind, ()))
    return attrs.evolve(found, clock=_clock(found.clock, told), sections={**found.sections, kind: sections})


def _alone(found: Map, told: Mapping[str, Any]) -> Map:
    """The map of a format that needs none beside it."""
    beside = [option for option, given in (("--as", told["system"]), ("--map", told["own"])) if given]
    if beside:
        raise BadInput(f"{beside[0]}: found it beside vCards, expected nothing: their own fields say what is what")
    return found


def _of_options(kind: str, told: Mapping[str, Any]) -> Map:
    """A map of columns that were named one by one."""
    needed = {"--id": told["who"]} if kind == CONTACTS else {"--id": told["who"], "--at": told.get("at")}
    missing = [option for option, column in needed.items() if column is None]
    if missing:
        how = f"--as {'|'.join(READY)}, --map FILE.toml, or the columns one by one"
        raise BadInput(f"{missing[0]}: found nothing, expected {how}")
    otherwise = {"disposition": NOBODY_KNOWS} if kind == CALLS else {}
    return Map(name="table", sections={kind: (Section(kind=kind, columns={}, otherwise=otherwise),)})


def _with_options(section: Section, told: Mapping[str, Any]) -> Section:
    who = "id" if section.kind == CONTACTS else "contact"
    for field, option in ((who, "who"), ("at", "at"), ("disposition", "disposition")):
        if told.get(option):
            section = section.with_column(field, told[option])
    more = _where(told.get("where") or ())
    return attrs.evolve(section, where={**section.where, **more}) if more else section


def _where(told: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The words that a column may say, of `COLUMN=VALUE`; one column may be named several times."""
    words: dict[str, tuple[str, ...]] = {}
    for each in told:
        column, equals, value = each.partition("=")
        if not equals or not column.strip():
            raise BadInput(f"--where: found {quoted(each)}, expected COLUMN=VALUE")
        words[column.strip()] = (*words.get(column.strip(), ()), value.strip())
    return words


def _clock(clock: Clock, told: Mapping[str, Any]) -> Clock:
    """The clock of the map with the formats and the zone that were named; their own where none is, for all."""
    formats = some_formats(list(told["dates"]), "--dates") if told["dates"] else clock.formats
    zone = checks.timezone(told["zone"], "--zone") if told["zone"] else clock.zone or told["timezone"]
    return Clock(formats, zone)
