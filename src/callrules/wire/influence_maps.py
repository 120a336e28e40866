"""Maps of who moves whom, to and from JSON: one map, or a list of them, one for each account."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from callrules.errors import BadInput, InvalidValue, nearest
from callrules.influence import Influence, InfluenceMap, Person
from callrules.redaction import kind_of, known_as

T = TypeVar("T")
LISTS: dict[str, type[Person | Influence]] = {"people": Person, "influences": Influence}


def read_influence(data: Any, path: str = "influence") -> tuple[InfluenceMap, ...]:
    """The maps in parsed JSON, one or a list. Raises `BadInput` with the path, what was found and what was expected."""
    if isinstance(data, list):
        return tuple(_one(each, f"{path}[{place}]") for place, each in enumerate(data))
    return (_one(data, path),)


def write_influence(maps: InfluenceMap | Iterable[InfluenceMap]) -> Any:
    """The map as plain JSON, less what was left at its default; of several, a list. It reads back as the same."""
    return _plain(maps) if isinstance(maps, InfluenceMap) else [_plain(each) for each in maps]


def _one(data: Any, path: str) -> InfluenceMap:
    fields = dict(_an_object(data, path))
    for name, kind in LISTS.items():
        if fields.get(name) is not None:
            fields[name] = _each(fields[name], kind, f"{path}.{name}")
    return _built(InfluenceMap, fields, path)


def _each(data: Any, kind: type[T], path: str) -> tuple[T, ...]:
    if not isinstance(data, list):
        raise BadInput(f"{path}: found {kind_of(data)}, expected a list of objects")
    places = ((each, f"{path}[{place}]") for place, each in enumerate(data))
    return tuple(_built(kind, _an_object(each, where), where) for each, where in places)


def _an_object(data: Any, path: str) -> Mapping[str, Any]:
    if isinstance(data, Mapping):
        return data
    raise BadInput(f"{path}: found {kind_of(data)}, expected an object")


def _built(kind: type[T], fields: Mapping[str, Any], path: str) -> T:
    known = {field.name: field for field in attrs.fields(kind)}  # type: ignore[arg-type]
    for name in fields:
        if name not in known:
            expected = f"one of {', '.join(known)}{nearest(name, known)}"
            raise BadInput(f"{path}.{known_as(name)}: found an unknown field, expected {expected}")
    given = {name: value for name, value in fields.items() if value is not None}
    for name, field in known.items():
        if field.default is attrs.NOTHING and name not in given:
            raise BadInput(f"{path}.{name}: found nothing, expected a value: it is required")
    try:
        return kind(**given)
    except InvalidValue as error:
        raise BadInput(
            f"{path}.{error.field.partition('.')[2]}: found {error.found}, expected {error.expected}"
        ) from None


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if attrs.has(type(value)):
        given = ((field, getattr(value, field.name)) for field in attrs.fields(type(value)))
        return {field.name: _plain(each) for field, each in given if each != field.default}
    return value.value if isinstance(value, enum.Enum) else value
