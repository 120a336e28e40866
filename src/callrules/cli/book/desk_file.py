"""The desk of a book: `desk.toml`, with reps, their blocks and absences, and the day of going live."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from callrules.cli.files import is_there
from callrules.desk.absences import Absence
from callrules.desk.blocks import Block
from callrules.desk.desks import Desk
from callrules.desk.reps import Rep
from callrules.errors import BadInput, InvalidValue, nearest
from callrules.redaction import found as shown
from callrules.redaction import kind_of, known_as
from callrules.wire.toml_files import read_toml

T = TypeVar("T")
NAME = "desk.toml"
DESK = ("live", "timezone", "capacity", "prospects", "customers", "reps")
OF_ALL = ("timezone", "capacity", "prospects", "customers")
"""What may be said once for all reps."""
REP = (*OF_ALL, "blocks", "away")
BLOCK = {"days": "days", "from": "opens", "to": "closes", "every": "every", "since": "since"}
AWAY = {"from": "first", "to": "last", "stand_in": "stand_in"}


def desk_of(folder: Path) -> Desk:
    """The desk of a book; where it has no file, or an empty one, that of one rep with five calls a day."""
    path = folder / NAME
    return read_desk(path) if is_there(path) else Desk()


def read_desk(path: Path) -> Desk:
    """The desk that a file describes, or `BadInput` with file, line, field, what was found and what was expected."""
    tables = read_toml(path, "reps")
    try:
        return _desk(tables)
    except _Wrong as wrong:
        raise BadInput(f"{path}{_line_of(path, wrong.where)}: {wrong}") from None


class _Wrong(Exception):
    """A value that is wrong in the file, and by which names one comes there."""

    def __init__(self, where: tuple[str, ...], found: str, expected: str) -> None:
        super().__init__(f"{'.'.join(map(known_as, where))}: found {found}, expected {expected}")
        self.where = where


def _desk(tables: Mapping[str, Any]) -> Desk:
    _refuse_unknown((), tables, DESK)
    for_all = {name: tables[name] for name in OF_ALL if name in tables}
    reps = [_rep(name, {**for_all, **each}) for name, each in _tables(("reps",), tables.get("reps", {}))]
    own = {name: tables[name] for name in ("live", "capacity") if name in tables}
    _built((), Rep, {"name": "anybody", **for_all}, {})
    return _built((), Desk, {"reps": reps, **own}, {})


def _rep(name: str, table: Mapping[str, Any]) -> Rep:
    where = ("reps", name)
    _refuse_unknown(where, table, REP)
    blocks = [_built(at, Block, _renamed(at, each, BLOCK), BLOCK) for at, each in _listed(where, table, "blocks")]
    away = [_built(at, Absence, _renamed(at, each, AWAY), AWAY) for at, each in _listed(where, table, "away")]
    plain = {field: table[field] for field in OF_ALL if field in table}
    return _built(where, Rep, {"name": name, **plain, "blocks": blocks, "away": away}, {})


def _tables(where: tuple[str, ...], found: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if not isinstance(found, dict):
        raise _Wrong(where, shown(found), "a table for each rep, such as [reps.rita]")
    for name, each in found.items():
        if not isinstance(each, dict):
            raise _Wrong((*where, name), shown(each), f"a table, such as [reps.{known_as(name)}]")
        yield name, each


def _listed(
    where: tuple[str, ...], table: Mapping[str, Any], field: str
) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    found = table.get(field, [])
    such_as = '[{ days = "mon-fri", from = "09:00", to = "11:00" }]' if field == "blocks" else "[{ from = 2026-12-24 }]"
    if not isinstance(found, list):
        raise _Wrong((*where, field), kind_of(found), f"a list, such as {such_as}")
    for place, each in enumerate(found):
        if not isinstance(each, dict):
            raise _Wrong((*where, f"{field}[{place}]"), shown(each), f"a table, such as {such_as[1:-1]}")
        yield (*where, f"{field}[{place}]"), each


def _renamed(where: tuple[str, ...], table: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    _refuse_unknown(where, table, tuple(names))
    needed = ("days", "from", "to") if names is BLOCK else ("from",)
    for name in needed:
        if name not in table:
            raise _Wrong((*where, name), "nothing", "a value beside the others")
    return {names[name]: value for name, value in table.items()}


def _refuse_unknown(where: tuple[str, ...], table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for name in table:
        if name not in known:
            expected = f"one of {', '.join(known)}{nearest(name, known)}"
            raise _Wrong((*where, name), "an unknown name", expected)


def _built(where: tuple[str, ...], kind: type[T], fields: Mapping[str, Any], names: Mapping[str, str]) -> T:
    """The value of that kind; `names` say how its fields are written in the file."""
    try:
        return kind(**fields)
    except InvalidValue as error:
        field = error.field.removeprefix(f"{kind.__name__}.")
        written = next((name for name, meant in names.items() if meant == field), field)
        found = "nothing" if error.found == "None" else error.found
        expected = error.expected.replace("date(2026, 11, 20)", "2026-11-20")
        raise _Wrong((*where, *written.split(".")), found, expected) from None


def _line_of(path: Path, where: tuple[str, ...]) -> str:
    """The line on which the last of these names that can be found stands, as `:7`."""
    lines = path.read_text("utf-8", errors="replace").splitlines()
    at = 0
    for each in where:
        name = re.escape(each.partition("[")[0])
        is_it = re.compile(rf"(^|[\[{{.,\s])[\"']?{name}[\"']?\s*([=.\]]|$)")
        at = next((place for place in range(max(at - 1, 0), len(lines)) if is_it.search(lines[place])), at - 1) + 1
    return f":{at}" if at else ""
