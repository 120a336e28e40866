"""What a playbook's answers depend on, written out the same in every process."""

from __future__ import annotations

import enum
import zoneinfo
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs


def described(value: Any) -> str:
    """A value in words that do not depend on the process: sets sorted, rules by their class and numbers."""
    if attrs.has(type(value)):
        fields = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
        inner = ", ".join(f"{name}={described(each)}" for name, each in fields)
        return f"{type(value).__module__}.{type(value).__qualname__}({inner})"
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(described, value))) + "}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(sorted(f"{described(key)}: {described(each)}" for key, each in value.items())) + "}"
    if isinstance(value, (list, tuple)):
        return "(" + ", ".join(map(described, value)) + ")"
    if isinstance(value, enum.Enum) or "__repr__" in _says_itself(value):
        return repr(value)
    own = ", ".join(f"{name}={described(each)}" for name, each in sorted(vars(value).items()))
    return f"{type(value).__module__}.{type(value).__qualname__}({own})"


def _says_itself(value: Any) -> set[str]:
    return {name for kind in type(value).__mro__[:-1] for name in vars(kind)}


@cache
def environment() -> str:
    """The versions of this library and of the zone database that answers here."""
    return f"callrules {version('callrules')}, zones {zone_database()}"


@cache
def zone_database() -> str:
    """Which release of the IANA zone database is used: the system's first, as `zoneinfo` does."""
    for folder in zoneinfo.TZPATH:
        listing = Path(folder, "tzdata.zi")
        if listing.is_file():
            with listing.open() as lines:
                return lines.readline().removeprefix("# version ").strip()
    return version("tzdata")
