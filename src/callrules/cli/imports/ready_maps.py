"""Maps that come with callrules, and maps of an author's own, which may extend one of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from callrules.cli.files import read_text
from callrules.cli.imports.fields import SECTIONS
from callrules.cli.imports.maps import Map, read_map
from callrules.errors import BadInput, InvalidValue, nearest

READY = ("hubspot", "salesforce", "pipedrive", "close", "vicidial", "asterisk")
"""The systems whose exports are read without a map of one's own."""
HERE = "callrules.cli.imports"


def ready_map(name: str) -> Map:
    """The map of a system, by its name."""
    return read_map(_ready(_checked(name, "--as")), f"the map {name!r}")


def ready_text(name: str) -> str:
    """The map of a system as it is written."""
    return _text(_checked(name, "NAME"))


def own_map(path: str) -> Map:
    """The map in an author's file. Raises `BadInput`."""
    import tomllib

    try:
        data = tomllib.loads(read_text(path))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        if isinstance(error, BadInput):
            raise
        raise BadInput(f"{path}: {_why(error)}, expected TOML") from None
    if "extends" in data:
        try:
            base = _checked(data.pop("extends"), "extends")
        except InvalidValue as error:
            raise BadInput(f"{path}: {error}") from None
        data = _over(_ready(base), data)
    return read_map(data, path)


def _checked(name: Any, field: str) -> str:
    if name in READY:
        return str(name)
    raise InvalidValue(field, name, f"one of {', '.join(READY)}{nearest(name, READY)}")


def _why(error: Exception) -> str:
    return str(error) if not isinstance(error, RecursionError) else "found tables nested too deeply"


@cache
def _text(name: str) -> str:
    return resources.files(HERE).joinpath("ready", f"{name}.toml").read_text("utf-8")


def _ready(name: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(_text(name))


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Lay an author's map over a ready one: tables are joined, everything else is the author's."""
    joined = dict(base)
    for key, value in own.items():
        there = base.get(key)
        if key in SECTIONS and isinstance(there, list) and isinstance(value, Mapping):
            joined[key] = [_over(each, value) for each in there]
        elif isinstance(there, Mapping) and isinstance(value, Mapping):
            joined[key] = _over(there, value)
        else:
            joined[key] = value
    return joined
