"""Playbooks for people who do not write Python: a TOML file that changes rules by name."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import attrs
import cattrs

from callrules import checks
from callrules.deciding.admission import name_of
from callrules.deciding.guests import installed_rules, offered
from callrules.errors import BadInput, InvalidValue, nearest
from callrules.redaction import found as shown
from callrules.redaction import known_as
from callrules.wire.toml_files import read_toml


@attrs.frozen
class Described:
    """A playbook as a file describes it."""

    rules: tuple[Any, ...]
    owes_from: dt.date | None


def read_playbook(path: str | Path, house: Mapping[str, Any], floor: Collection[str]) -> Described:
    """Read what a TOML file asks for: rules built from the house's and, where it says so, from installed ones."""
    path = Path(path)
    tables = read_toml(path)
    extends = tables.pop("extends", "house")
    if extends != "house":
        raise BadInput(f"{path}: extends: found {shown(extends)}, expected 'house'")
    owes_from = _owes_from(path, tables.pop("owes_from", None))
    known = {**_installed(path, house, asked=tables.pop("installed", False)), **house}
    _refuse_unknown(path, tables, known, floor)
    changed = {name: _changed(path, name, known[name], table) for name, table in tables.items()}
    return Described(tuple(each for each in {**known, **changed}.values() if each is not None), owes_from)


def _owes_from(path: Path, found: Any) -> dt.date | None:
    try:
        return None if found is None else checks.day(_value(f"{path}: owes_from", dt.date, found), "owes_from")
    except InvalidValue as error:
        raise BadInput(f"{path}: {error}") from None


def _installed(path: Path, house: Collection[str], *, asked: object) -> dict[str, Any]:
    if not isinstance(asked, bool):
        raise BadInput(f"{path}: installed: found {shown(asked)}, expected true or false")
    return {name_of(rule): rule for rule in installed_rules(house)} if asked else {}


def _refuse_unknown(path: Path, tables: Mapping[str, Any], known: Collection[str], floor: Collection[str]) -> None:
    for name in tables:
        if name not in known:
            expected = f"one of {', '.join(known)}{nearest(name, known)}"
            is_offered = any(each.name == name for each in offered())
            hint = "installed = true before the tables: a package offers it" if is_offered else expected
            raise BadInput(f"{path}: {known_as(name)}: found no such rule, expected {hint}")
        if name in floor and isinstance(tables[name], dict) and tables[name].get("off"):
            raise BadInput(f"{path}: {name}.off: found true, expected the floor of every playbook to stay: take it out")


def _changed(path: Path, name: str, rule: Any, table: Any) -> Any | None:
    if not isinstance(table, dict):
        raise BadInput(f"{path}: {name}: found {shown(table)}, expected a table, such as [{name}]")
    values = dict(table)
    off = values.pop("off", False)
    if not isinstance(off, bool):
        raise BadInput(f"{path}: {name}.off: found {shown(off)}, expected true or false")
    return None if off else _evolved(f"{path}: {name}", rule, values)


def _evolved(where: str, rule: Any, values: Mapping[str, Any]) -> Any:
    known = {field.name: field for field in attrs.fields(attrs.resolve_types(type(rule))) if field.init}
    for key in values:
        if key not in known:
            expected = f"one of {', '.join(known)}{nearest(key, known)}"
            raise BadInput(f"{where}.{known_as(key)}: found no such parameter, expected {expected}")
    try:
        return attrs.evolve(
            rule, **{key: _value(f"{where}.{key}", known[key].type, each) for key, each in values.items()}
        )
    except InvalidValue as error:
        raise BadInput(f"{where}: {error}") from None


def _value(where: str, wanted: Any, found: Any) -> Any:
    strange = BadInput(f"{where}: found {shown(found)}, expected {_plainly(wanted)}")
    if typing.get_origin(wanted) is tuple and not isinstance(found, list):
        raise strange
    try:
        return CONVERTER.structure(found, wanted)
    except Exception:  # noqa: BLE001 - cattrs raises many kinds for one mistake
        raise strange from None


def _plainly(wanted: Any) -> str:
    if wanted is dt.time:
        return "a time of day, such as 09:00"
    if wanted is dt.date:
        return f"a date from {checks.FIRST_YEAR} to {checks.LAST_YEAR}, such as 2026-12-25"
    if typing.get_origin(wanted) in {tuple, frozenset}:
        return f"a list, each {_plainly(typing.get_args(wanted)[0])}"
    if isinstance(wanted, types.UnionType):
        return " or ".join(_plainly(each) for each in typing.get_args(wanted))
    return {int: "a whole number", float: "a number", str: "a text", bool: "true or false"}.get(wanted, _named(wanted))


def _named(wanted: Any) -> str:
    return f"a table ({wanted.__name__})" if attrs.has(wanted) else str(wanted)


def _exactly(kind: type) -> Any:
    def structure(found: Any, _: type) -> Any:
        if type(found) is not kind:
            raise TypeError(found)
        return found

    return structure


def _time(found: Any, _: type) -> dt.time:
    time = found if isinstance(found, dt.time) else dt.time.fromisoformat(found)
    if time.tzinfo:
        raise ValueError(found)
    return time


def _date(found: Any, _: type) -> dt.date:
    day = found if type(found) is dt.date else dt.date.fromisoformat(found)
    return checks.moment(day, "date")


CONVERTER = cattrs.Converter()
CONVERTER.register_structure_hook(int, _exactly(int))
CONVERTER.register_structure_hook(str, _exactly(str))
CONVERTER.register_structure_hook(bool, _exactly(bool))
CONVERTER.register_structure_hook(dt.time, _time)
CONVERTER.register_structure_hook(dt.date, _date)
