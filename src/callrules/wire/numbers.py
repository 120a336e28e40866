"""Numbers on the wire: what a region makes whole is made whole before it reaches a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from callrules import numbering

NUMBERS = ("number", "from_number")
"""The fields of facts that hold one number."""
HOLDING = frozenset({*NUMBERS, "numbers"})


def with_whole_numbers(fields: Mapping[str, Any], region: str | None) -> dict[str, Any]:
    """The fields of a fact with the numbers as a telephone knows them; what is no number stays as it is."""
    if HOLDING.isdisjoint(fields):
        return dict(fields)
    found = {name: _whole(fields[name], region) for name in NUMBERS if name in fields}
    if isinstance(fields.get("numbers"), list):
        found["numbers"] = [_whole(each, region) for each in fields["numbers"]]
    return {**fields, **found}


def with_whole_phones(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The same for the phones of a contact."""
    phones, region = fields.get("phones"), fields.get("region")
    if not isinstance(phones, list) or not isinstance(region, str):
        return dict(fields)
    return {**fields, "phones": [_phone(each, region) for each in phones]}


def _phone(phone: Any, region: str) -> Any:
    if isinstance(phone, Mapping) and "number" in phone:
        return {**phone, "number": _whole(phone["number"], region)}
    return phone


def _whole(number: Any, region: str | None) -> Any:
    return (numbering.spelled(number, region) if isinstance(number, str) else None) or number
