"""Moments on the wire: an instant, a day, or a wall time with its zone beside it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import attrs

from callrules import checks
from callrules.errors import BadInput, InvalidValue
from callrules.redaction import found

MOMENTS = ("due", "callback_at", "until", "promises")
"""The fields that take a day or a wall time too."""
DAYS = ("on",)
"""The fields that take a day alone."""
AN_INSTANT = f"an instant such as 2026-11-20T15:00:00Z, from {checks.FIRST_YEAR} to {checks.LAST_YEAR}"
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_instant(text: Any, path: str) -> dt.datetime:
    """An ISO 8601 instant with an offset, or `BadInput`."""
    try:
        return checks.instant(_parsed(text), path)
    except (ValueError, TypeError):
        raise BadInput(f"{path}: found {found(text)}, expected {AN_INSTANT}") from None


def read_moment(text: Any, path: str) -> dt.date:
    """A day, or an instant, or `BadInput`."""
    try:
        day = isinstance(text, str) and A_DAY.fullmatch(text)
        return dt.date.fromisoformat(text) if day else checks.moment(_parsed(text), path)
    except (ValueError, TypeError):
        expected = "a day, an instant with an offset, or a wall time with its zone beside it"
        raise BadInput(f"{path}: found {found(text)}, expected {expected}") from None


def read_day(text: Any, path: str) -> dt.date:
    """A day alone, or `BadInput`."""
    try:
        return checks.day(text if isinstance(text, dt.date) else _day(text), path)
    except (ValueError, TypeError):
        raise BadInput(f"{path}: found {found(text)}, expected a day such as 2026-11-20") from None


def _day(text: Any) -> dt.date:
    if not isinstance(text, str) or not A_DAY.fullmatch(text):
        raise TypeError(text)
    return dt.date.fromisoformat(text)


def _parsed(text: Any) -> dt.datetime:
    if isinstance(text, dt.datetime):
        return text
    if not isinstance(text, str) or A_DAY.fullmatch(text):
        raise TypeError(text)
    return dt.datetime.fromisoformat(text)


def with_zone(fields: dict[str, Any], kind: type[Any], path: str) -> dict[str, Any]:
    """The fields with every wall time put into the zone beside it, which is taken out."""
    if "zone" not in fields:
        return fields
    moments = [name for name in MOMENTS if name in attrs.fields_dict(kind) and fields.get(name) is not None]
    if not moments:
        raise BadInput(f"{path}.zone: found it alone, expected a moment beside it: one of {', '.join(MOMENTS)}")
    named = fields.pop("zone")
    try:
        zone = checks.zone(checks.timezone(named, "zone"))
    except InvalidValue as error:
        raise BadInput(f"{path}.{error}") from None
    walls = {name: _at_wall(fields[name], zone, f"{path}.{name}") for name in moments}
    return {**fields, **walls}


def _at_wall(text: Any, zone: dt.tzinfo, path: str) -> Any:
    if isinstance(text, str) and A_DAY.fullmatch(text):
        return text
    try:
        parsed = _parsed(text)
    except (ValueError, TypeError):
        raise BadInput(
            f"{path}: found {found(text)}, expected a day or a wall time such as 2026-10-26T10:00:00"
        ) from None
    wall = parsed.replace(tzinfo=zone, fold=0)
    second = wall.replace(fold=1)
    return second if parsed.utcoffset() == second.utcoffset() != wall.utcoffset() else wall
