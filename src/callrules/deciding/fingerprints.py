"""What a playbook's answers depend on, written out the same in every process."""

from __future__ import annotations

import enum
import types
import zoneinfo
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

NOT_OF_THE_VALUE = ("__", "_attrs_")
"""What Python and attrs keep beside the fields, such as a hash, which differs from process to process."""


def described(value: Any) -> str:
    """A value in words that do not depend on the process: sets sorted, rules by their class and numbers."""
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(described, value))) + "}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(sorted(f"{described(key)}: {described(each)}" for key, each in value.items())) + "}"
    if isinstance(value, (list, tuple)):
        return "(" + ", ".join(map(described, value)) + ")"
    if isinstance(value, (type, types.FunctionType, types.MethodType)):
        return f"{value.__module__}.{value.__qualname__}"
    fields = dict(_fields(value))
    return f"{_place(type(value))}({_listed(fields)})" if fields or _is_plain(value) else repr(value)


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, enum.Enum):
        return
    slots = (name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ()))
    for name in (*getattr(value, "__dict__", {}), *slots):
        if not name.startswith(NOT_OF_THE_VALUE) and hasattr(value, name):
            yield name, getattr(value, name)


def _is_plain(value: Any) -> bool:
    return hasattr(type(value), "__attrs_attrs__") or repr(value).startswith(f"<{_place(type(value))} object at ")


def _listed(fields: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={described(each)}" for name, each in sorted(fields.items()))


def _place(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def environment() -> str:
    """The versions of this library and of the zone database that answers here."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, and seldom asked for

    return f"callrules {version('callrules')}, zones {zone_database()}"


@cache
def holiday_database() -> str:
    """Which release of the `holidays` package is installed."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, and seldom asked for

    return f"holidays {version('holidays')}"


@cache
def zone_database() -> str:
    """Which release of the IANA zone database is used: the system's first, as `zoneinfo` does."""
    from pathlib import Path  # noqa: PLC0415 - slow to import, and seldom asked for

    for folder in zoneinfo.TZPATH:
        listing = Path(folder, "tzdata.zi")
        if listing.is_file():
            with listing.open() as lines:
                return lines.readline().removeprefix("# version ").strip()
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, and seldom asked for

    return version("tzdata")
